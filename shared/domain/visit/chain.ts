import type { LedgerEntry } from './ledger.ts';

/** SHA-256 of a text, in hexadecimal. */
export type Digest = (text: string) => string;

/** What the first entry names as the one before it. */
export const NOTHING_BEFORE = '0'.repeat(64);

/** The same text for the same content, whatever the order in which a store gives its fields. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`);
  return `{${fields.join(',')}}`;
}

/** The hash of an entry. Sealed words are left out: their seal says itself whether it was broken. */
export const hashOf = ({ sealed: _, ...entry }: LedgerEntry, digest: Digest): string =>
  digest(canonical(entry));

export interface Broken {
  readonly number: number;
  readonly code: 'number-missing' | 'chain-broken' | 'not-as-journalled';
}

/**
 * Goes through the ledger from its first entry: each must name the one before it, and be what the
 * journal says was entered.
 */
export function brokenIn(
  ledger: readonly LedgerEntry[],
  journalled: ReadonlyMap<number, string>,
  digest: Digest,
): Broken[] {
  const missing = [...journalled.keys()]
    .filter((number) => !ledger.some((entry) => entry.number === number))
    .map((number): Broken => ({ number, code: 'number-missing' }));
  const wrong = ledger.flatMap((entry, i): Broken[] => {
    const { number } = entry;
    const before = ledger[i - 1];
    const previous = before ? hashOf(before, digest) : NOTHING_BEFORE;
    if (entry.previous !== previous) return [{ number, code: 'chain-broken' }];
    const said = journalled.get(number);
    return said === hashOf(entry, digest) ? [] : [{ number, code: 'not-as-journalled' }];
  });
  return [...missing, ...wrong].toSorted((a, b) => a.number - b.number);
}
