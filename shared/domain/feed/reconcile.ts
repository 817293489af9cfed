interface Entry {
  readonly event: string;
}

/** What one side has and the other lacks, between the same two numbers. */
export function compare<E extends Entry>(entries: readonly E[], ids: readonly string[]) {
  const held = new Set(ids);
  const sent = new Set(entries.map(({ event }) => event));
  return {
    missing: entries.filter(({ event }) => !held.has(event)),
    unknown: [...held].filter((id) => !sent.has(id)),
  };
}

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A range in pieces that one call can compare. */
export const pieces = ({ from, to }: Range, most: number): Range[] =>
  Array.from({ length: Math.max(Math.ceil((to - from + 1) / most), 0) }, (_, i) => ({
    from: from + i * most,
    to: Math.min(from + (i + 1) * most - 1, to),
  }));
