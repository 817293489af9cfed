import { FirstOpen } from './first-open.ts';
import { NOBODY, type Seats } from './seats.ts';

/** A place that no other depends on: whoever is best is taken. */
export class LoneSeat {
  readonly #seats: Seats;
  readonly #place: number;
  readonly #loss: Float64Array;
  readonly #first: FirstOpen;

  constructor(seats: Seats, place: number) {
    this.#seats = seats;
    this.#place = place;
    const ways = seats.ways(place);
    this.#loss = ways.points.map((_, way) => seats.loss(ways, way));
    this.#first = new FirstOpen(ways);
  }

  fill(start: number): number {
    const way = this.#first.at(start);
    this.#seats.chosen[this.#place] = way;
    return way === NOBODY ? this.#seats.emptyCost(this.#place) : (this.#loss[way] ?? 0);
  }
}
