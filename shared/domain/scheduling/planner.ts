import { and, count, everything, isEmpty, nextSet } from './mask.ts';
import { Occupancy } from './occupancy.ts';
import { Placing } from './placing.ts';
import type { Horizon, Mask, Question, Slot, Span } from './question.ts';
import type { Plan, PlannedVisit, Visit } from './replan.ts';
import { slotAt } from './slot.ts';
import { tabulate } from './table.ts';
import { startsOf } from './windows.ts';

/** A visit without a time counts as much later than any that has one. */
const LATE = 1e6;

/** The plan while it is made: visits are put in and taken out; nothing is ever taken twice. */
export class Planner {
  readonly #horizon: Horizon;
  readonly #visits: readonly Visit[];
  readonly #occupancy: Occupancy;
  /** By visit its question over masks that follow what the others take. */
  readonly #questions: ReadonlyMap<string, Question>;
  readonly #planned = new Map<string, PlannedVisit>();

  constructor(horizon: Horizon, visits: readonly Visit[]) {
    this.#horizon = horizon;
    this.#visits = visits;
    this.#occupancy = new Occupancy(horizon);
    const all = everything(horizon);
    const families = Map.groupBy(visits, ({ party }) => party);
    this.#questions = new Map(
      visits.map((visit) => {
        const isAlone = families.get(visit.party)?.length === 1;
        return [visit.id, this.#follow(visit, all, isAlone ? undefined : visit.party)];
      }),
    );
  }

  /** Whoever has the fewest starts to choose from comes first. */
  planByFewestOptions(): void {
    const options = this.#visits.map((visit) => ({ visit, count: this.#options(visit) }));
    for (const { visit } of options.sort((a, b) => a.count - b.count)) this.#put(visit);
  }

  /** Visits that start about the time of one that chance picks. */
  neighbours(size: number, random: () => number): readonly Visit[] {
    return this.#about(this.#startOf(drawn(this.#visits, random)), this.#visits, size);
  }

  /** A visit, and before it in time some that may have what it would need to start earlier. */
  forward(size: number, random: () => number): readonly Visit[] {
    const visit = drawn(this.#visits, random);
    const start = this.#startOf(visit);
    const earlier = this.#visits.filter((other) => this.#startOf(other) < start);
    const about = this.#startOf(drawn(earlier, random));
    return visit ? [visit, ...this.#about(about, earlier, size - 1)] : [];
  }

  #about(start: number, visits: readonly Visit[], size: number): readonly Visit[] {
    return visits
      .map((visit) => ({ visit, far: Math.abs(this.#startOf(visit) - start) }))
      .sort((a, b) => a.far - b.far)
      .slice(0, size)
      .map(({ visit }) => visit);
  }

  /** Plans these anew in this order; if all together start later than before, it stays as it was. */
  tryAnew(visits: readonly Visit[]): void {
    const delay = this.#delayOf(visits);
    this.#try(visits, () => this.#putAll(visits, delay));
  }

  /** The same, but given up at once when the first of them does not start earlier. */
  tryForward(visits: readonly Visit[]): void {
    const [first, ...others] = visits;
    if (!first) return;
    const delay = this.#delayOf(visits);
    const start = this.#startOf(first);
    this.#try(visits, () => {
      this.#put(first, start);
      const now = this.#startOf(first);
      return now < start && this.#putAll(others, delay - (now - this.#horizon.from));
    });
  }
  /** Takes them out and puts them in anew; puts them back as they were when that was no good. */
  #try(visits: readonly Visit[], putAnew: () => boolean): void {
    const before = visits.map((visit) => this.#planned.get(visit.id));
    for (const visit of visits) this.#takeOut(visit);
    if (putAnew()) return;
    for (const visit of visits) this.#takeOut(visit);
    for (const [i, visit] of visits.entries()) {
      const planned = before[i];
      if (planned) this.#occupy(visit, planned);
    }
  }

  /** False as soon as they start later together than they may. */
  #putAll(visits: readonly Visit[], most: number): boolean {
    let delay = 0;
    for (const visit of visits) {
      this.#put(visit, this.#horizon.from + most - delay + 1);
      delay += this.#startOf(visit) - this.#horizon.from;
      if (delay > most) return false;
    }
    return true;
  }

  plan(): Plan {
    const planned = this.#visits.flatMap(({ id }) => this.#planned.get(id) ?? []);
    return {
      planned: planned.toSorted((a, b) => a.start - b.start),
      waiting: this.#visits.filter(({ id }) => !this.#planned.has(id)).map(({ id }) => id),
      delay: planned.reduce((sum, { start }) => sum + start - this.#horizon.from, 0),
    };
  }

  #startOf(visit: Visit | undefined): number {
    return this.#planned.get(visit?.id ?? '')?.start ?? this.#horizon.from + LATE;
  }

  #delayOf(visits: readonly Visit[]): number {
    return visits.reduce((sum, visit) => sum + this.#startOf(visit) - this.#horizon.from, 0);
  }

  #options({ id }: Visit): number {
    const question = this.#questions.get(id);
    return question ? count(tabulate(question, () => question.allowed).open) : 0;
  }

  /** At the first start at which everybody is there, if it lies before a certain cell. */
  #put(visit: Visit, before = Number.POSITIVE_INFINITY): void {
    const asked = this.#questions.get(visit.id);
    if (!asked) return;
    const question = { ...asked, notAfter: Math.min(asked.notAfter, before - 1) };
    const table = tabulate(question, () => question.allowed);
    if (isEmpty(table.open)) return;
    const placing = new Placing(table);
    for (let bit = nextSet(table.open, 0); bit >= 0; bit = nextSet(table.open, bit + 1))
      if (placing.fill(bit)) {
        this.#occupy(visit, plannedAt(visit, slotAt(table, placing, this.#horizon.from + bit, 0)));
        return;
      }
  }

  #occupy(visit: Visit, planned: PlannedVisit): void {
    this.#planned.set(visit.id, planned);
    for (const { id, taken } of planned.fillings)
      for (const span of taken) this.#occupancy.take(id, { ...span, visit: visit.id });
    for (const { zone, from, to } of planned.zones)
      this.#occupancy.take(zone, { from, to, visit: visit.id, party: visit.party });
  }

  #takeOut(visit: Visit): void {
    const planned = this.#planned.get(visit.id);
    if (!planned) return;
    this.#planned.delete(visit.id);
    for (const { id } of planned.fillings) this.#occupancy.release(id, visit.id);
    for (const zone of new Set(planned.zones.map(({ zone }) => zone)))
      this.#occupancy.release(zone, visit.id);
  }

  /** Nobody is in the way of a visit that has no family: all such visits see the same zones. */
  #follow({ question, zones }: Visit, all: Mask, party: string | undefined): Question {
    return {
      ...question,
      roles: question.roles.map((role) => ({
        ...role,
        candidates: role.candidates.map((candidate) => ({
          ...candidate,
          free: this.#occupancy.follow(candidate.id, candidate.free),
        })),
      })),
      rules: [
        { code: 'rules', window: AT_THE_START, free: rulesOf(question) },
        ...zones.map(({ zone, window }) => ({
          code: zone,
          window,
          free: this.#occupancy.follow(zone, all, party),
        })),
      ],
    };
  }
}

const drawn = <T>(of: readonly T[], random: () => number): T | undefined =>
  of[Math.floor(random() * of.length)];

const AT_THE_START = { offset: 0, cells: 1 };

/** The starts that the rules leave, worked out once: planning changes none of them. */
function rulesOf({ horizon, rules }: Question): Mask {
  const open = everything(horizon);
  for (const { free, window } of rules) and(open, startsOf(horizon, free, [window]));
  return open;
}

const plannedAt = ({ id, zones }: Visit, { start, fillings }: Slot): PlannedVisit => ({
  id,
  start,
  fillings,
  zones: zones.map(({ zone, window: { offset, cells } }): Span & { zone: string } => ({
    zone,
    from: start + offset,
    to: start + offset + cells,
  })),
});
