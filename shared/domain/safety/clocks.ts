import { Temporal } from 'temporal-polyfill';
import type { Case } from '../case/case.ts';
import type { NotAfter } from '../clock/compute.ts';
import { clockNameOf } from '../clock/definition.ts';
import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { Edition } from '../policy/edition.ts';
import type { SafetyDecision } from './decision.ts';

/** What a child that was seen ends; one that was not leaves both running. */
const ANSWERED = ['child-seen', 'safety-decision'];

/**
 * Which of the case's clocks a decision ends. A review is replaced by the next decision; measures
 * only by one that names measures anew: an order goes on although nobody was at home.
 */
export function endedBy(decision: SafetyDecision, clocks: readonly Clock[]): Clock[] {
  const names =
    decision.result === 'seen' ? [...ANSWERED, 'safety-review', 'measure-ends'] : ['safety-review'];
  return clocks
    .filter(({ name, endedAt }) => endedAt === undefined && names.includes(clockNameOf(name)))
    .map((clock) => endClock(clock, decision.at));
}

/** A decision is watched to its review, and each of its measures to its end. */
export function startedBy(decision: SafetyDecision, opened: Case, edition: Edition): Clock[] {
  const { number, reviewBy } = decision;
  const measures = decision.result === 'seen' ? decision.measures : [];
  const common = {
    subject: { kind: 'case' as const, id: opened.id },
    holder: opened.lead,
    file: opened.file,
    referral: opened.referral,
    case: opened.id,
    urgency: 'urgent' as const,
    startedAt: decision.at,
  };
  const until = (at: string, because: NotAfter['because']) => [
    { at: Temporal.Instant.from(at), because },
  ];
  const review = startClock(
    {
      ...common,
      name: 'safety-review',
      numbered: `${number}`,
      notAfter: until(reviewBy, 'review-agreed'),
    },
    edition,
  );
  const ends = measures.flatMap(({ validUntil }, i) =>
    validUntil
      ? startClock(
          {
            ...common,
            name: 'measure-ends',
            numbered: `${number}-${i + 1}`,
            notAfter: until(validUntil, 'measure-ends'),
          },
          edition,
        )
      : [],
  );
  return [review, ...ends];
}
