import { AnySeats } from './any-seats.ts';
import { IMPOSSIBLE } from './assignment.ts';
import { type Group, groupsOf } from './groups.ts';
import { LoneSeat } from './lone-seat.ts';
import { PairedSeats } from './paired-seats.ts';
import type { Candidate, Pair } from './question.ts';
import { EMPTY, NOBODY, Seats } from './seats.ts';
import type { Table } from './table.ts';

/** Fills a group of places at the least cost; `IMPOSSIBLE` or more when a needed one stays empty. */
interface Filler {
  fill(start: number): number;
}

function fillerOf(seats: Seats, group: Group, pairs: readonly Pair[]): Filler {
  const [first, ...others] = group.places;
  if (first !== undefined && others.length === 0) return new LoneSeat(seats, first);
  if (group.paired.length === 0) return new AnySeats(seats, group.places);
  return new PairedSeats(seats, group, pairs);
}

/** Fills the places of a table at one start after another; its memory is taken once. */
export class Placing {
  readonly #seats: Seats;
  readonly #groups: readonly Filler[];
  /** What there is to score when every place has its best way. */
  readonly #ceiling: number;
  readonly #mayBeEmpty: boolean;
  #cost = 0;
  #empty = 0;

  constructor(table: Table) {
    const { pairs } = table.question;
    this.#seats = new Seats(table);
    this.#groups = groupsOf(table).map((group) => fillerOf(this.#seats, group, pairs));
    this.#mayBeEmpty = table.places.some(({ role }) => !role.required);
    this.#ceiling = table.places.reduce((sum, { points }) => sum + (points[0] ?? 0), 0);
  }

  /** From now on these roles may stay empty, and the other required ones may not. */
  without(roles: ReadonlySet<string>): void {
    for (const [place, { role }] of this.#seats.places.entries())
      this.#seats.needed[place] = role.required && !roles.has(role.role) ? 1 : 0;
  }

  /** Fills all places in the best way there is at this start; false when a needed one stays empty. */
  fill(start: number): boolean {
    let cost = 0;
    for (let i = 0; i < this.#groups.length && cost < IMPOSSIBLE; i++)
      cost += this.#groups[i]?.fill(start) ?? 0;
    this.#cost = cost;
    if (cost >= IMPOSSIBLE) return false;
    this.#empty = this.#countEmpty();
    return true;
  }

  /** Who fills the place; undefined when it stays empty. */
  at(place: number): Candidate | undefined {
    return this.#seats.at(place);
  }

  /** What those chosen add to the score. */
  get points(): number {
    return this.#ceiling - this.#cost + EMPTY * this.#empty;
  }

  /** How many places stay empty. */
  get empty(): number {
    return this.#empty;
  }

  #countEmpty(): number {
    if (!this.#mayBeEmpty) return 0;
    const { chosen } = this.#seats;
    let sum = 0;
    for (let place = 0; place < chosen.length; place++) if (chosen[place] === NOBODY) sum += 1;
    return sum;
  }
}
