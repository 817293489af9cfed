import type { Agency } from '../directory/agency.ts';
import type { AgencyId } from '../ids.ts';
import type { Labels } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { TaskRole, Urgency } from '../task/statuses.ts';
import { standIn } from './inside.ts';
import type { Condition, RoutedTask, RoutingFacts, RoutingRule } from './rule.ts';

/** One task the rules ask for: what, of whom, by which rule and why. */
export interface Assignment extends Omit<RoutedTask, 'to'> {
  readonly agency: AgencyId;
  readonly rule: string;
  readonly why: Labels;
  /** What those who do not lead are told instead. */
  readonly toOthers?: Labels | undefined;
}

/** Where the child is, as far as it is known; `unknown` finds no agency with an area. */
export interface RoutingPlace {
  readonly municipality: string;
  readonly referrer: AgencyId;
  /** Agencies that employ an alleged perpetrator: another unit stands in for each. */
  readonly excluded?: readonly AgencyId[];
}

/** The rule that stands for "no rule fits, or no agency was found". */
export const UNROUTED = 'unrouted';

/**
 * Applies the pack's rules: every rule that fits adds its tasks, in the pack's order. When nothing
 * fits, when an agency cannot be found, or when nobody would lead, a person at the national desk
 * decides — beside whatever could be found. An excluded agency is never addressed: the unit that the
 * pack names stands in for it, and where nobody is left, the national desk finds somebody.
 */
export function decide(facts: RoutingFacts, place: RoutingPlace, edition: Edition): Assignment[] {
  const { excluded = [] } = facts;
  const wanted = edition.rules
    .filter((rule) => rule.kind === facts.kind && applies(rule, facts))
    .flatMap((rule) => rule.tasks.map((task) => ({ task, rule })));
  const found = wanted.flatMap(({ task, rule }) =>
    assign(task, rule, { ...place, excluded }, edition),
  );
  const merged = oneLead(merge(found));
  const led = merged.some(({ role }) => role === 'lead');
  const complete = led && found.length === wanted.length;
  if (complete) return merged;
  const byHand = unrouted(place, edition);
  // A lead that was found stays the lead; the desk then only finds the missing addressee.
  return [
    ...merged,
    ...(led ? byHand.map((task) => ({ ...task, role: 'participant' as const })) : byHand),
  ];
}

/** What the national duty desk is asked when the rules do not say who must act. */
export const unrouted = (place: RoutingPlace, edition: Edition): Assignment[] =>
  edition.unrouted.tasks.flatMap((task) =>
    assign(task, { id: UNROUTED, why: edition.unrouted.why }, { ...place, excluded: [] }, edition),
  );

const applies = (rule: RoutingRule, facts: RoutingFacts): boolean =>
  rule.when.every((condition) => holds(condition, facts)) &&
  !(rule.unless ?? []).some((condition) => holds(condition, facts));

/** One condition of the pack's closed language. */
function holds(condition: Condition, facts: RoutingFacts): boolean {
  if ('in' in condition) return condition.in.includes(facts[condition.fact] ?? 'unknown');
  if ('includesAny' in condition) {
    const codes = facts[condition.fact] ?? [];
    return condition.includesAny.some((code) => codes.includes(code));
  }
  const value = facts[condition.fact];
  if ('known' in condition) return (value !== undefined) === condition.known;
  if (typeof value !== 'number') return condition.orUnknown === true;
  return 'atMost' in condition ? value <= condition.atMost : value >= condition.atLeast;
}

/** One task of the pack for the agency it is meant for; nothing where there is none. */
export function assign(
  { to, ...task }: RoutedTask,
  { id, why, toOthers }: Pick<RoutingRule, 'id' | 'why' | 'toOthers'>,
  { excluded = [], ...place }: RoutingPlace,
  edition: Edition,
): Assignment[] {
  const competent = addressee(to, place, edition);
  const agency = competent && standIn(competent, excluded, edition);
  return agency ? [{ ...task, agency: agency.id, rule: id, why, toOthers }] : [];
}

function addressee(
  { agencyKind, by, duty }: RoutedTask['to'],
  { municipality, referrer }: RoutingPlace,
  edition: Edition,
): Agency | undefined {
  switch (by) {
    case 'referrer':
      return edition.agency(referrer);
    case 'national':
      return edition.agencies.find(({ kind }) => kind === agencyKind);
    case 'catchment':
      return edition.centreFor(municipality)?.centre;
    case 'municipality':
    case 'region':
      return edition.competent(agencyKind, municipality, duty ? { duty } : {})[0];
  }
}

const RANK: Readonly<Record<Urgency, number>> = { urgent: 0, high: 1, routine: 2 };

/** Two rules that ask the same agency for the same work make one task: the stricter of both. */
function merge(assignments: readonly Assignment[]): Assignment[] {
  const byWork = new Map<string, Assignment>();
  for (const next of assignments) {
    const work = `${next.kind} ${next.agency}`;
    const first = byWork.get(work);
    byWork.set(work, first ? unite(first, next) : next);
  }
  return [...byWork.values()];
}

/** Where two rules name a lead, the earlier one has it: a case has one lead at any time. */
function oneLead(assignments: readonly Assignment[]): Assignment[] {
  const lead = assignments.find(({ role }) => role === 'lead');
  return assignments.map((one) =>
    one.role === 'lead' && one !== lead ? { ...one, role: 'participant' } : one,
  );
}

const ROLE_RANK: Readonly<Record<TaskRole, number>> = { lead: 0, participant: 1, informed: 2 };

const unite = (first: Assignment, next: Assignment): Assignment => ({
  ...first,
  role: ROLE_RANK[next.role] < ROLE_RANK[first.role] ? next.role : first.role,
  urgency: RANK[next.urgency] < RANK[first.urgency] ? next.urgency : first.urgency,
  clocks: [...new Set([...first.clocks, ...next.clocks])],
  instructions: [...new Set([...first.instructions, ...next.instructions])],
});
