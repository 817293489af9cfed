import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../policy/edition.ts';
import { text } from '../time.ts';
import type { Explained } from './explained.ts';
import { type ChildFacts, hoursBetween, lastIncident, spanOf, type VisitFacts } from './facts.ts';

export type MedicalOrder = 'before-interview' | 'after-interview';

interface Medical {
  readonly order: MedicalOrder;
  /** Which window it is in, or why there is none. */
  readonly because: string;
  /** By when it must be; absent where nothing calls for it. */
  readonly by?: string;
  readonly ordered: boolean;
}

/**
 * Whether the examination comes before the interview, and by when it must be. Counted from when the
 * visit was opened, so that waiting moves nothing. Health care is another matter and never waits.
 */
export function medicalOf(
  child: ChildFacts,
  visit: VisitFacts,
  openedAt: string,
  edition: Edition,
): Medical {
  const ordered = visit.forensicOrder !== undefined;
  const at = Temporal.Instant.from(openedAt);
  const span = spanOf(lastIncident(child, visit), edition.calendar.zone);
  const hours = span ? hoursBetween(span.to, at) : 0;
  const { windows, forms } = edition.interview.medical;
  const window = windows.find(({ untilHours }) => untilHours === undefined || hours <= untilHours);
  if (!window) throw new Error('the pack has no medical window that stays open');
  if (visit.examinedAt) return { order: window.order, because: 'examined', ordered };
  const called = child.forms.length === 0 || child.forms.some((form) => forms.includes(form));
  if (!ordered && !called) return { order: window.order, because: 'not-called-for', ordered };
  const { amount, unit } = window.within;
  const within = at.add({ [unit]: amount });
  // Traces fade from the earliest instant at which it can have happened.
  const fade = span && window.untilHours && span.from.add({ hours: window.untilHours });
  const by = fade && Temporal.Instant.compare(fade, within) < 0 ? fade : within;
  return {
    order: window.order,
    because: span ? window.code : `${window.code}-unknown`,
    by: text(Temporal.Instant.compare(by, at) < 0 ? at : by),
    ordered,
  };
}

/** Why it stands where it stands, in the plan's own lines. */
export function medicalReasons(medical: Medical, atCentre: boolean): Explained[] {
  const line = (code: string): Explained => ({ about: 'medical', code });
  const open = medical.because !== 'examined' && medical.because !== 'not-called-for';
  return [
    line(medical.because),
    ...(medical.because === 'examined'
      ? []
      : [
          ...(open || medical.ordered
            ? [line(medical.ordered ? 'order-given' : 'order-awaited')]
            : []),
          ...(medical.ordered && !atCentre ? [line('examined-apart')] : []),
        ]),
  ];
}
