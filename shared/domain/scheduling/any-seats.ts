import { Assignment, IMPOSSIBLE } from './assignment.ts';
import { FirstOpen } from './first-open.ts';
import { NOBODY, type Seats } from './seats.ts';

/**
 * Fills places that no pair binds: any different ones will do. Memory is taken once. When they are
 * weighed, each place offers as many of its best as there are places: one of them is always left.
 */
export class AnySeats {
  readonly #seats: Seats;
  readonly #places: readonly number[];
  /** By place; they know nothing of whom paired places have taken. */
  readonly #first: readonly FirstOpen[];
  readonly #assignment: Assignment;
  /** By column the person; the first columns stand for places that stay empty. */
  readonly #ones: number[] = [];
  /** By person the column, as far as it is of this turn. */
  readonly #columnOf: Int32Array;

  constructor(seats: Seats, places: readonly number[]) {
    this.#seats = seats;
    this.#places = places;
    this.#first = places.map((place) => new FirstOpen(seats.ways(place)));
    this.#columnOf = new Int32Array(seats.taken.length);
    this.#assignment = new Assignment(places.length, places.length * (places.length + 1));
  }

  /** Each takes its best way; only where two want the same one, they are weighed. */
  fill(start: number): number {
    let cost = 0;
    let clash = false;
    for (let i = 0; i < this.#places.length; i++) {
      const place = this.#places[i] ?? 0;
      cost += this.#seats.choose(place, this.#firstOpen(i, place, start));
      clash ||= this.#isTakenBefore(i, place);
    }
    if (!clash) return cost;
    return this.#places.length === 2 ? this.#oneGivesWay(start) : this.#weigh(start);
  }

  #firstOpen(i: number, place: number, start: number): number {
    const { ones } = this.#seats.ways(place);
    const way = this.#first[i]?.at(start) ?? NOBODY;
    if (way === NOBODY || this.#seats.taken[ones[way] ?? 0] !== 1) return way;
    return this.#seats.firstOpen(place, start, NOBODY);
  }

  /** Of two that want the same one, the other takes its next best: whichever costs less. */
  #oneGivesWay(start: number): number {
    const [one = 0, other = 0] = this.#places;
    const { chosen } = this.#seats;
    const wanted = this.#seats.oneAt(one);
    const [ofOne, ofOther] = [chosen[one] ?? NOBODY, chosen[other] ?? NOBODY];
    const nextOfOne = this.#seats.firstOpen(one, start, wanted);
    const nextOfOther = this.#seats.firstOpen(other, start, wanted);
    const oneYields = this.#seats.choose(one, nextOfOne) + this.#seats.choose(other, ofOther);
    const otherYields = this.#seats.choose(one, ofOne) + this.#seats.choose(other, nextOfOther);
    if (otherYields <= oneYields) return otherYields;
    return this.#seats.choose(one, nextOfOne) + this.#seats.choose(other, ofOther);
  }

  #isTakenBefore(i: number, place: number): boolean {
    const one = this.#seats.oneAt(place);
    if (one === NOBODY) return false;
    for (let k = 0; k < i; k++) if (this.#seats.oneAt(this.#places[k] ?? 0) === one) return true;
    return false;
  }

  /** The cheapest assignment: a column for each place that stays empty, and one for each person. */
  #weigh(start: number): number {
    const { cost, chosen } = this.#assignment;
    cost.fill(2 * IMPOSSIBLE);
    this.#ones.length = 0;
    for (let row = 0; row < this.#places.length; row++) this.#ones.push(NOBODY);
    for (let row = 0; row < this.#places.length; row++) this.#price(row, start);
    const sum = this.#assignment.solve(this.#ones.length);
    for (let row = 0; row < this.#places.length; row++)
      this.#choose(row, this.#ones[chosen[row] ?? 0] ?? NOBODY, start);
    return sum;
  }

  #price(row: number, start: number): void {
    const place = this.#places[row] ?? 0;
    const ways = this.#seats.ways(place);
    const { cost, width } = this.#assignment;
    const first = row * width;
    cost[first + row] = this.#seats.emptyCost(place);
    let offered = 0;
    for (let way = 0; way < ways.ones.length && offered < this.#places.length; way++) {
      if (!this.#seats.isOpen(ways, way, start)) continue;
      const at = first + this.#columnFor(ways.ones[way] ?? 0);
      // Of two ways of one person the better came first.
      if ((cost[at] ?? 0) < IMPOSSIBLE) continue;
      cost[at] = this.#seats.loss(ways, way);
      offered += 1;
    }
  }

  #columnFor(one: number): number {
    const known = this.#columnOf[one] ?? 0;
    if (this.#ones[known] === one) return known;
    this.#columnOf[one] = this.#ones.length;
    return this.#ones.push(one) - 1;
  }

  #choose(row: number, one: number, start: number): void {
    const place = this.#places[row] ?? 0;
    const ways = this.#seats.ways(place);
    this.#seats.chosen[place] = ways.ones.findIndex(
      (each, way) => each === one && this.#seats.isOpen(ways, way, start),
    );
  }
}
