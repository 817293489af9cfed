import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import { localDate } from '../calendar/days.ts';
import type { Interview } from '../interview/interview.ts';
import type { Decision } from '../journal/decision.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { checklistFor } from './checklist.ts';
import { mayPlan } from './planning.ts';
import { counted, partOfVisit, type StepBy, visitEvent } from './step.ts';

/** One point of the checklist as somebody dealt with it; the last entry of a point counts. */
export const Preparation = z.object({
  ...part('preparation'),
  code: Code,
  state: z.enum(['done', 'not-done']),
  reason: Code.optional(),
  /** Devices that were tested, by what stands on them. */
  devices: z.array(Code).optional(),
});
export type Preparation = z.infer<typeof Preparation>;

export interface Dealing {
  readonly code: string;
  /** Absent: it was done. */
  readonly reason: string | undefined;
  readonly devices: readonly string[];
  readonly sealed: Sealed | undefined;
}

/** A point of the checklist is done, or is not and somebody says why. */
export function prepare(
  { visit, number, dealing }: { visit: Interview; number: number; dealing: Dealing },
  step: StepBy,
  edition: Edition,
): Decision {
  const { code, reason, devices, sealed } = dealing;
  mayPlan(visit);
  const { checklist } = edition.visit;
  if (!edition.interview.preparation.some((point) => point.code === code)) {
    throw new Refusal('not-found');
  }
  if (reason && !edition.has('preparationReasons', reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  if (reason && checklist.mustBeDone.includes(code)) {
    throw new Refusal('preparation-open', [{ pointer: '/reason', code }]);
  }
  const tested = new Set(devices).size;
  if (code === checklist.devices.code && tested < checklist.devices.least) {
    throw new Refusal('devices-missing', [{ pointer: '/devices', code: 'devices-missing' }]);
  }
  const entry: Preparation = {
    ...partOfVisit('preparation', visit, number, step),
    code,
    state: reason ? 'not-done' : 'done',
    ...(reason && { reason }),
    ...(devices.length > 0 && { devices: [...devices] }),
    ...(sealed && { sealed }),
  };
  const next = counted(visit);
  const codes = { point: code, state: entry.state };
  const told = visitEvent({ type: 'preparation.done', visit: next, codes }, step);
  return { kept: [entry, next], events: [told] };
}

/** The last word on a point, of what was entered since an earlier attempt to hold the interview. */
export const lastOn = (
  code: string,
  entries: readonly Preparation[],
  since: string = '',
): Preparation | undefined => entries.filter((one) => one.code === code && one.at > since).at(-1);

/** Required points nobody has dealt with; devices count only when they were tested that same day. */
export function openPoints(
  visit: Interview,
  entries: readonly Preparation[],
  { at, since }: { readonly at: string; readonly since: string },
  edition: Edition,
): Hindrance[] {
  const day = (instant: string) =>
    localDate(edition.calendar, Temporal.Instant.from(instant)).toString();
  const isOpen = (code: string): boolean => {
    const last = lastOn(code, entries, since);
    if (!last) return true;
    return code === edition.visit.checklist.devices.code && day(last.at) !== day(at);
  };
  return checklistFor(visit, edition)
    .filter(({ required, code }) => required && isOpen(code))
    .map(({ code }) => ({ pointer: `preparation/${code}`, code }));
}
