import { Temporal } from 'temporal-polyfill';
import type { reviewTopic as contract } from '../../shared/contract/topics.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { leadingForms } from '../../shared/domain/visit/leading.ts';
import { reviewTopic as review, Topic } from '../../shared/domain/visit/topic.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { shownPlan } from './topics.ts';
import { readVisit, stepOf, type VisitDeps } from './visit.ts';

/** The interviewer goes through the plan question by question; who asked for each stays on it. */
export const reviewTopic =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, journal, policy, now } = deps;
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.run' });
    const of = { kind: 'interview', id } as const;
    const topic = await records.part('topic', Topic, of, path.number);
    if (topic.version !== expected) throw new Refusal('changed-meanwhile');
    const edition = policy.at(Temporal.Instant.from(now()));
    const wording = body.decision === 'reworded' ? body.question : undefined;
    const decision = review(
      {
        visit: read.interview,
        topic,
        decision: body.decision,
        reason: body.decision === 'dropped' ? body.reason : undefined,
        sealed: wording ? await reworded(deps, topic, wording) : undefined,
        leading: wording ? leadingForms(wording, edition.visit.leading) : topic.leading,
      },
      stepOf(deps, read, principal),
      edition,
    );
    await journal.commit(decision, { by: principal });
    const seen = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    const plan = await shownPlan(deps, seen, lang);
    return { status: 200, body: plan, version: topic.version + 1 };
  };

/** What the agency asked for stays beside the words in which it will be asked. */
async function reworded({ sealing }: VisitDeps, topic: Topic, wording: string) {
  const { outcome } = await sealing.forHub(topic, 'seal-anew');
  const words = { outcome: { ...outcome, wording } };
  return sealing.seal(topic, words, topic.version + 1, topic.sealed);
}
