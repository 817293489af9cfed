import { folded } from '../same-child/latin.ts';

const wordsOf = (name: string): string[] =>
  name
    .split(/[\s.,-]+/u)
    .map(folded)
    .filter((word) => word !== '')
    .toSorted();

/**
 * Whether two names can be the same person's, in either script and either order. It decides nothing
 * by itself: a person at the door looks, and says so where only the name is the same.
 */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  if (a.length === 0 || b.length === 0) return false;
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  // A first name alone is too common to keep anybody out by.
  return fewer.length > 1 && fewer.every((word) => more.includes(word));
}
