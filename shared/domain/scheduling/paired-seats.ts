import { AnySeats } from './any-seats.ts';
import { type Bond, bondOf, type Group } from './groups.ts';
import { Joint } from './joint.ts';
import type { Pair } from './question.ts';
import { NOBODY, type Seats } from './seats.ts';

/** Fills a group of places at the least cost: those that pairs bind one by one, then the others. */
export class PairedSeats {
  readonly #seats: Seats;
  readonly #group: Group;
  readonly #others: AnySeats;
  /** By two paired places of the group, in its order. */
  readonly #bonds: readonly (readonly (Bond | undefined)[])[];
  /** Where the group is just two places. */
  readonly #joint: Joint | undefined;
  readonly #best: Int32Array;
  #bestCost = 0;

  constructor(seats: Seats, group: Group, pairs: readonly Pair[]) {
    this.#seats = seats;
    this.#group = group;
    const others = group.places.filter((place) => !group.paired.includes(place));
    this.#others = new AnySeats(seats, others);
    this.#best = new Int32Array(seats.places.length);
    this.#bonds = group.paired.map((i) =>
      group.paired.map((k) => {
        const [a, b] = [seats.places[i], seats.places[k]];
        return a && b && i !== k ? bondOf(a, b, pairs) : undefined;
      }),
    );
    const [one, other, ...more] = group.places;
    const bond = this.#bonds[0]?.[1];
    if (one !== undefined && other !== undefined && bond && more.length === 0)
      this.#joint = new Joint(seats, [one, other], bond);
  }

  /** What it costs against the best ways of all; `IMPOSSIBLE` or more when a needed place is empty. */
  fill(start: number): number {
    const joint = this.#joint?.fill(start);
    if (joint !== undefined) return joint;
    this.#bestCost = Number.POSITIVE_INFINITY;
    this.#fillFrom(0, 0, start);
    for (const place of this.#group.places) this.#seats.chosen[place] = this.#best[place] ?? NOBODY;
    return this.#bestCost;
  }

  /** Tries the ways of one paired place after another, each with those chosen before it. */
  #fillFrom(i: number, cost: number, start: number): void {
    if (cost >= this.#bestCost) return;
    const place = this.#group.paired[i];
    if (place === undefined) {
      this.#keep(cost + this.#others.fill(start));
      return;
    }
    this.#tryWays(i, place, cost, start);
    this.#seats.chosen[place] = NOBODY;
    this.#fillFrom(i + 1, cost + this.#seats.emptyCost(place), start);
  }

  #tryWays(i: number, place: number, cost: number, start: number): void {
    const { taken, chosen } = this.#seats;
    const ways = this.#seats.ways(place);
    for (let way = 0; way < ways.ones.length; way++) {
      if (!this.#seats.isOpen(ways, way, start) || !this.#goes(i, way)) continue;
      const one = ways.ones[way] ?? 0;
      taken[one] = 1;
      chosen[place] = way;
      this.#fillFrom(i + 1, cost + this.#seats.loss(ways, way), start);
      taken[one] = 0;
    }
  }

  #keep(cost: number): void {
    if (cost >= this.#bestCost) return;
    this.#bestCost = cost;
    for (const place of this.#group.places) this.#best[place] = this.#seats.chosen[place] ?? NOBODY;
  }

  /** Whether the way goes with what the paired places before it have. */
  #goes(i: number, way: number): boolean {
    for (let k = 0; k < i; k++) {
      const bond = this.#bonds[i]?.[k];
      const place = this.#group.paired[k] ?? 0;
      const other = this.#seats.chosen[place] ?? NOBODY;
      if (!bond || other === NOBODY) continue;
      if (bond[way * this.#seats.ways(place).ones.length + other] !== 1) return false;
    }
    return true;
  }
}
