import { describe, expect, it } from 'vitest';
import type { Sighting } from '../../shared/domain/same-child/hits.ts';
import { children } from '../../shared/store/children.ts';
import { ConditionFailed } from '../../shared/store/table.ts';
import type { Item, Key, Write } from '../../shared/store/write.ts';
import { aReferralId, georgiaAt, later, SCHOOL } from '../build.ts';

const { sameChild: pack } = georgiaAt();
const place = ({ pk, sk }: Key) => `${pk} ${sk}`;

/** A table that keeps its promise of versions, and counts what is asked of it. */
function kept() {
  const items = new Map<string, Item>();
  const asked: number[] = [];
  const put = (write: Write) => {
    const { Put } = write.as('hub');
    if (!Put?.Item) throw new Error('not a put');
    const { version } = items.get(place(write.key)) ?? {};
    if (version !== Put.ExpressionAttributeValues?.[':read'])
      throw new ConditionFailed(write, undefined);
    return [place(write.key), Put.Item] as const;
  };
  const table = {
    getAll: async (keys: readonly Key[]) => {
      asked.push(keys.length);
      return keys.map((key) => items.get(place(key))).filter((item) => item !== undefined);
    },
    transact: async (writes: readonly Write[]) => {
      for (const [at, item] of writes.map(put)) items.set(at, item);
    },
  };
  const secret = async () => new Uint8Array(32);
  const secrets = { number: secret, name: secret, person: secret };
  return { asked, known: children({ table, secrets, newToken: () => '' }) };
}

const seen = (minute: number): Sighting => ({
  referral: aReferralId(),
  agency: SCHOOL,
  submittedAt: later({ minutes: minute }),
});

describe('the reports of one child', () => {
  it('are each entered once, and a repetition is answered as the first time', async () => {
    const { known } = kept();
    const [first, second, third] = [seen(1), seen(2), seen(3)];
    expect(await known.enter(['name a b born 2016-03-04'], first, pack)).toEqual([
      { reports: [], more: 0 },
    ]);
    const found = await known.enter(['name a b born 2016-03-04'], second, pack);
    expect(found).toEqual([{ reports: [first], more: 0 }]);
    await known.enter(['name a b born 2016-03-04'], third, pack);
    expect(await known.enter(['name a b born 2016-03-04'], second, pack)).toEqual(found);
  });

  it('find each other by any of their hashes, also by one that only came with news', async () => {
    const { known } = kept();
    const [first, second] = [seen(1), seen(2)];
    await known.enter(['number 01001012345'], first, pack);
    await known.enter(['name a b born 2016-03-04'], second, pack);
    const [byName, byNumber] = await known.enter(
      ['name a b born 2016-03-04', 'number 01001012345'],
      second,
      pack,
    );
    expect([byName?.reports, byNumber?.reports]).toEqual([[], [first]]);
  });

  it('of two at the same moment exactly one finds the other', async () => {
    const { known } = kept();
    const all = [seen(1), seen(1), seen(1)];
    const found = await Promise.all(
      all.map((own) => known.enter(['name a b born 2016-03-04'], own, pack)),
    );
    expect(found.map(([one]) => one?.reports.length).toSorted()).toEqual([0, 1, 2]);
  });

  it('cost each new one the same, however many there are', async () => {
    const { asked, known } = kept();
    for (let minute = 0; minute < 200; minute += 1)
      await known.enter(['name a b born 2016-03-04'], seen(minute), pack);
    const [last] = await known.enter(['name a b born 2016-03-04'], seen(200), pack);
    expect(last?.reports).toHaveLength(pack.comparedMost);
    expect(last?.more).toBe(200 - pack.comparedMost);
    expect(new Set(asked)).toEqual(new Set([2]));
  });
});
