import { nothing, take } from './mask.ts';
import type { Horizon, Mask, Span } from './question.ts';

/** A mask of a question that changes while visits are planned. */
interface Live {
  readonly mask: Mask;
  readonly original: Mask;
  /** Visits of the same party do not stand in each other's way. */
  readonly party?: string | undefined;
}

interface Taken extends Span {
  readonly visit: string;
  readonly party?: string | undefined;
}

/** Whether two spans may share a word of 32 cells. */
const isNear = (a: Span, b: Span): boolean => a.from < b.to + 32 && b.from < a.to + 32;

/** Who and what is taken by the visits planned so far; the masks of their questions follow it. */
export class Occupancy {
  readonly #horizon: Horizon;
  readonly #live = new Map<string, Live[]>();
  readonly #taken = new Map<string, Taken[]>();

  constructor(horizon: Horizon) {
    this.#horizon = horizon;
  }

  /**
   * A mask that is free where the original is and no visit (of another party) takes `what`. Whoever
   * follows the same thing by the same original gets the same mask.
   */
  follow(what: string, original: Mask, party?: string): Mask {
    const others = this.#live.get(what) ?? [];
    const same = others.find((live) => live.original === original && live.party === party);
    if (same) return same.mask;
    const mask = nothing(this.#horizon);
    mask.set(original);
    this.#live.set(what, [...others, { mask, original, party }]);
    return mask;
  }

  take(what: string, taken: Taken): void {
    const all = this.#taken.get(what);
    if (all) all.push(taken);
    else this.#taken.set(what, [taken]);
    for (const live of this.#live.get(what) ?? []) this.#hide(live, taken);
  }

  /** Frees what the visit took of it; words that it shares with others are worked out anew. */
  release(what: string, visit: string): void {
    const all = this.#taken.get(what) ?? [];
    const gone = all.filter((taken) => taken.visit === visit);
    const left = all.filter((taken) => taken.visit !== visit);
    this.#taken.set(what, left);
    const near = left.filter((taken) => gone.some((span) => isNear(taken, span)));
    for (const live of this.#live.get(what) ?? []) {
      for (const span of gone) this.#restore(live, span);
      for (const taken of near) this.#hide(live, taken);
    }
  }

  #restore({ mask, original }: Live, span: Span): void {
    const first = Math.max(0, span.from - this.#horizon.from) >>> 5;
    const last = Math.min(this.#horizon.cells, span.to - this.#horizon.from) >>> 5;
    for (let word = first; word <= last && word < mask.length; word++)
      mask[word] = original[word] ?? 0;
  }

  #hide(live: Live, taken: Taken): void {
    if (taken.party === undefined || taken.party !== live.party)
      take(live.mask, this.#horizon, taken);
  }
}
