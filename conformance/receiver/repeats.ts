import {
  type Finding,
  isTaken,
  judged,
  notObserved,
  toldAll,
  type Words,
  wantsAgain,
} from '../verdict.ts';
import type { Bench, Target } from './bench.ts';
import { type Check, take } from './check.ts';
import type { Event } from './events.ts';
import type { Taken } from './taken.ts';

/** Checks that ask what the receiver acted upon. */
export const seen = ({ taken }: Target): Finding | undefined => (taken ? undefined : notObserved);

const AT_ONCE = 5;
const FIRST: Words = { ka: 'პირველი', en: 'first' };
const AGAIN: Words = { ka: 'ხელახლა', en: 'again' };

export const timesIn = (list: readonly Taken[], { id }: Event): number =>
  list.filter((entry) => entry.id === id).length;

async function actedOnce(bench: Bench, event: Event): Promise<Finding> {
  // Something sent afterwards shows when the receiver has got as far as that.
  const marker = bench.events.next();
  await take(bench, marker);
  const list = await bench.taken((all) => timesIn(all, event) > 0 && timesIn(all, marker) > 0);
  const times = timesIn(list, event);
  return judged(times === 1, {
    ka: `სიაში ${times}-ჯერ დგას`,
    en: `stands ${times} times in the list`,
  });
}

/** The same webhook may come twice: when an answer was lost, or when somebody replays it. */
export const repeats: readonly Check[] = [
  {
    id: 'repeat.answered',
    level: 'must',
    run: async (bench) => {
      const event = bench.events.next();
      const first = await take(bench, event);
      const again = await bench.send(event);
      return judged(
        isTaken(first) && isTaken(again),
        toldAll([
          [FIRST, first],
          [AGAIN, again],
        ]),
      );
    },
  },
  {
    id: 'repeat.acted-once',
    level: 'must',
    unless: seen,
    run: async (bench) => {
      const event = bench.events.next();
      await take(bench, event);
      await bench.send(event);
      return actedOnce(bench, event);
    },
  },
  {
    id: 'repeat.at-once',
    level: 'must',
    run: async (bench) => {
      const event = bench.events.next();
      bench.good.push(event);
      const all = await Promise.all(Array.from({ length: AT_ONCE }, () => bench.send(event)));
      const right = all.some(isTaken) && all.every((came) => isTaken(came) || wantsAgain(came));
      return judged(
        right,
        toldAll(all.map((came, i) => [{ ka: `${i + 1}`, en: `${i + 1}` }, came])),
      );
    },
  },
  {
    id: 'repeat.at-once-acted-once',
    level: 'must',
    unless: seen,
    run: async (bench) => {
      const event = bench.events.next();
      bench.good.push(event);
      await Promise.all(Array.from({ length: AT_ONCE }, () => bench.send(event)));
      return actedOnce(bench, event);
    },
  },
];
