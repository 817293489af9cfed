import * as z from 'zod';
import { canonical, type Json } from './canonical.ts';
import { HashText } from './hash.ts';
import { HeadKey, SignedHead } from './head.ts';

/** The first line: how far the log goes, and the keys by which its heads are checked. */
export const Opening = z.strictObject({
  what: z.literal('journal'),
  format: z.literal(1),
  /** Entries before this one are left out; a head of just this size must then be given. */
  from: z.int().min(0),
  /** The roots of the perfect trees that the log consisted of there. */
  edge: z.array(HashText),
  size: z.int().min(0),
  keys: z.array(HeadKey).min(1),
});

const HeadLine = z.strictObject({ what: z.literal('head'), ...SignedHead.shape });

/** Proof that the log only grew from one head to the next. */
const ConsistencyLine = z.strictObject({
  what: z.literal('consistency'),
  from: z.int().min(0),
  to: z.int().min(0),
  path: z.array(HashText),
});

const EntryLine = z.strictObject({
  what: z.literal('entry'),
  index: z.int().min(0),
  key: HashText,
  leaf: HashText,
  /** Absent where it is not in the journal any more. */
  entry: z.record(z.string(), z.json()).optional(),
});

/** One line of an exported journal: opening, heads, proofs, entries, in this order. */
export const ExportLine = z.discriminatedUnion('what', [
  Opening,
  HeadLine,
  ConsistencyLine,
  EntryLine,
]);
export type ExportLine = z.infer<typeof ExportLine>;
export type Line<W extends ExportLine['what']> = Extract<ExportLine, { what: W }>;

export const lineOf = (line: ExportLine): string => canonical(line as Json);

/** A line is read only in its one spelling: so a changed sign is found even where it says the same. */
export function readLine(text: string): ExportLine | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const { data } = ExportLine.safeParse(value);
    return data && canonical(value as Json) === text ? data : undefined;
  } catch {
    return undefined;
  }
}
