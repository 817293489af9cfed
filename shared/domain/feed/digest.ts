import * as z from 'zod';
import { AgencyId } from '../ids.ts';

/**
 * What a day brought into a feed, so that both sides can prove that they hold the same. A day begins
 * after the number at which the one before it ended: each entry belongs to exactly one day.
 */
export const FeedDigest = z.object({
  what: z.literal('digest'),
  agency: AgencyId,
  day: z.iso.date(),
  count: z.int().min(0),
  /** The first number of the day; absent where it brought nothing. */
  first: z.int().min(1).optional(),
  /** The number the feed had reached when the day was over, whether or not the day brought any. */
  last: z.int().min(0),
  /** SHA-256 over the day's lines, in hexadecimal. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FeedDigest = z.infer<typeof FeedDigest>;

interface Line {
  readonly sequence: number;
  readonly event: string;
}

/** The text that is hashed: for each entry its number, a blank, its id and a line feed. */
export const linesOf = (entries: readonly Line[]): string =>
  entries.map(({ sequence, event }) => `${sequence} ${event}\n`).join('');
