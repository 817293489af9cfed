import { setImmediate as settled } from 'node:timers/promises';

interface Timer {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that passes only when nothing else is left to do: days in seconds, the same in every run. */
export function virtualTime(start: number) {
  let now = start;
  let made = 0;
  const heap: Timer[] = [];
  const isBefore = (a: Timer, b: Timer) => a.at < b.at || (a.at === b.at && a.order < b.order);

  function push(timer: Timer): void {
    let place = heap.push(timer) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(timer, heap[above] as Timer)) break;
      heap[place] = heap[above] as Timer;
      place = above;
    }
    heap[place] = timer;
  }

  function pop(): Timer | undefined {
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last || heap.length === 0) return first;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Timer, heap[below] as Timer))
        below += 1;
      if (!isBefore(heap[below] as Timer, last)) break;
      heap[place] = heap[below] as Timer;
      place = below;
    }
    heap[place] = last;
    return first;
  }

  const after = (ms: number, run: () => void): void => {
    made += 1;
    push({ at: now + Math.max(0, Math.ceil(ms)), order: made, run });
  };
  return {
    clock: () => now,
    after,
    sleep: (ms: number) =>
      ms <= 0 ? Promise.resolve() : new Promise<void>((wake) => after(ms, wake)),
    /** Lets time pass until nothing is planned any more, or `isOver`. */
    async run(isOver: () => boolean): Promise<void> {
      for (;;) {
        await settled();
        if (isOver()) return;
        const next = pop();
        if (!next) return;
        now = next.at;
        next.run();
      }
    },
  };
}
export type VirtualTime = ReturnType<typeof virtualTime>;
