import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { Refusal } from '../refusal.ts';
import type { Feedback, RoutedReferral } from './referral.ts';

/** Who does it, when, and the event it makes. */
export interface By {
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** The journal's line on one feedback of a referral. */
export const happened = (
  type: JournalEvent['type'],
  { id, version, file, case: opened }: Pick<RoutedReferral, 'id' | 'version' | 'file' | 'case'>,
  { code, number }: Pick<Feedback, 'code' | 'number'>,
  { by, at, event }: By,
): JournalEvent => ({
  id: event,
  type,
  at,
  subject: { kind: 'referral', id },
  version,
  by: { sub: by.sub, agency: by.agency },
  file,
  referral: id,
  case: opened,
  to: [],
  codes: { code, number: String(number) },
});

/** Asked again, nothing more happens. */
export const NOTHING: Decision = { kept: [], events: [] };

/** One feedback among all of its referral. */
export interface OfOne extends By {
  readonly referral: RoutedReferral;
  readonly all: readonly Feedback[];
  readonly number: number;
  readonly clocks: readonly Clock[];
}

/** The one feedback that is meant. */
export function found({ all, number }: Pick<OfOne, 'all' | 'number'>): Feedback {
  const feedback = all.find((one) => one.number === number);
  if (!feedback) throw new Refusal('not-found');
  return feedback;
}
