interface Valid {
  readonly validFrom: string;
  readonly validTo?: string | undefined;
}

interface Effective {
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | undefined;
}

/** Civil dates as text: they sort as time. */
export const validOn =
  (date: string) =>
  ({ validFrom, validTo }: Valid): boolean =>
    validFrom <= date && (validTo === undefined || date <= validTo);

/**
 * Of entries that replace one another (same key), the latest that is in effect; the order of the
 * first ones is kept. One that has run out is not replaced by its predecessor.
 */
export function inEffect<T extends Effective>(
  entries: readonly T[],
  date: string,
  keyOf: (entry: T) => string,
): readonly T[] {
  const latest = new Map<string, T>();
  for (const entry of entries) {
    const known = latest.get(keyOf(entry));
    if (entry.effectiveFrom > date) continue;
    if (!known || known.effectiveFrom < entry.effectiveFrom) latest.set(keyOf(entry), entry);
  }
  return [...latest.values()].filter(({ effectiveTo }) => !effectiveTo || date <= effectiveTo);
}
