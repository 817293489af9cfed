import fc from 'fast-check';
import type { OpenApiDocument, Schema } from '../../../shared/contract/openapi/document.ts';
import { resolved } from './schema.ts';

/** How a value is to be: as the schema wants it, at its edges, or as nobody would send it. */
export type Manner = 'valid' | 'boundary' | 'hostile';

export interface Dice {
  readonly random: () => number;
  readonly schemas: OpenApiDocument['components']['schemas'];
  /** Words that stand in the hub: ids, codes, agencies. */
  readonly words: readonly string[];
  /** An instant of the hub's clock, so many hours from now. */
  readonly hours: (count: number) => string;
}

/** Deeper than this only what must be there is given. */
const DEEP = 6;
const SENTENCE = 'ერთი წინადადება';

/** Texts that break what builds queries, pages, paths, logs or messages out of text. */
export const HOSTILE_TEXTS: readonly string[] = [
  "' OR '1'='1' --",
  '"; DROP TABLE referrals; --',
  '<script>alert(1)</script>',
  '{{7*7}}<%= 7*7 %>',
  '../../../../etc/passwd',
  '..%2f..%2f',
  '%00',
  '\u0000',
  '\r\nSet-Cookie: a=b',
  '=HYPERLINK("http://evil.example")',
  '$ne',
  '\u202Eოტ\u202D',
  'ა\u0301'.repeat(50),
  '😀'.repeat(200),
  'x'.repeat(20_000),
  'ა'.repeat(20_000),
  '__proto__',
  'constructor',
  'REFERRAL#1',
  'http://169.254.169.254/latest/meta-data/',
  'file:///etc/passwd',
  'null',
  '-1',
  '1e999',
  ' ',
  '\uFEFF',
];
const HOSTILE_OTHERS: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1.5, 2 ** 31, 2 ** 53 - 1, 1e300, '', [], {}, [[]], [null]],
  { $gt: '' },
  { toString: 1 },
  { length: 1e9 },
  Array(100).fill('a'),
];

const pick = <T>(things: readonly T[], { random }: Pick<Dice, 'random'>): T | undefined =>
  things[Math.floor(random() * things.length)];

/** A value for a schema, in one of the manners. Hostile values keep the form and spoil some fields. */
export function drawn(dice: Dice, given: Schema, manner: Manner, depth = 0): unknown {
  if (manner === 'hostile' && dice.random() < 0.15)
    return dice.random() < 0.6 ? pick(HOSTILE_TEXTS, dice) : pick(HOSTILE_OTHERS, dice);
  const schema = resolved(dice.schemas, given) as Schema & { readonly allOf?: readonly Schema[] };
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(schema.enum, dice);
  if (schema.allOf) {
    const { allOf, ...own } = schema;
    const parts = allOf.map((part) => resolved(dice.schemas, part));
    return drawn(dice, Object.assign({}, ...parts, own), manner, depth);
  }
  const form = pick(schema.anyOf ?? schema.oneOf ?? [], dice);
  if (form && !schema.properties) return drawn(dice, form, manner, depth);
  if (schema.type === 'string') return textOf(dice, schema, manner);
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(dice, schema, manner);
  if (schema.type === 'boolean') return dice.random() < 0.5;
  if (schema.type === 'array') return listOf(dice, schema, manner, depth);
  if (schema.type === 'object') return objectOf(dice, schema, manner, depth);
  return null;
}

/** A dozen texts of a pattern; none where it looks ahead, which nobody makes texts for. */
function madeUp(pattern: string, seed: number): readonly string[] {
  const wanted = new RegExp(pattern, 'u');
  if (/\(\?[=!<]/.test(pattern)) return [];
  return fc.sample(fc.stringMatching(wanted, { size: 'small' }), { numRuns: 12, seed });
}

const fitting = new Map<string, readonly string[]>();
const sampled = new Map<string, readonly string[]>();

/** Words of the hub that are of this pattern, or else ones made up for it. */
function ofPattern(dice: Dice, pattern: string): string {
  const key = `${dice.words.length} ${pattern}`;
  const known =
    fitting.get(key) ?? dice.words.filter((word) => new RegExp(pattern, 'u').test(word));
  fitting.set(key, known);
  const found = dice.random() < 0.7 ? pick(known, dice) : undefined;
  if (found !== undefined) return found;
  const seed = Math.floor(dice.random() * 1e9);
  const made = sampled.get(pattern) ?? madeUp(pattern, seed);
  sampled.set(pattern, made);
  return pick(made, dice) ?? SENTENCE;
}

function textOf(dice: Dice, schema: Schema, manner: Manner): string {
  const { minLength = 0, maxLength = 200, pattern, format } = schema;
  const boundary = manner !== 'valid' && dice.random() < 0.3;
  if (boundary) {
    const lengths = [minLength - 1, minLength, maxLength, maxLength + 1].filter((n) => n >= 0);
    return 'ა'.repeat(Math.min(pick(lengths, dice) ?? 0, 30_000));
  }
  if (format === 'date-time') return dice.hours(Math.floor(dice.random() * 400) - 200);
  if (format === 'date') return dice.hours(Math.floor(dice.random() * 4000) - 2000).slice(0, 10);
  if (format === 'uri') return 'https://system.example.ge/hook';
  if (format === 'email') return 'someone@example.ge';
  if (pattern) return ofPattern(dice, pattern);
  const word = dice.random() < 0.5 ? pick(dice.words, dice) : SENTENCE;
  return (word ?? '').slice(0, maxLength).padEnd(minLength, 'ა');
}

function numberOf(dice: Dice, { minimum = 0, maximum = 100 }: Schema, manner: Manner): number {
  const most = Math.min(maximum, Number.MAX_SAFE_INTEGER);
  if (manner === 'valid')
    return minimum + Math.floor(dice.random() * Math.min(10, most - minimum + 1));
  return pick([minimum - 1, minimum, most, most + 1, 0.5, -0.5], dice) ?? 0;
}

function listOf(dice: Dice, schema: Schema, manner: Manner, depth: number): unknown[] {
  const { items = {}, minItems = 0, maxItems = 4 } = schema;
  const lengths =
    manner === 'valid' ? [minItems, minItems + 1] : [0, minItems, maxItems, maxItems + 1];
  const length = depth > DEEP ? minItems : Math.min(pick(lengths, dice) ?? 0, 60);
  return Array.from({ length }, () => drawn(dice, items, manner, depth + 1));
}

function objectOf(dice: Dice, schema: Schema, manner: Manner, depth: number): object {
  const { properties = {}, required = [] } = schema;
  const most = depth > DEEP ? 0 : 0.5;
  const entries = Object.entries(properties).flatMap(([name, each]) => {
    const wanted = required.includes(name)
      ? manner === 'valid' || dice.random() > 0.05
      : dice.random() < most;
    return wanted ? [[name, drawn(dice, each, manner, depth + 1)] as const] : [];
  });
  const more = manner !== 'valid' && dice.random() < 0.05 ? [['unknownField', 1] as const] : [];
  return Object.fromEntries([...entries, ...more]);
}
