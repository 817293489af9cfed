import type { AgencyId, FileId, InterviewId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { AskedTopic } from '../../shared/domain/interview/new-topics.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { Topic } from '../../shared/domain/visit/topic.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing'>;

/** What the child was asked about in the interviews of this episode; opened to compare, not shown. */
export async function coveredBefore(
  { records, sealing }: Deps,
  visits: readonly Pick<Interview, 'id'>[],
): Promise<AskedTopic[]> {
  const each = await Promise.all(
    visits.map(({ id }) => records.parts('topic', Topic, { kind: 'interview', id })),
  );
  const covered = each.flat().filter(({ outcome }) => outcome?.state === 'covered');
  const asked = covered.map(async (part) => {
    const { outcome } = await sealing.forHub(part, 'asked-before');
    return part.topic ? [{ topic: part.topic, question: outcome?.question }] : [];
  });
  return (await Promise.all(asked)).flat();
}

interface Filing {
  readonly id: InterviewId;
  readonly file: FileId;
  readonly topics: readonly AskedTopic[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
}

/** What it was asked for stands in the question plan of the further interview from the beginning. */
export async function filedFor(
  { sealing }: Deps,
  { id, file, topics, by, at }: Filing,
  edition: Edition,
): Promise<Topic[]> {
  const unknown = topics.findIndex(({ topic }) => !edition.has('interviewTopics', topic));
  if (unknown >= 0) {
    const pointer = `/topics/${unknown}/topic`;
    throw new Refusal('unknown-code', [{ pointer, code: 'unknown-code' }]);
  }
  return Promise.all(
    topics.map(async ({ topic, question }, i): Promise<Topic> => {
      const place = { what: 'topic', of: { kind: 'interview', id }, number: i + 1, file } as const;
      const sealed = question && (await sealing.seal(place, { outcome: { question } }));
      return {
        ...{ ...place, version: 1, at, by, agency: by.agency, topic, leading: [] },
        hasQuestion: question !== undefined,
        ...(sealed && { sealed }),
      };
    }),
  );
}
