import { IMPOSSIBLE } from './assignment.ts';
import type { Candidate } from './question.ts';
import type { Table } from './table.ts';
import type { Ways } from './ways.ts';

/** Nobody fills the place. */
export const NOBODY = -1;
/** What it costs to leave a place empty that need not be filled: more than any way to fill it. */
export const EMPTY = 1e3;

/** Who sits where at the start that is looked at: one memory for all who fill places. */
export class Seats {
  readonly places: readonly Ways[];
  /** By place: the number of the way that was chosen, or nobody. */
  readonly chosen: Int32Array;
  /** By place: 1 where there is no visit without it. */
  readonly needed: Uint8Array;
  /** By person: 1 while one of the paired places has it. */
  readonly taken: Uint8Array;

  constructor({ places, ones }: Table) {
    this.places = places;
    this.chosen = new Int32Array(places.length);
    this.needed = Uint8Array.from(places, ({ role }) => (role.required ? 1 : 0));
    this.taken = new Uint8Array(ones);
  }

  ways(place: number): Ways {
    const ways = this.places[place];
    if (!ways) throw new Error(`no place ${place}`);
    return ways;
  }

  /** Whether this way could fill its place at this start, as far as others leave it. */
  isOpen({ starts, words, ones }: Ways, way: number, start: number): boolean {
    const bits = starts[way * words + (start >>> 5)] ?? 0;
    return ((bits >>> (start & 31)) & 1) === 1 && this.taken[ones[way] ?? 0] !== 1;
  }

  /** The best way that is open, of anybody but one; or nobody. */
  firstOpen(place: number, start: number, except: number): number {
    const { starts, words, ones } = this.ways(place);
    const bit = start & 31;
    for (let way = 0, at = start >>> 5; at < starts.length; way++, at += words) {
      if ((((starts[at] ?? 0) >>> bit) & 1) === 0) continue;
      const one = ones[way] ?? 0;
      if (one !== except && this.taken[one] !== 1) return way;
    }
    return NOBODY;
  }

  /** Gives the place to a way, or to nobody; answers what that costs. */
  choose(place: number, way: number): number {
    this.chosen[place] = way;
    return way === NOBODY ? this.emptyCost(place) : this.loss(this.ways(place), way);
  }

  /** What a way costs against the best one of its place. */
  loss({ points }: Ways, way: number): number {
    return (points[0] ?? 0) - (points[way] ?? 0);
  }

  /** What it costs to leave the place empty, against the best way to fill it. */
  emptyCost(place: number): number {
    if (this.needed[place] === 1) return IMPOSSIBLE;
    return EMPTY + (this.places[place]?.points[0] ?? 0);
  }

  /** The number of the person or thing that was chosen for the place. */
  oneAt(place: number): number {
    return this.places[place]?.ones[this.chosen[place] ?? NOBODY] ?? NOBODY;
  }

  /** Who was chosen for the place. */
  at(place: number): Candidate | undefined {
    return this.places[place]?.candidates[this.chosen[place] ?? NOBODY];
  }
}
