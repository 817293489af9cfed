import type { Case } from '../case/case.ts';
import { outlastsWork } from '../clock/lasting.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, CaseId, EventId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import { standIn } from '../routing/inside.ts';
import { nationalDesk } from '../routing/national-desk.ts';

/** Who is shut out of a child's records: agencies that employ an alleged perpetrator, and accounts. */
export interface Shut {
  readonly excluded: readonly AgencyId[];
  readonly conflicted: readonly string[];
}

/** What stands of one child: its case, or all that are joined, with their referrals. */
export interface Standing {
  readonly cases: readonly Case[];
  readonly referrals: readonly Referral[];
  /** The clocks of these cases and referrals; those of tasks go with the tasks. */
  readonly clocks: readonly Clock[];
}

interface ShutOut {
  readonly standing: Standing;
  /** Everybody who is shut out from now on, earlier ones included. */
  readonly shut: Shut;
  /** The case in which it was said: it counts this even where nothing in it changes. */
  readonly of?: CaseId;
  /** Decided in the same transaction: what that keeps is kept there. */
  readonly beside?: Decision;
  readonly type: EventType;
  readonly by: { readonly sub: string; readonly agency?: AgencyId | undefined };
  readonly at: string;
  readonly newEvent: () => EventId;
}

/**
 * Agencies and accounts are shut out of a child's records from this moment on: of every case that is
 * joined, so that no other door is left open. Whoever is no longer shut out is let in again.
 */
export function shutOut(call: ShutOut, edition: Edition): Decision {
  const { standing, shut, of, beside } = call;
  const after = shutStanding(standing, shut, edition);
  const there: readonly unknown[] =
    beside?.kept.map((kept) => ('id' in kept ? kept.id : undefined)) ?? [];
  const changed = <T extends { readonly id: string }>(before: readonly T[], now: readonly T[]) =>
    now.filter((one, i) => !there.includes(one.id) && (one.id === of || one !== before[i]));
  const cases = changed(standing.cases, after.cases).map(counted);
  const kept: Kept[] = [
    ...cases,
    ...changed(standing.referrals, after.referrals).map(counted),
    ...after.clocks.filter((clock, i) => clock !== standing.clocks[i]).map(counted),
  ];
  return { kept, events: cases.map((one) => told(call, one)) };
}

/** The same records with who is shut out and who leads instead; what does not change is the same. */
export function shutStanding({ cases, referrals, clocks }: Standing, shut: Shut, edition: Edition) {
  const instead = (agency: AgencyId) => unitFor(agency, shut.excluded, edition);
  const leads = [...cases.map(({ lead }) => lead), ...referrals.map(leadOf)];
  return {
    cases: cases.map((one) => shutRecord(one, instead(one.lead), shut)),
    referrals: referrals.map((one) =>
      one.status === 'submitted'
        ? shutRecord(one, undefined, shut)
        : shutRecord(one, instead(one.lead), shut),
    ),
    // What the former lead owed of the case and to the referrer is owed by the new one; nothing restarts.
    clocks: clocks.map((clock) => {
      const holder = instead(clock.holder);
      const owed = !clock.endedAt && leads.includes(clock.holder) && !outlastsWork(clock);
      return owed && holder !== clock.holder ? { ...clock, holder } : clock;
    }),
  };
}

/** Whoever is shut out of any of these records already. */
export function alreadyShut({ cases, referrals }: Pick<Standing, 'cases' | 'referrals'>): Shut {
  const all = [...cases, ...referrals];
  return {
    excluded: unique(all.flatMap(({ excluded = [] }) => excluded)),
    conflicted: unique(all.flatMap(({ conflicted = [] }) => conflicted)),
  };
}

/** The agency itself or, where it is excluded, who stands in for it; in the end the national desk. */
export function unitFor(id: AgencyId, excluded: readonly AgencyId[], edition: Edition): AgencyId {
  if (!excluded.includes(id)) return id;
  const agency = edition.agency(id);
  const found = agency && standIn(agency, excluded, edition);
  return (found ?? nationalDesk(edition).desk).id;
}

function shutRecord<T extends Case | Referral>(one: T, lead: AgencyId | undefined, shut: Shut): T {
  const { excluded = [], conflicted = [] } = one;
  const leads = lead === undefined || ('lead' in one && one.lead === lead);
  const stays = isSame(excluded, shut.excluded) && isSame(conflicted, shut.conflicted);
  if (leads && stays) return one;
  const now = { excluded: [...shut.excluded], conflicted: [...shut.conflicted] };
  return { ...one, ...now, ...(lead && { lead }) };
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));

const unique = <T extends string>(all: readonly T[]): T[] => [...new Set(all)].sort();

const counted = <T extends { readonly version: number }>(one: T): T => ({
  ...one,
  version: one.version + 1,
});

/** Told to the lead only: to everybody else it is nobody's business who is shut out, and why. */
const told = ({ type, by, at, newEvent }: ShutOut, changed: Case): JournalEvent => ({
  id: newEvent(),
  type,
  at,
  subject: { kind: 'case', id: changed.id },
  version: changed.version,
  by: { sub: by.sub, agency: by.agency },
  file: changed.file,
  referral: changed.referral,
  case: changed.id,
  to: changed.lead === by.agency ? [] : [changed.lead],
});
