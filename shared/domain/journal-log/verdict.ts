import type { Labels } from '../labels.ts';
import words from './verdict-words.json' with { type: 'json' };

/** What can be wrong with an exported journal. */
export type Wrong = keyof typeof words.wrong;

/** The first thing that is wrong: in which line, and of which entry or entries where that is known. */
export interface Finding {
  readonly wrong: Wrong;
  readonly line: number;
  readonly index?: number;
  /** The bad entry is one of these: from the first up to, and without, the second. */
  readonly between?: readonly [number, number];
}

/** Nothing is wrong. */
export interface Sound {
  readonly from: number;
  readonly size: number;
  readonly heads: number;
  readonly root: string;
}

/** Entries and lines are counted by people from 1. */
const places = ({ line, index, between = [0, 0] }: Finding): Record<string, number> => ({
  line,
  entry: (index ?? 0) + 1,
  first: between[0] + 1,
  last: between[1],
});

const filled = (text: string, values: Readonly<Record<string, number | string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));

const both = ({ ka, en }: Labels, values: Readonly<Record<string, number | string>>): Labels => ({
  ka: filled(ka, values),
  en: filled(en, values),
});

/** A finding in words, in both languages. */
export function findingInWords(finding: Finding): Labels {
  const what = both(words.wrong[finding.wrong], places(finding));
  const where = both(finding.between ? words.between : words.line, places(finding));
  return { ka: `${what.ka} ${where.ka}`, en: `${what.en} ${where.en}` };
}

export const soundInWords = ({ from, size, heads, root }: Sound): Labels =>
  both(words.sound, { count: size - from, size, heads, root });
