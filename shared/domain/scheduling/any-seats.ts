import { Assignment, IMPOSSIBLE } from './assignment.ts';
import { NOBODY, type Seats } from './seats.ts';
import type { Way } from './table.ts';

/** Fills places that no pair binds: any different ones will do. Memory is taken once. */
export class AnySeats {
  readonly #seats: Seats;
  readonly #places: readonly number[];
  readonly #ones: readonly number[];
  readonly #columnOf: ReadonlyMap<number, number>;
  readonly #assignment: Assignment;
  readonly #columns: number;

  /** `ones` are all who can fill one of the places. */
  constructor(seats: Seats, places: readonly number[], ones: readonly number[]) {
    this.#seats = seats;
    this.#places = places;
    this.#ones = ones;
    this.#columnOf = new Map(ones.map((one, column) => [one, column]));
    this.#columns = ones.length + places.length;
    this.#assignment = new Assignment(places.length, this.#columns);
  }

  /** Each takes its best way; only where two want the same one, all are weighed against all. */
  fill(start: number): number {
    let cost = 0;
    let clash = false;
    for (let i = 0; i < this.#places.length; i++) {
      const place = this.#places[i] ?? 0;
      const ways = this.#seats.ways(place);
      const way = this.#firstOpen(ways, start);
      this.#seats.chosen[place] = way;
      cost += way === NOBODY ? this.#seats.emptyCost(place) : this.#seats.loss(ways, way);
      clash ||= way !== NOBODY && this.#isTakenBefore(i, ways[way]);
    }
    return clash ? this.#weigh(start) : cost;
  }

  #firstOpen(ways: readonly Way[], start: number): number {
    for (let way = 0; way < ways.length; way++) {
      const each = ways[way];
      if (each && this.#seats.isOpen(each, start)) return way;
    }
    return NOBODY;
  }

  #isTakenBefore(i: number, way: Way | undefined): boolean {
    for (let k = 0; k < i; k++)
      if (this.#seats.at(this.#places[k] ?? 0)?.one === way?.one) return true;
    return false;
  }

  /** The cheapest assignment: a column for each person, and one for each place that stays empty. */
  #weigh(start: number): number {
    const { cost, chosen } = this.#assignment;
    cost.fill(2 * IMPOSSIBLE);
    for (let row = 0; row < this.#places.length; row++) this.#price(row, start);
    const sum = this.#assignment.solve();
    for (let row = 0; row < this.#places.length; row++)
      this.#choose(row, this.#ones[chosen[row] ?? NOBODY], start);
    return sum;
  }

  #price(row: number, start: number): void {
    const place = this.#places[row] ?? 0;
    const first = row * this.#columns;
    const { cost } = this.#assignment;
    const ways = this.#seats.ways(place);
    // From the worst way to the best: of two ways of one person the better stays.
    for (let way = ways.length - 1; way >= 0; way--) {
      const each = ways[way];
      if (each && this.#seats.isOpen(each, start))
        cost[first + (this.#columnOf.get(each.one) ?? 0)] = this.#seats.loss(ways, way);
    }
    cost[first + this.#ones.length + row] = this.#seats.emptyCost(place);
  }

  #choose(row: number, one: number | undefined, start: number): void {
    const place = this.#places[row] ?? 0;
    this.#seats.chosen[place] = this.#seats
      .ways(place)
      .findIndex((way) => way.one === one && this.#seats.isOpen(way, start));
  }
}
