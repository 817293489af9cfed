import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../shared/domain/clock/state.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import {
  mergedPlan,
  type PlannedQuestion,
  type Worded,
} from '../../shared/domain/visit/merged-plan.ts';
import { missingFrom, Topic } from '../../shared/domain/visit/topic.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { labelIn, labeller, type VisitDeps } from './visit.ts';

export const topicsOf = (
  { records }: Pick<VisitDeps, 'records'>,
  { interview: { id } }: Pick<ReadInterview, 'interview'>,
): Promise<Topic[]> => records.parts('topic', Topic, { kind: 'interview', id });

/** The clock that waits for the agencies' questions, where one was started. */
export const questionsClock = async (
  { records }: Pick<VisitDeps, 'records'>,
  { interview: { id } }: Pick<ReadInterview, 'interview'>,
): Promise<Clock | undefined> =>
  (await records.clocksOf({ kind: 'interview', id })).find(
    ({ name }) => name === 'questions-filed',
  );

/** A filed question in the words in which it will be asked, for one who may read them. */
export async function worded(
  { sealing }: Pick<VisitDeps, 'sealing'>,
  topics: readonly Topic[],
  { permit }: Pick<ReadInterview, 'permit'>,
): Promise<Worded[]> {
  return Promise.all(
    topics.map(async (topic) => {
      const { outcome } = await sealing.open(topic, permit, ['outcome']);
      return { topic, words: outcome?.wording ?? outcome?.question };
    }),
  );
}

/** The merged plan as it stands; `open`: of these questions alone, for who may not know the others. */
export async function shownPlan(
  deps: VisitDeps,
  read: ReadInterview,
  lang: Lang,
  open?: readonly Topic[],
) {
  const [topics, clock] = await Promise.all([topicsOf(deps, read), questionsClock(deps, read)]);
  const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
  const label = labeller(edition, lang);
  const { leading } = edition.visit;
  const reasonIn = (list: 'topicDroppedReasons' | 'topicNotAskedReasons', code?: string) =>
    code ? label(list, code) : undefined;
  const filings = ({ numbers }: PlannedQuestion) =>
    topics
      .filter(({ number }) => numbers.includes(number))
      .map(({ number, agency, version }) => ({ number, agency, version }));
  const question = (one: PlannedQuestion) => ({
    filings: filings(one),
    question: one.words,
    leading: one.leading.map((code) => labelIn(leading, code, lang)),
    review: one.review && {
      decision: one.review.decision,
      reason: reasonIn('topicDroppedReasons', one.review.reason),
      at: one.review.at,
    },
    outcome: one.outcome && {
      state: one.outcome.state,
      reason: reasonIn('topicNotAskedReasons', one.outcome.reason),
    },
  });
  const plan = mergedPlan(await worded(deps, open ?? topics, read));
  const silent = topics.filter(({ topic }) => topic === undefined).map(({ agency }) => agency);
  return {
    topics: plan.map(({ topic, agencies, questions }) => ({
      topic: label('interviewTopics', topic),
      agencies: [...agencies],
      questions: questions.map(question),
    })),
    nothingFrom: [...new Set(silent)],
    missingFrom: missingFrom(read.interview, topics, edition),
    dueAt: clock && !clock.endedAt ? clock.dueAt : undefined,
  };
}
