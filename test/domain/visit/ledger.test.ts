import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { brokenIn, hashOf, NOTHING_BEFORE } from '../../../shared/domain/visit/chain.ts';
import {
  answerRequest,
  askForItem,
  fileItem,
  holderOf,
  itemOf,
  LedgerEntry,
  useItem,
} from '../../../shared/domain/visit/ledger.ts';
import { anEventId, CENTRE, georgiaAt, LEAD, NOW, POLICE, refusalOf } from '../../build.ts';
import { aVisit, PROSECUTOR } from '../../finding.ts';

const edition = georgiaAt();
const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const visit = aVisit();
const by = (agency = CENTRE) => ({
  by: { sub: 'x', agency },
  at: NOW,
  event: anEventId(),
  lead: LEAD,
});
const made = ({ kept }: Decision): LedgerEntry =>
  LedgerEntry.parse(kept.find(({ what }) => what === 'ledger'));
const on = (ledger: readonly LedgerEntry[]) => ({ visit, ledger, sealed: undefined, digest });

const item = { content: 'original', sha256: 'a'.repeat(64), holder: CENTRE };
const filed = (ledger: readonly LedgerEntry[] = []) =>
  fileItem({ ...on(ledger), item }, by(), edition);
const used = (
  ledger: readonly LedgerEntry[],
  use: 'view' | 'copy' | 'handover' = 'view',
  who = POLICE,
  from = CENTRE,
) => useItem({ ...on(ledger), item: 1, use, purpose: 'investigation', who }, by(from), edition);

describe('the custody ledger', () => {
  it('chains each entry to the one before it and tells the journal its hash', () => {
    const first = filed();
    const one = made(first);
    expect(one).toMatchObject({ number: 1, item: 1, previous: NOTHING_BEFORE });
    expect(first.events[0]?.codes).toMatchObject({ entry: '1', hash: hashOf(one, digest) });
    const two = made(used([one]));
    expect(two.previous).toBe(hashOf(one, digest));
  });

  it('is entered by whoever has the item; a handover passes that on', () => {
    const one = made(filed());
    expect(refusalOf(() => used([one], 'view', POLICE, POLICE)).code).toBe('not-your-role');
    const ledger = [one, made(used([one], 'handover', PROSECUTOR))];
    expect(holderOf(ledger, itemOf(ledger, 1))).toBe(PROSECUTOR);
    expect(refusalOf(() => used(ledger)).code).toBe('not-your-role');
    expect(made(used(ledger, 'copy', POLICE, PROSECUTOR)).number).toBe(3);
    expect(refusalOf(() => itemOf(ledger, 2)).code).toBe('not-found');
  });

  it('answers each request once, by a clock for whoever has the item', () => {
    const one = made(filed());
    const asking = askForItem({ ...on([one]), item: 1, purpose: 'court' }, by(POLICE), edition);
    const clock = asking.kept.find(({ what }) => what === 'clock');
    expect(clock).toMatchObject({ name: 'statement-asked-2', holder: CENTRE });
    const ledger = [one, made(asking)];
    const answer = (before: readonly LedgerEntry[], reason?: string) =>
      answerRequest(
        {
          ...on(before),
          ...{ item: 1, request: 2, answer: reason ? 'refused' : 'given', reason },
          clocks: clock?.what === 'clock' ? [clock] : [],
        },
        by(),
        edition,
      );
    expect(refusalOf(() => answer(ledger, 'x')).code).toBe('unknown-code');
    const given = answer(ledger);
    expect(given.kept.find(({ what }) => what === 'clock')).toMatchObject({ endedAt: NOW });
    expect(refusalOf(() => answer([...ledger, made(given)])).code).toBe('request-answered');
  });

  it('shows any entry that was changed, taken out or put in, wherever it is', () => {
    const grow = (length: number) => {
      const ledger = [made(filed())];
      while (ledger.length < length) ledger.push(made(used(ledger)));
      return ledger;
    };
    const journalled = (ledger: readonly LedgerEntry[]) =>
      new Map(ledger.map((entry) => [entry.number, hashOf(entry, digest)]));
    const place = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat());
    fc.assert(
      fc.property(place, fc.constantFrom('change', 'take', 'turn'), ([length, at], how) => {
        const ledger = grow(length);
        const said = journalled(ledger);
        expect(brokenIn(ledger, said, digest)).toEqual([]);
        const i = at % length;
        const touched = ledger.map((entry, n) =>
          n === i && how !== 'take' ? { ...entry, at: '2027-01-01T00:00:00.000Z' } : entry,
        );
        const wrong = how === 'take' ? touched.filter((_, n) => n !== i) : touched;
        expect(brokenIn(wrong, said, digest).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('hashes the same whatever the order of fields in the store', () => {
    const one = made(filed());
    const turned = Object.fromEntries(Object.entries(one).toReversed()) as LedgerEntry;
    expect(hashOf(turned, digest)).toBe(hashOf(one, digest));
  });
});
