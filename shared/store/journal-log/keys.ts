import { WIDTH } from '../../domain/journal-log/tree.ts';
import type { Key } from '../write.ts';

const LOG = 'LOG#journal';

/** Fifteen digits: every whole number that is exact. */
const padded = (value: number): string => String(value).padStart(15, '0');
const pageOf = (index: number): number => Math.floor(index / WIDTH);

/** How long the log is, and what it takes to make it longer. */
export const logKey: Key = { pk: LOG, sk: 'HEAD' };
/** How far the day's look for entries without a leaf has come. */
export const sweepKey: Key = { pk: LOG, sk: 'SWEEP' };
/** Heads that were signed, by their size. */
export const signedKey = (size: number): Key => ({ pk: LOG, sk: `${SIGNED}${padded(size)}` });
export const SIGNED = 'SIGNED#';
/** The size of a signed head, by its id. */
export const headKey = (id: string): Key => ({ pk: `JOURNAL#${id}`, sk: 'STATE' });

/** The leaf of an entry stands beside it. */
export const leafKey = ({ pk, sk }: Key): Key => ({ pk, sk: `${LEAF}${sk}` });
export const LEAF = 'LEAF#';

/** Leaves that were added together: 256 positions share a partition, so none is hot for long. */
export const leavesKey = (first: number): Key => ({
  pk: `${LOG}#LEAVES#${padded(pageOf(first))}`,
  sk: padded(first),
});
/** The root of a perfect tree at a kept height; 256 of them share a partition. */
export const nodeKey = (height: number, index: number): Key => ({
  pk: `${LOG}#NODES#${height}#${padded(pageOf(index))}`,
  sk: padded(index),
});

/** What an entry of the journal is: its sort key begins with one of these. */
export const ENTRIES = ['EVENT#', 'ACCESS#', 'SERVED#'] as const;
