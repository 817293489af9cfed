import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { Feedback, Referral, RoutedReferral } from './referral.ts';

/** An outcome says what came of it; everything before it says who acts. */
export const stageOf = (code: string): Feedback['stage'] =>
  code.startsWith('outcome-') ? 'outcome' : 'first';

/** Only a referral that has been routed has somebody who could answer for it. */
export function routedOnly(referral: Referral): RoutedReferral {
  if (referral.status === 'submitted') throw new Refusal('not-routed-yet');
  return referral;
}

interface Send {
  readonly referral: RoutedReferral;
  readonly code: string;
  readonly clocks: readonly Clock[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
  readonly sealed: Sealed | undefined;
}

/** The lead tells the referrer; whoever has been told something is owed a sign that it was heard. */
export function sendFeedback(
  { referral, code, clocks, by, at, event, sealed }: Send,
  edition: Edition,
): Decision {
  if (referral.status === 'closed') throw new Refusal('already-closed');
  if (!edition.has('feedback', code)) {
    throw new Refusal('unknown-code', [{ pointer: '/code', code: 'unknown-code' }]);
  }
  const number = referral.feedbacks + 1;
  const stage = stageOf(code);
  const subject = { kind: 'referral' as const, id: referral.id };
  const { file } = referral;
  const feedback: Feedback = {
    what: 'feedback',
    referral: referral.id,
    file,
    number,
    version: 1,
    code,
    stage,
    from: by.agency,
    at,
    sealed,
  };
  const told: Referral = { ...referral, version: referral.version + 1, feedbacks: number };
  const ended = clocks.filter(({ name, endedAt }) => !endedAt && answers(stage, name));
  const sent: JournalEvent = {
    id: event,
    type: 'feedback.sent',
    at,
    subject,
    version: told.version,
    by,
    file,
    referral: referral.id,
    case: referral.case,
    to: [referral.agency],
    codes: { code, number: String(number) },
  };
  const kept: Kept[] = [told, feedback, ...ended.map((clock) => endClock(clock, at))];
  const waiting = acknowledgement(referral, clocks, at, edition);
  return { kept: waiting ? [...kept, waiting] : kept, events: [sent] };
}

/** An outcome answers both clocks: who has heard the end need not be told the beginning. */
const answers = (stage: Feedback['stage'], clock: string): boolean =>
  clock === 'first-feedback' || (stage === 'outcome' && clock === 'outcome-feedback');

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

interface Acknowledge {
  readonly referral: RoutedReferral;
  readonly all: readonly Feedback[];
  readonly number: number;
  readonly clocks: readonly Clock[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** The referrer heard it. With the last open feedback the wait ends. */
export function acknowledge(call: Acknowledge): Decision {
  const { referral, all, number, clocks, by, at, event } = call;
  const feedback = all.find((one) => one.number === number);
  if (!feedback) throw new Refusal('not-found');
  if (feedback.acknowledgedAt) return { kept: [], events: [] };
  const heard: Feedback = { ...feedback, version: feedback.version + 1, acknowledgedAt: at };
  const told: Referral = { ...referral, version: referral.version + 1 };
  const stillOpen = all.some((one) => one.number !== number && !one.acknowledgedAt);
  const waiting = clocks.filter(({ name, endedAt }) => name === 'acknowledgement' && !endedAt);
  const ended = stillOpen ? [] : waiting.map((clock) => endClock(clock, at));
  const acknowledged: JournalEvent = {
    id: event,
    type: 'feedback.acknowledged',
    at,
    subject: { kind: 'referral', id: referral.id },
    version: told.version,
    by,
    file: referral.file,
    referral: referral.id,
    case: referral.case,
    to: [referral.lead],
    codes: { number: String(number) },
  };
  return { kept: [told, heard, ...ended], events: [acknowledged] };
}
