/** The best so many of all that were offered, in a heap whose root is the worst of them. */
export class Best {
  readonly #starts: Float64Array;
  readonly #scores: Float64Array;
  #size = 0;

  constructor(most: number) {
    this.#starts = new Float64Array(most);
    this.#scores = new Float64Array(most);
  }

  /** Keeps it if it is among the best. Of two with the same score the earlier is better. */
  offer(start: number, score: number): void {
    if (this.#size < this.#starts.length) {
      this.#size += 1;
      this.#put(this.#size - 1, start, score);
      this.#rise(this.#size - 1);
    } else if (this.#size > 0 && this.#isWorse(0, start, score)) {
      this.#put(0, start, score);
      this.#sink(0);
    }
  }

  /** Offers all that was kept to another, and is empty afterwards. */
  moveInto(other: Best): void {
    for (let i = 0; i < this.#size; i++) other.offer(this.#starts[i] ?? 0, this.#scores[i] ?? 0);
    this.#size = 0;
  }

  /** All that was kept, the best first; empty afterwards. */
  drain(): { start: number; score: number }[] {
    const kept = Array.from({ length: this.#size }, (_, i) => ({
      start: this.#starts[i] ?? 0,
      score: this.#scores[i] ?? 0,
    }));
    this.#size = 0;
    return kept.sort((a, b) => b.score - a.score || a.start - b.start);
  }

  #put(i: number, start: number, score: number): void {
    this.#starts[i] = start;
    this.#scores[i] = score;
  }

  #isWorse(i: number, start: number, score: number): boolean {
    const own = this.#scores[i] ?? 0;
    return own < score || (own === score && (this.#starts[i] ?? 0) > start);
  }

  #swapIfWorse(i: number, above: number): boolean {
    const [start, score] = [this.#starts[i] ?? 0, this.#scores[i] ?? 0];
    if (this.#isWorse(above, start, score)) return false;
    this.#put(i, this.#starts[above] ?? 0, this.#scores[above] ?? 0);
    this.#put(above, start, score);
    return true;
  }

  #rise(from: number): void {
    for (let i = from; i > 0; ) {
      const above = (i - 1) >> 1;
      if (!this.#swapIfWorse(i, above)) return;
      i = above;
    }
  }

  #sink(from: number): void {
    for (let i = from; ; ) {
      const [left, right] = [2 * i + 1, 2 * i + 2];
      if (left >= this.#size) return;
      const rightIsWorse =
        right < this.#size &&
        this.#isWorse(right, this.#starts[left] ?? 0, this.#scores[left] ?? 0);
      const below = rightIsWorse ? right : left;
      if (!this.#swapIfWorse(below, i)) return;
      i = below;
    }
  }
}
