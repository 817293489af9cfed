import * as z from 'zod';
import { type Clock, endClock } from '../clock/state.ts';
import { AgencyId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Decision } from '../journal/decision.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { mayPlan } from './planning.ts';
import { counted, partOfVisit, type StepBy, visitEvent } from './step.ts';

/** One thing an agency needs to know from the interview; the words of the question are sealed. */
export const Topic = z.object({
  ...part('topic'),
  agency: AgencyId,
  /** Absent: the agency says that it needs nothing to be asked. */
  topic: Code.optional(),
  hasQuestion: z.boolean(),
  /** Forms of leading the words may have; for a person to look at. */
  leading: z.array(Code),
  review: z
    .object({
      decision: z.enum(['kept', 'reworded', 'dropped']),
      reason: Code.optional(),
      at: z.string(),
      by: z.object({ sub: z.string(), agency: AgencyId }),
    })
    .optional(),
  /** Set once the interview has ended. */
  outcome: z
    .object({ state: z.enum(['covered', 'not-asked']), reason: Code.optional() })
    .optional(),
});
export type Topic = z.infer<typeof Topic>;

/** What one agency files in one go, each with its words sealed beforehand. */
export interface Filed {
  readonly topic: string | undefined;
  readonly leading: readonly string[];
  readonly sealed: Sealed | undefined;
}

interface Filing {
  readonly visit: Interview;
  readonly earlier: readonly Topic[];
  readonly filed: readonly Filed[];
  readonly clock: Clock | undefined;
}

/** An agency files what it needs; the clock ends once each agency that has to has said something. */
export function fileTopics(filing: Filing, step: StepBy, edition: Edition): Decision {
  const { visit, earlier, filed, clock } = filing;
  mayPlan(visit);
  const unknown = filed.findIndex(({ topic }) => topic && !edition.has('interviewTopics', topic));
  if (unknown >= 0) {
    throw new Refusal('unknown-code', [
      { pointer: `/topics/${unknown}/topic`, code: 'unknown-code' },
    ]);
  }
  const parts = filed.map(
    ({ topic, leading, sealed }, i): Topic => ({
      ...partOfVisit('topic', visit, earlier.length + i + 1, step),
      agency: step.by.agency,
      ...(topic && { topic }),
      hasQuestion: sealed !== undefined,
      leading: [...leading],
      ...(sealed && { sealed }),
    }),
  );
  const next = counted(visit);
  const waiting = missingFrom(visit, [...earlier, ...parts], edition);
  const ended = clock && !clock.endedAt && waiting.length === 0 ? [endClock(clock, step.at)] : [];
  const codes = { topics: String(parts.length) };
  const told = visitEvent({ type: 'topic.filed', visit: next, codes }, step);
  return { kept: [...parts, next, ...ended], events: [told] };
}

/** Agencies that have to say what they need to be asked, and have said nothing yet. */
export function missingFrom(
  { roles }: Pick<Interview, 'roles'>,
  filed: readonly Pick<Topic, 'agency'>[],
  { visit: { planning } }: Pick<Edition, 'visit'>,
): AgencyId[] {
  const owing = roles
    .filter(({ role }) => planning.filesQuestions.includes(role))
    .map(({ agency }) => agency);
  return [...new Set(owing)].filter((agency) => !filed.some((one) => one.agency === agency));
}

interface Review {
  readonly visit: Interview;
  readonly topic: Topic;
  readonly decision: 'kept' | 'reworded' | 'dropped';
  readonly reason: string | undefined;
  /** The words as the interviewer will say them, sealed; of a rewording. */
  readonly sealed: Sealed | undefined;
  readonly leading: readonly string[];
}

/** The interviewer looks at one question: it stays, is said otherwise, or is dropped with a reason. */
export function reviewTopic(review: Review, step: StepBy, edition: Edition): Decision {
  const { visit, topic, decision, reason, sealed, leading } = review;
  mayPlan(visit);
  if (decision === 'dropped' && !(reason && edition.has('topicDroppedReasons', reason))) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const reviewed: Topic = {
    ...topic,
    version: topic.version + 1,
    leading: [...leading],
    ...(sealed && { sealed }),
    review: {
      decision,
      ...(decision === 'dropped' && reason && { reason }),
      at: step.at,
      by: { sub: step.by.sub, agency: step.by.agency },
    },
  };
  const next = counted(visit);
  const codes = { number: String(topic.number), decision };
  const told = visitEvent({ type: 'topic.reviewed', visit: next, codes }, step);
  return { kept: [reviewed, next], events: [told] };
}
