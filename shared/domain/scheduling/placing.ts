import { IMPOSSIBLE } from './assignment.ts';
import { groupsOf } from './groups.ts';
import { PairedSeats } from './paired-seats.ts';
import { NOBODY, Seats } from './seats.ts';
import type { Table, Way } from './table.ts';

/** Fills the places of a table at one start after another; its memory is taken once. */
export class Placing {
  readonly #seats: Seats;
  readonly #groups: readonly PairedSeats[];

  constructor(table: Table) {
    const { pairs } = table.question;
    this.#seats = new Seats(table);
    this.#groups = groupsOf(table).map((group) => new PairedSeats(this.#seats, group, pairs));
  }

  /** From now on these roles may stay empty, and the other required ones may not. */
  without(roles: ReadonlySet<string>): void {
    for (const [place, { role }] of this.#seats.places.entries())
      this.#seats.needed[place] = role.required && !roles.has(role.role) ? 1 : 0;
  }

  /** Fills all places in the best way there is at this start; false when a needed one stays empty. */
  fill(start: number): boolean {
    for (let i = 0; i < this.#groups.length; i++)
      if ((this.#groups[i]?.fill(start) ?? 0) >= IMPOSSIBLE) return false;
    return true;
  }

  /** Who fills the place; undefined when it stays empty. */
  at(place: number): Way | undefined {
    return this.#seats.at(place);
  }

  /** What those chosen add to the score. */
  points(): number {
    let sum = 0;
    for (let place = 0; place < this.#seats.places.length; place++)
      sum += this.#seats.at(place)?.points ?? 0;
    return sum;
  }

  /** How many places stay empty. */
  empty(): number {
    let sum = 0;
    for (const way of this.#seats.chosen) if (way === NOBODY) sum += 1;
    return sum;
  }
}
