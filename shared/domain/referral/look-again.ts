import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { followUp } from '../task/follow-up.ts';
import type { RoutedReferral } from './referral.ts';

export const LOOK_AGAIN = 'look-again';

/** Support is voluntary only where there is no case; only there can it be declined. */
const isVoluntary = ({ kind, case: opened }: RoutedReferral): boolean =>
  kind === 'early-identification' && opened === undefined;

/** In which way support can have been declined; the pack says which codes mean it. */
export interface Declined {
  readonly consent?: string | undefined;
  readonly feedback?: string | undefined;
  readonly takenUp?: string | undefined;
  readonly closure?: string | undefined;
}

/** The clock that brings a family back that declined; nothing where none did, or one runs already. */
export function lookAgain(
  referral: RoutedReferral,
  declined: Declined,
  { clocks, at }: { readonly clocks: readonly Clock[]; readonly at: string },
  edition: Edition,
): Clock | undefined {
  const rules = edition.answers.lookAgain;
  const did = (['consent', 'feedback', 'takenUp', 'closure'] as const).some((way) =>
    rules[way].includes(declined[way] ?? ''),
  );
  if (!did || !isVoluntary(referral)) return undefined;
  const earlier = clocks.find(({ name }) => name === LOOK_AGAIN);
  if (earlier && !earlier.endedAt) return undefined;
  const fresh = startClock(
    {
      name: LOOK_AGAIN,
      subject: { kind: 'referral', id: referral.id },
      holder: referral.lead,
      file: referral.file,
      referral: referral.id,
      case: undefined,
      urgency: 'routine',
      startedAt: at,
    },
    edition,
  );
  return earlier ? { ...fresh, version: earlier.version + 1 } : fresh;
}

/** The day has come: the lead is asked to offer support again, also where the referral is closed. */
export function offerAgain(
  clock: Clock,
  referral: RoutedReferral,
  at: string,
  ids: { readonly task: TaskId; readonly event: EventId },
  edition: Edition,
): Decision {
  const asked = {
    kind: 'offer-support-again',
    agency: referral.lead,
    track: 'support' as const,
    urgency: 'routine' as const,
    instructions: ['offer-without-pressure', 'answer-referrer'],
    rule: LOOK_AGAIN,
    requestedBy: 'policy' as const,
  };
  const { kept, events } = followUp({ ...asked, referral, at, by: { sub: 'clock' }, ids }, edition);
  return { kept: [endClock({ ...clock, fired: clock.fired + 1 }, at), ...kept], events };
}
