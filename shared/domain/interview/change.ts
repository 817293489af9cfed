import type { Booking } from '../booking/booking.ts';
import type { Clock } from '../clock/state.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { EventType } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { type StepBy, visitEvent } from '../visit/step.ts';
import { visitClocks } from './clocks.ts';
import type { Interview } from './interview.ts';
import { type Planning, planOf } from './plan.ts';

/** Until the child enters the room, a plan can change. */
const OPEN: readonly Interview['status'][] = ['planning', 'held', 'booked'];

export function mustBeOpen({ status }: Pick<Interview, 'status'>): void {
  if (!OPEN.includes(status)) throw new Refusal('visit-plan-closed');
}

interface Changing {
  readonly visit: Interview;
  readonly planning: Planning;
  readonly clocks: readonly Clock[];
  readonly step: StepBy;
  /** What is kept beside it, such as the consent that changed its ground. */
  readonly kept?: readonly Kept[];
  /** Of the visit itself, beside what is computed. */
  readonly also?: Partial<Pick<Interview, 'order' | 'siblings' | 'sealed'>>;
  /** Unless the deadline came sooner: then everybody must know of that. */
  readonly type: EventType;
  readonly codes?: Readonly<Record<string, string>>;
}

/**
 * Plans a visit anew after something about it has changed. The deadline can only come sooner, and
 * where it does, that is what happened: a time booked after it has to be found again.
 */
export function changeVisit(changing: Changing, edition: Edition): Decision {
  const { visit, planning, clocks, step, kept = [], also = {}, type, codes = {} } = changing;
  mustBeOpen(visit);
  const { medical: _, ...before } = visit;
  const changed: Interview = {
    ...before,
    ...planOf({ ...planning, tier: visit.tier }, edition),
    ...also,
    ...(planning.legalForm && { legalForm: planning.legalForm }),
    facts: planning.visit,
    choices: planning.choices,
    version: visit.version + 1,
  };
  const isSooner = changed.tier.dueAt < visit.tier.dueAt || changed.tier.tier < visit.tier.tier;
  const event = visitEvent(
    {
      type: isSooner ? 'interview.re-tiered' : type,
      visit: changed,
      codes: isSooner ? { ...codes, tier: String(changed.tier.tier) } : codes,
      deadline: changed.tier.dueAt,
    },
    step,
  );
  const settled = visitClocks(changed, step.lead, clocks, step.at, edition);
  return { kept: [changed, ...settled, ...kept], events: [event] };
}

/** A booked or held time that begins after the deadline, and after no recorded reason. */
export const breaksDeadline = (
  { tier, breach }: Pick<Interview, 'tier' | 'breach'>,
  { start }: Pick<Booking, 'start'>,
): boolean => start > tier.dueAt && !breach;

/** Required roles that came into the plan after this time was found: nobody is booked for them. */
export function lacking(
  { roles }: Pick<Interview, 'roles'>,
  { claims, parts }: Pick<Booking, 'claims' | 'parts'>,
): string[] {
  const held = parts.map(({ part }) => part);
  return roles
    .filter(({ required, from }) => required && from === 'resources')
    .filter((one) => one.parts.some((part) => held.includes(part)) || one.parts.includes('medical'))
    .map(({ role }) => role)
    .filter((role) => !claims.some((claim) => claim.role === role));
}

/** Something kept beside the visit that changes nothing of the plan: it counts, and all may know. */
export function noted(
  visit: Interview,
  kept: readonly Kept[],
  codes: Readonly<Record<string, string>>,
  step: StepBy,
): Decision {
  mustBeOpen(visit);
  const counted = { ...visit, version: visit.version + 1 };
  const event = visitEvent({ type: 'interview.planned', visit: counted, codes }, step);
  return { kept: [counted, ...kept], events: [event] };
}
