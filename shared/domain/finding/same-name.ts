import { folded } from '../same-child/latin.ts';

/** A name as its words in one spelling, whatever the script and the order they are written in. */
const key = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => folded(word))
    .toSorted()
    .join(' ');

/** Two names that are one, however they are written. */
export const sameName = (one: string, other: string): boolean => key(one) === key(other);
