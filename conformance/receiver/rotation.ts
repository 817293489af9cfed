import { setTimeout as pause } from 'node:timers/promises';
import { isTaken, judged, notAsked, notObserved, toldAll, type Words } from '../verdict.ts';
import type { Target } from './bench.ts';
import { type Check, refuses, take, takes } from './check.ts';

const asked = ({ next }: Target) => (next.length > 0 ? undefined : notAsked('--next-secret'));
const ends = (target: Target) =>
  asked(target) ??
  (target.oldUntil === undefined
    ? {
        ...notObserved,
        came: {
          ka: 'ვერ დაინახა: --old-until არ არის მითითებული',
          en: 'not seen: --old-until is not given',
        },
      }
    : undefined);

const NEW_FIRST: Words = { ka: 'ახალი, შემდეგ ძველი', en: 'new, then old' };
const OLD_FIRST: Words = { ka: 'ძველი, შემდეგ ახალი', en: 'old, then new' };
/** The receiver's clock may be a little behind. */
const MARGIN_MS = 2_000;

/** Last of all, for afterwards the old key is no longer good. */
export const rotation: readonly Check[] = [
  {
    id: 'rotation.both',
    level: 'must',
    unless: asked,
    run: async (bench) => {
      const { keys, next } = bench.target;
      const newFirst = await take(bench, bench.events.next(), { keys: [...next, ...keys] });
      const oldFirst = await take(bench, bench.events.next(), { keys: [...keys, ...next] });
      return judged(
        isTaken(newFirst) && isTaken(oldFirst),
        toldAll([
          [NEW_FIRST, newFirst],
          [OLD_FIRST, oldFirst],
        ]),
      );
    },
  },
  {
    id: 'rotation.new-only',
    level: 'must',
    unless: asked,
    run: (bench) => takes({}, { keys: bench.target.next })(bench),
  },
  {
    id: 'rotation.old-ended',
    level: 'must',
    unless: ends,
    run: async (bench) => {
      await pause(Math.max(0, (bench.target.oldUntil ?? 0) + MARGIN_MS - Date.now()));
      return refuses({})(bench);
    },
  },
];
