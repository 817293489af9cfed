/** One measured figure, and what was promised for it. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** Absent for what is only shown beside the promises. */
  readonly promised?: string;
  readonly kept?: boolean;
  /** What stands behind the figure. */
  readonly detail?: string;
}

interface Bounded {
  readonly value: number;
  readonly promised: number;
  readonly unit?: string;
}

/** A figure that must not fall below the promised one. */
export const atLeast = (what: string, bounded: Bounded, detail = ''): Figure =>
  compared(what, '≥', bounded, bounded.value >= bounded.promised, detail);

/** A figure that must not rise above the promised one. */
export const atMost = (what: string, bounded: Bounded, detail = ''): Figure =>
  compared(what, '≤', bounded, bounded.value <= bounded.promised, detail);

function compared(
  what: string,
  sign: string,
  { value, promised, unit = '' }: Bounded,
  kept: boolean,
  detail: string,
): Figure {
  const measured = `${Number(value.toFixed(2))} ${unit}`.trim();
  return { what, measured, promised: `${sign} ${promised} ${unit}`.trim(), kept, detail };
}

const COLUMNS = ['figure', 'measured', 'promised', 'kept', 'detail'] as const;

/** All figures as one table. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = figures.map(({ what, measured, promised = '', kept, detail = '' }) => {
    const verdict = kept === undefined ? '' : kept ? 'kept' : 'not kept';
    return [what, measured, promised, verdict, detail];
  });
  const rows = [COLUMNS, ...lines];
  const widths = COLUMNS.map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .toSpliced(1, 0, widths.map((width) => '─'.repeat(width)).join('  '))
    .join('\n');
}

/** The value below which this share of all values lies; 0.5 gives the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
