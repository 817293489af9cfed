import { quarterName } from '../domain/booking/day-sheet.ts';
import type { SheetDay, Taken } from '../domain/booking/taken.ts';
import { dayKey } from './keys.ts';
import type { Write } from './write.ts';

/** What must hold of a quarter before, and what stands there afterwards; nothing frees it. */
export interface Change {
  readonly quarter: number;
  readonly needs: 'free' | 'own' | 'own-and-live';
  readonly becomes: Taken | undefined;
}

/** Of whom, and where the line between live and expired runs; epoch seconds. */
export interface Bounds {
  readonly own: string;
  /** A hold that ended before this is expired. */
  readonly expired: number;
  /** A hold that ends after this may still be made final. */
  readonly final: number;
}

/** A moment as the conditions need it: skew of clocks costs time, never an overlap. */
export interface Moment {
  readonly at: string;
  readonly skewSeconds: number;
}
export const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);
export const boundsOf = (own: string, { at, skewSeconds }: Moment): Bounds => ({
  own,
  expired: seconds(at) - skewSeconds,
  final: seconds(at) + skewSeconds,
});

export interface SheetChange extends Pick<SheetDay, 'sheet' | 'day'> {
  readonly changes: readonly Change[];
  readonly bounds: Bounds;
  /** Set where the changes were worked out from what stood there: that must still stand. */
  readonly seen?: number | undefined;
}

/** DynamoDB's own limits of one expression. */
const OPERATORS_MOST = 300;
const BYTES_MOST = 4096;

/** Words DynamoDB keeps for itself. */
const NAMES = {
  '#b': 'by',
  '#u': 'until',
  '#c': 'closed',
  '#w': 'what',
  '#s': 'sheet',
  '#d': 'day',
};

/**
 * One day of one sheet in one update. Its conditions are the whole protection against a double
 * booking: whatever was read before, they decide.
 */
export function sheetUpdate(change: SheetChange): Write {
  const { sheet, day, bounds, seen } = change;
  const key = dayKey(sheet, day);
  const condition = conditionOf(change);
  const { update, values } = updateOf(change);
  checkSize(condition, update);
  const { own, expired, final } = bounds;
  const given = { ':own': own, ':expired': expired, ':final': final, ':seen': seen };
  return {
    what: takes(change) ? 'slot' : 'sheet',
    key,
    as: (TableName) => ({
      Update: {
        TableName,
        Key: { ...key },
        UpdateExpression: update,
        ConditionExpression: condition,
        ExpressionAttributeNames: used(NAMES, `${update} ${condition}`),
        ExpressionAttributeValues: { ...values, ...used(given, condition) },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    }),
  };
}

const takes = ({ changes }: SheetChange): boolean => changes.some(({ needs }) => needs === 'free');

const CONDITIONS: Readonly<Record<Change['needs'], (quarter: string) => string>> = {
  free: (q) => `(attribute_not_exists(${q}) OR ${q}.#u < :expired)`,
  own: (q) => `${q}.#b = :own`,
  'own-and-live': (q) => `${q}.#b = :own AND ${q}.#u > :final`,
};

function conditionOf(change: SheetChange): string {
  const each =
    change.seen === undefined
      ? change.changes.map(({ quarter, needs }) => CONDITIONS[needs](quarterName(quarter)))
      : ['version = :seen'];
  return [...(takes(change) ? ['attribute_not_exists(#c)'] : []), ...each].join(' AND ');
}

function updateOf({ sheet, day, changes }: SheetChange) {
  const names = new Map<string, string>();
  const values: Record<string, unknown> = {
    ':one': 1,
    ':is': 'sheet',
    ':sheet': sheet,
    ':day': day,
  };
  const set = ['#w = :is', '#s = :sheet', '#d = :day'];
  const removed: string[] = [];
  for (const { quarter, becomes } of changes) {
    if (!becomes) removed.push(quarterName(quarter));
    else {
      // Most quarters become the same: each different value stands in the request once.
      const text = JSON.stringify(becomes);
      const name = names.get(text) ?? `:t${names.size}`;
      names.set(text, name);
      values[name] = becomes;
      set.push(`${quarterName(quarter)} = ${name}`);
    }
  }
  const freed = removed.length > 0 ? ` REMOVE ${removed.join(', ')}` : '';
  return { update: `SET ${set.join(', ')}${freed} ADD version :one`, values };
}

/** DynamoDB refuses a name or a value that is given and not used. */
const used = <T>(all: Readonly<Record<string, T>>, expression: string): Record<string, T> =>
  Object.fromEntries(
    Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(expression)),
  );

/** What is too long for a claim is no claim: then the whole day is closed. */
function checkSize(condition: string, update: string): void {
  const operators = condition.match(/\b(?:AND|OR|attribute_not_exists)\b|[<>=]/g) ?? [];
  const bytes = Math.max(Buffer.byteLength(condition), Buffer.byteLength(update));
  if (operators.length <= OPERATORS_MOST && bytes <= BYTES_MOST) return;
  throw new Error('more quarters of a day than one action can take: the day has to be closed');
}
