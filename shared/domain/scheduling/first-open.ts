import type { Mask } from './question.ts';
import { NOBODY } from './seats.ts';

/** Ways by their rank: their starts lie in one piece of memory, `words` for each. */
export interface Ranked {
  readonly starts: Uint32Array;
  readonly words: number;
  /** Starts at which one of them is open. */
  readonly any: Mask;
}

/** Tells at each start the best way that is open. It works out a word, 32 starts, at once. */
export class FirstOpen {
  readonly #ranked: Ranked;
  readonly #ofWord = new Int32Array(32);
  #word = -1;

  constructor(ranked: Ranked) {
    this.#ranked = ranked;
  }

  /** The number of the way, or nobody. */
  at(start: number): number {
    const word = start >>> 5;
    if (word !== this.#word) this.#work(word);
    return this.#ofWord[start & 31] ?? NOBODY;
  }

  #work(word: number): void {
    const { starts, words, any } = this.#ranked;
    this.#word = word;
    this.#ofWord.fill(NOBODY);
    let left = any[word] ?? 0;
    for (let way = 0, at = word; left !== 0; way++, at += words) {
      let open = (starts[at] ?? 0) & left;
      left &= ~open;
      for (; open !== 0; open &= open - 1) this.#ofWord[31 - Math.clz32(open & -open)] = way;
    }
  }
}
