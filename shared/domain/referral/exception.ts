import * as z from 'zod';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import { nextNumber, part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { OwedAnswer } from './answers.ts';
import { isOver, type Referral, type RoutedReferral } from './referral.ts';

/** Why, and from which answers, the lead is lawfully free: kept, never silent. */
export const FeedbackException = z.object({
  ...part('feedback-exception'),
  code: Code,
  stages: z.array(OwedAnswer).min(1),
});
export type FeedbackException = z.infer<typeof FeedbackException>;

/** Whether an answer need not be given. */
export const isExcepted = (
  exceptions: readonly Pick<FeedbackException, 'stages'>[],
  owed: OwedAnswer,
): boolean => exceptions.some(({ stages }) => stages.includes(owed));

/** The clock by which each answer is waited for. */
const CLOCK: Readonly<Record<OwedAnswer, string>> = {
  first: 'first-feedback',
  outcome: 'outcome-feedback',
  acknowledgement: 'acknowledgement',
};

interface Except {
  readonly referral: RoutedReferral;
  readonly code: string;
  /** Of those the pack allows for this code; all of them, where none is named. */
  readonly stages?: readonly OwedAnswer[] | undefined;
  readonly earlier: readonly FeedbackException[];
  readonly clocks: readonly Clock[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
  readonly sealed: Sealed | undefined;
}

/** The lead records why no answer is given; the clocks that waited for it end. */
export function except(call: Except, edition: Edition): Decision {
  const { referral, code, earlier, clocks, by, at, event, sealed } = call;
  if (isOver(referral)) throw new Refusal('already-closed');
  const allowed = edition.answers.exceptions.codes[code];
  if (!allowed) throw new Refusal('unknown-code', [{ pointer: '/code', code: 'unknown-code' }]);
  const stages = call.stages ?? allowed;
  const beyond = stages.filter((stage) => !allowed.includes(stage));
  if (beyond.length > 0) {
    const hindrances = beyond.map((stage) => ({ pointer: '/stages', code: stage }));
    throw new Refusal('exception-too-wide', hindrances);
  }
  const subject = { kind: 'referral' as const, id: referral.id };
  const exception: FeedbackException = {
    what: 'feedback-exception',
    of: subject,
    number: nextNumber(earlier),
    version: 1,
    file: referral.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    code,
    stages: [...stages],
    sealed,
  };
  const told: Referral = { ...referral, version: referral.version + 1 };
  const ended = clocks.filter(
    ({ name, endedAt }) => !endedAt && stages.some((stage) => CLOCK[stage] === name),
  );
  return {
    kept: [told, exception, ...ended.map((clock) => endClock(clock, at))],
    events: [
      {
        id: event,
        type: 'feedback.excepted',
        at,
        subject,
        version: told.version,
        by,
        file: referral.file,
        referral: referral.id,
        case: referral.case,
        to: [],
        codes: { code, stages: stages.join(' ') },
        policy: edition.reference,
      },
    ],
  };
}

/** What holds from routing on where the reporter is anonymous: recorded, so that it is not silent. */
export function anonymousException(
  referral: Referral,
  at: string,
  edition: Edition,
): FeedbackException | undefined {
  const { anonymous, codes } = edition.answers.exceptions;
  if (referral.reporterMode !== 'anonymous') return undefined;
  return {
    what: 'feedback-exception',
    of: { kind: 'referral', id: referral.id },
    number: 1,
    version: 1,
    file: referral.file,
    at,
    by: { sub: 'routing' },
    code: anonymous,
    stages: [...(codes[anonymous] ?? [])],
  };
}
