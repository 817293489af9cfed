import { entryKey, leafOf } from '../../shared/domain/journal-log/entry.ts';
import { EMPTY, grow } from '../../shared/domain/journal-log/tree.ts';
import { digests } from '../../shared/platform/journal-digests.ts';
import { entryOf } from '../../shared/store/journal-log/entry.ts';
import { NOW } from '../build.ts';
import { atLeast, type Figure, median } from './figures.ts';

const SECRET = new Uint8Array(32).fill(3);
const SALT = new Uint8Array(32).fill(4);
/** As many as a worker seals in one transaction. */
const TOGETHER = 90;
const PROMISED = 50_000;

/** An access entry as a function writes one. */
const item = (i: number) => ({
  pk: `CASE#cas_${String(i).padStart(20, '2')}`,
  sk: `ACCESS#${NOW}#0d6bb2f4-5a6e-4f0e-9d6c-2d5f1d1b5b11`,
  what: 'access',
  verb: 'access',
  action: 'case.read',
  sub: 'agency-imereti',
  agency: 'agency-imereti',
  rule: 'lead',
  purpose: 'protection',
  groups: ['identity', 'contact', 'whereabouts', 'concern', 'narrative', 'reporter', 'family'],
  subject: { kind: 'case', id: `cas_${String(i).padStart(20, '2')}` },
  at: NOW,
});

/** From items as they come to the new edge of the log: spelling, key, commitment, leaf, tree. */
function sealed(items: readonly ReturnType<typeof item>[]): number {
  let edge = EMPTY;
  const begun = performance.now();
  for (let from = 0; from < items.length; from += TOGETHER) {
    const leaves = items
      .slice(from, from + TOGETHER)
      .map((one) => leafOf(digests, entryKey(digests, SECRET, SALT), entryOf(one)));
    edge = grow(digests, edge, leaves).edge;
  }
  if (edge.size !== items.length) throw new Error('leaves were lost');
  return items.length / ((performance.now() - begun) / 1000);
}

/** How many entries of the journal one process can seal, apart from writing them down. */
export function sealingFigures(short: boolean): Figure[] {
  const [rounds, count] = short ? [3, 20_000] : [9, 100_000];
  const items = Array.from({ length: count }, (_, i) => item(i));
  sealed(items.slice(0, 5_000));
  const rates = Array.from({ length: rounds }, () => sealed(items));
  return [
    atLeast(
      'leaves of the journal sealed in process',
      { value: Math.round(median(rates)), promised: PROMISED, unit: '/s' },
      `entry to tree; median of ${rounds} rounds of ${count}`,
    ),
  ];
}
