import { FirstOpen } from './first-open.ts';
import type { Bond } from './groups.ts';
import { NOBODY, type Seats } from './seats.ts';

/** Two places that a pair binds, and nothing else: all that goes together is ranked once. */
export class Joint {
  readonly #seats: Seats;
  readonly #places: readonly [number, number];
  readonly #ways: readonly (readonly [number, number])[];
  readonly #loss: Float64Array;
  readonly #first: FirstOpen;

  constructor(seats: Seats, places: readonly [number, number], bond: Bond) {
    this.#seats = seats;
    this.#places = places;
    const [a, b] = [seats.ways(places[0]), seats.ways(places[1])];
    const lossOf = ([one, other]: readonly [number, number]) =>
      seats.loss(a, one) + seats.loss(b, other);
    this.#ways = [...a.ones.keys()]
      .flatMap((one) => [...b.ones.keys()].map((other) => [one, other] as const))
      .filter(([one, other]) => bond[one * b.ones.length + other] === 1)
      .filter(([one, other]) => a.ones[one] !== b.ones[other])
      .sort((x, y) => lossOf(x) - lossOf(y));
    this.#loss = Float64Array.from(this.#ways, lossOf);
    const starts = new Uint32Array(a.words * this.#ways.length);
    const any = new Uint32Array(a.words);
    for (const [i, [one, other]] of this.#ways.entries())
      for (let word = 0; word < a.words; word++) {
        const both =
          (a.starts[one * a.words + word] ?? 0) & (b.starts[other * b.words + word] ?? 0);
        starts[i * a.words + word] = both;
        any[word] = (any[word] ?? 0) | both;
      }
    this.#first = new FirstOpen({ starts, words: a.words, any });
  }

  /** What the best two cost that go together; undefined when there are none. */
  fill(start: number): number | undefined {
    const i = this.#first.at(start);
    if (i === NOBODY) return undefined;
    const [one, other] = this.#ways[i] ?? [NOBODY, NOBODY];
    this.#seats.chosen[this.#places[0]] = one;
    this.#seats.chosen[this.#places[1]] = other;
    return this.#loss[i];
  }
}
