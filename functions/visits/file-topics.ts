import { Temporal } from 'temporal-polyfill';
import type {
  fileTopics as contract,
  questionPlan as reading,
} from '../../shared/contract/topics.ts';
import { hasPartIn } from '../../shared/domain/disclosure/part-in-visit.ts';
import { leadingForms } from '../../shared/domain/visit/leading.ts';
import { type Filed, fileTopics as file } from '../../shared/domain/visit/topic.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { questionsClock, shownPlan, topicsOf } from './topics.ts';
import { readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** An agency with a role files what it needs: so that one interview is enough for all. */
export const fileTopics =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.topics' });
    await takeOnce(deps, { by: principal, once }, async () => {
      const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
      const [earlier, clock] = await Promise.all([
        topicsOf(deps, read),
        questionsClock(deps, read),
      ]);
      const filed = await sealedOf(deps, read, body, earlier.length);
      const filing = { visit: read.interview, earlier, filed, clock };
      return { decision: file(filing, stepOf(deps, read, principal), edition) };
    });
    const seen = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    return { status: 201, body: await shownPlan(deps, seen, lang) };
  };

/** The one plan of all agencies. */
export const questionPlan =
  (deps: VisitDeps): UseCase<typeof reading> =>
  async ({ path, principal, lang }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    const filed = hasPartIn(read, principal.agency) ? undefined : [];
    return { status: 200, body: await shownPlan(deps, read, lang, filed) };
  };

async function sealedOf(
  { sealing, policy, now }: VisitDeps,
  { interview: { id, file } }: ReadInterview,
  body: Body,
  before: number,
): Promise<Filed[]> {
  if ('nothing' in body) return [{ topic: undefined, leading: [], sealed: undefined }];
  const { leading } = policy.at(Temporal.Instant.from(now())).visit;
  return Promise.all(
    body.topics.map(async ({ topic, question }, i) => {
      const of = { kind: 'interview', id } as const;
      const place = { what: 'topic', of, number: before + i + 1, file } as const;
      const forms = question ? leadingForms(question, leading) : [];
      const sealed = question ? await sealing.seal(place, { outcome: { question } }) : undefined;
      return { topic, leading: forms, sealed };
    }),
  );
}
