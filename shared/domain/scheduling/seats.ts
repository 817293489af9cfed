import { IMPOSSIBLE } from './assignment.ts';
import { has } from './mask.ts';
import type { Place, Table, Way } from './table.ts';

/** Nobody fills the place. */
export const NOBODY = -1;
/** What it costs to leave a place empty that need not be filled: more than any way to fill it. */
const EMPTY = 1e3;
const NO_WAYS: readonly Way[] = [];

/** Who sits where at the start that is looked at: one memory for all who fill places. */
export class Seats {
  readonly places: readonly Place[];
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

  ways(place: number): readonly Way[] {
    return this.places[place]?.ways ?? NO_WAYS;
  }

  /** Whether this way could fill its place at this start, as far as others leave it. */
  isOpen({ one, starts }: Way, start: number): boolean {
    return has(starts, start) && this.taken[one] !== 1;
  }

  /** What a way costs against the best one of its place. */
  loss(ways: readonly Way[], way: number): number {
    return (ways[0]?.points ?? 0) - (ways[way]?.points ?? 0);
  }

  /** What it costs to leave the place empty, against the best way to fill it. */
  emptyCost(place: number): number {
    if (this.needed[place] === 1) return IMPOSSIBLE;
    return EMPTY + (this.ways(place)[0]?.points ?? 0);
  }

  /** Who was chosen for the place. */
  at(place: number): Way | undefined {
    return this.ways(place)[this.chosen[place] ?? NOBODY];
  }
}
