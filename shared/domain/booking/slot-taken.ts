import type { Hindrance } from '../refusal.ts';
import { Refusal } from '../refusal.ts';
import { type Claim, QUARTER_MINUTES } from './sheet.ts';

/** Some quarters of one day of one sheet that somebody else has. */
export interface Blocked {
  readonly sheet: string;
  readonly day: string;
  readonly quarters: readonly number[];
}

/** Refused, with what blocks: which resource, as what it is wanted, and when; never who has it. */
export const slotTaken = (claims: readonly Claim[], blocked: readonly Blocked[]): Refusal =>
  new Refusal(
    'slot-taken',
    blocked.flatMap((one) => hindrances(claims, one)),
  );

function hindrances(claims: readonly Claim[], { sheet, day, quarters }: Blocked): Hindrance[] {
  const wanted = claims.find((claim) => claim.sheet === sheet && claim.day === day);
  const code = wanted?.role ?? wanted?.kind ?? kindOf(sheet);
  return stretches(quarters).map(([from, to]) => ({
    pointer: `${shownSheet(sheet)}/${day}/${clock(from)}-${clock(to)}`,
    code,
  }));
}

/** Two parties that must not meet are named by their cases: not for whoever books. */
const shownSheet = (sheet: string): string => (kindOf(sheet) === 'apart' ? 'apart' : sheet);

function kindOf(sheet: string): string {
  if (sheet.startsWith('apart.')) return 'apart';
  if (sheet.startsWith('cas_')) return 'child';
  return sheet.includes('.') ? 'zone' : 'resource';
}

/** Quarters that follow each other as one stretch: its first, and the one after its last. */
function stretches(quarters: readonly number[]): [number, number][] {
  const all: [number, number][] = [];
  for (const quarter of quarters.toSorted((a, b) => a - b)) {
    const last = all.at(-1);
    if (last?.[1] === quarter) last[1] = quarter + 1;
    else all.push([quarter, quarter + 1]);
  }
  return all;
}

function clock(quarter: number): string {
  const minutes = quarter * QUARTER_MINUTES;
  const padded = (value: number) => String(value).padStart(2, '0');
  return `${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}`;
}
