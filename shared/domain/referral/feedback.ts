import { Temporal } from 'temporal-polyfill';
import { endOfNextSchoolDay } from '../calendar/days.ts';
import type { NotAfter } from '../clock/compute.ts';
import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { type FeedbackException, isExcepted } from './exception.ts';
import { type By, found, happened, NOTHING, type OfOne } from './feedback-line.ts';
import { lookAgain } from './look-again.ts';
import {
  type Feedback,
  type FeedbackStage,
  hearersOf,
  isOver,
  type Referral,
  type RoutedReferral,
} from './referral.ts';

/** The stage of a coded sentence; one the pack no longer knows counts as the most telling. */
export const stageOf = (code: string, { answers }: Pick<Edition, 'answers'>): FeedbackStage =>
  answers.stages[code] ?? 'outcome';

/** Only a referral that has been routed has somebody who could answer for it. */
export function routedOnly(referral: Referral): RoutedReferral {
  if (referral.status === 'submitted') throw new Refusal('not-routed-yet');
  return referral;
}

/** A school hears before its next day ends, however long the hours of the clock are. */
export function answeredBefore(
  { agency, submittedAt }: Pick<Referral, 'agency' | 'submittedAt'>,
  edition: Edition,
): NotAfter[] {
  const kind = edition.agency(agency)?.kind;
  if (!kind || !edition.answers.schoolDay.kinds.includes(kind)) return [];
  const at = endOfNextSchoolDay(edition.calendar, Temporal.Instant.from(submittedAt));
  return at ? [{ at, because: 'end-of-next-school-day' }] : [];
}

interface Send extends By {
  readonly referral: RoutedReferral;
  readonly code: string;
  readonly offered?: readonly string[] | undefined;
  readonly takenUp?: string | undefined;
  readonly clocks: readonly Clock[];
  readonly exceptions?: readonly FeedbackException[];
  /** The words of whoever sends it, where there are any. */
  readonly sealed: Sealed | undefined;
}

/**
 * The lead tells the referrer. Another holder may say in code who acts; words of its own wait for
 * the lead, who alone knows what may be told.
 */
export function sendFeedback(call: Send, edition: Edition): Decision {
  const { referral, code, by, at, sealed } = call;
  if (isOver(referral)) throw new Refusal('already-closed');
  checkCodes(call, edition);
  const stage = stageOf(code, edition);
  const leads = referral.lead === by.agency;
  if (!leads && stage === 'outcome') throw new Refusal('outcome-is-the-leads');
  const number = referral.feedbacks + 1;
  const feedback: Feedback = {
    what: 'feedback',
    referral: referral.id,
    file: referral.file,
    number,
    version: 1,
    code,
    stage,
    from: by.agency,
    at,
    sealed,
    ...(call.offered && { offered: [...call.offered] }),
    ...(call.takenUp && { takenUp: call.takenUp }),
  };
  const counted = { ...call, referral: { ...referral, feedbacks: number } };
  return leads || !sealed ? outgoing(counted, feedback, edition) : proposal(counted, feedback);
}

function checkCodes({ code, offered = [], takenUp }: Send, edition: Edition): void {
  const unknown = [
    ...(edition.has('feedback', code) ? [] : ['/code']),
    ...offered.flatMap((one, i) => (edition.has('offers', one) ? [] : [`/offered/${i}`])),
    ...(takenUp === undefined || edition.has('takenUp', takenUp) ? [] : ['/takenUp']),
  ];
  if (unknown.length > 0) {
    throw new Refusal(
      'unknown-code',
      unknown.map((pointer) => ({ pointer, code: 'unknown-code' })),
    );
  }
  const told = offered.length > 0 || takenUp !== undefined;
  if (told && stageOf(code, edition) !== 'outcome') {
    throw new Refusal('offers-with-outcome', [{ pointer: '/offered', code: 'outcome-missing' }]);
  }
}

/** Waits for the lead; no clock ends, for nobody has been told anything. */
function proposal({ referral, by, at, event }: Send, feedback: Feedback): Decision {
  const told: Referral = { ...referral, version: referral.version + 1 };
  const proposed = happened('feedback.proposed', told, feedback, { by, at, event });
  return {
    kept: [told, { ...feedback, proposed: true }],
    events: [{ ...proposed, to: [referral.lead] }],
  };
}

/** What goes out: the clocks it answers end, and the referrer's agency owes a sign that it was heard. */
function outgoing(
  call: Pick<Send, 'referral' | 'clocks' | 'exceptions' | 'by' | 'at' | 'event'>,
  feedback: Feedback,
  edition: Edition,
): Decision {
  const { referral, clocks, exceptions = [], at } = call;
  const told: RoutedReferral = { ...referral, version: referral.version + 1 };
  const ended = clocks.filter(({ name, endedAt }) => !endedAt && answers(feedback.stage, name));
  const declined = { feedback: feedback.code, takenUp: feedback.takenUp };
  const fresh = [
    isExcepted(exceptions, 'acknowledgement')
      ? undefined
      : acknowledgement(referral, clocks, at, edition),
    lookAgain(referral, declined, { clocks, at }, edition),
  ].filter((clock) => clock !== undefined);
  const kept: Kept[] = [told, feedback, ...ended.map((clock) => endClock(clock, at)), ...fresh];
  const sent = happened('feedback.sent', told, feedback, call);
  return { kept, events: [{ ...sent, to: hearersOf(referral) }] };
}

/** A receipt answers nothing; an outcome both: who has heard the end need not be told the beginning. */
const answers = (stage: FeedbackStage, clock: string): boolean =>
  (stage !== 'receipt' && clock === 'first-feedback') ||
  (stage === 'outcome' && clock === 'outcome-feedback');

/** One clock waits for the referrer's sign; it runs while any feedback is unacknowledged. */
function acknowledgement(
  referral: RoutedReferral,
  clocks: readonly Clock[],
  at: string,
  edition: Edition,
): Clock | undefined {
  const earlier = clocks.find(({ name }) => name === 'acknowledgement');
  if (earlier && !earlier.endedAt) return undefined;
  const fresh = startClock(
    {
      name: 'acknowledgement',
      subject: { kind: 'referral', id: referral.id },
      holder: referral.agency,
      file: referral.file,
      referral: referral.id,
      case: referral.case,
      urgency: 'routine',
      startedAt: at,
    },
    edition,
  );
  return earlier ? { ...fresh, version: earlier.version + 1 } : fresh;
}

interface Release extends OfOne {
  readonly exceptions: readonly FeedbackException[];
  /** The lead's own words in the place of those proposed, where it wrote any. */
  readonly sealed?: Sealed | undefined;
}

/** The lead has read what another holder wants to say, and lets it go out. Twice, it goes out once. */
export function release(call: Release, edition: Edition): Decision {
  const { referral, by } = call;
  const { proposed, ...feedback } = found(call);
  if (!proposed) return NOTHING;
  if (isOver(referral)) throw new Refusal('already-closed');
  const released: Feedback = {
    ...feedback,
    version: feedback.version + 1,
    releasedBy: by.sub,
    sealed: call.sealed ?? feedback.sealed,
  };
  return outgoing(call, released, edition);
}
