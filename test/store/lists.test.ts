import { describe, expect, it } from 'vitest';
import { cursors } from '../../shared/store/cursor.ts';
import { lists } from '../../shared/store/lists.ts';
import type { Item } from '../../shared/store/write.ts';
import { aPrincipal, aReferralId, aTaskId, later, NOW, POLICE, SCHOOL } from '../build.ts';

/** One partition of an index, read in pages as DynamoDB does. */
const listed = (items: readonly Item[]) => {
  const asked: Record<string, unknown>[] = [];
  const page = async (input: Record<string, unknown>) => {
    asked.push(input);
    const after = (input.ExclusiveStartKey as { sk: string } | undefined)?.sk;
    const from = after === undefined ? 0 : Number(after) + 1;
    const found = items.slice(from, from + Number(input.Limit));
    const end = from + found.length;
    return end < items.length
      ? { items: found, last: { pk: 'p', sk: String(end - 1) } }
      : { items: found };
  };
  const secret = cursors(async () => new Uint8Array(32).fill(1));
  return { asked, lists: lists({ page }, secret) };
};
const tasks = Array.from({ length: 7 }, (_, i) => ({
  id: aTaskId(),
  referral: aReferralId(),
  kind: 'register-report',
  status: i % 2 === 0 ? 'requested' : 'received',
  urgency: 'high',
  deadline: later({ hours: i }),
}));
const by = aPrincipal(POLICE);

describe('an agency’s tasks', () => {
  it('are paged to the end, each once and in order', async () => {
    const { lists: own } = listed(tasks);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await own.tasks({ by, limit: 3, cursor, status: 'open' });
      seen.push(...page.items.map(({ id }) => id));
      expect(page.items.length).toBeLessThanOrEqual(3);
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(tasks.map(({ id }) => id));
  });

  it('are those of the caller’s own agency, nearest deadline first', async () => {
    const { asked, lists: own } = listed(tasks);
    await own.tasks({ by, limit: 10, status: 'ended' });
    expect(asked[0]).toMatchObject({
      IndexName: 'gsi1',
      ScanIndexForward: true,
      ExpressionAttributeValues: { ':pk': `LIST#${POLICE}#ended` },
    });
  });

  it.each([
    ['received', 'open', 3],
    ['completed', 'ended', 0],
  ] as const)(
    'of the one status %s are found in the list of what is %s, on full pages',
    async (status, list, count) => {
      const { asked, lists: own } = listed(tasks);
      const page = await own.tasks({ by, limit: 3, status });
      expect(page.items).toHaveLength(count);
      expect(page.items.every((task) => task.status === status)).toBe(true);
      expect(asked[0]).toMatchObject({
        ExpressionAttributeValues: { ':pk': `LIST#${POLICE}#${list}` },
      });
    },
  );

  it('go on only for the same caller and the same filter', async () => {
    const { lists: own } = listed(tasks);
    const { next: cursor } = await own.tasks({ by, limit: 3, status: 'open' });
    const refused = { code: 'query-invalid' };
    await expect(own.tasks({ by, limit: 3, cursor, status: 'ended' })).rejects.toMatchObject(
      refused,
    );
    await expect(own.tasks({ by, limit: 3, cursor, status: 'received' })).rejects.toMatchObject(
      refused,
    );
    const other = aPrincipal(POLICE, { sub: 'another' });
    await expect(own.tasks({ by: other, limit: 3, cursor, status: 'open' })).rejects.toMatchObject(
      refused,
    );
    await expect(
      own.tasks({ by: aPrincipal(SCHOOL), limit: 3, cursor, status: 'open' }),
    ).rejects.toMatchObject(refused);
  });
});

describe('an agency’s referrals', () => {
  const referrals = ['me', 'other', 'other', 'me', 'other', 'me'].map((submittedBy, i) => {
    const id = aReferralId();
    return {
      id,
      kind: 'violence',
      status: 'routed',
      submittedBy,
      gsi1sk: `${later({ hours: -i })}#${id}`,
    };
  });
  const school = aPrincipal(SCHOOL, { sub: 'me' });

  it('of one submitter are those alone, however many of others lie between', async () => {
    const { asked, lists: own } = listed(referrals);
    const first = await own.referrals({ by: school, limit: 2, submittedBy: 'me' });
    expect(first.items.map(({ id }) => id)).toEqual([referrals[0]?.id, referrals[3]?.id]);
    const rest = await own.referrals({
      by: school,
      limit: 2,
      cursor: first.next,
      submittedBy: 'me',
    });
    expect(rest.items.map(({ id }) => id)).toEqual([referrals[5]?.id]);
    expect(asked[0]).toMatchObject({ ScanIndexForward: false });
  });

  it('of the agency are all, with the time and without who sent them', async () => {
    const { lists: own } = listed(referrals);
    const { items } = await own.referrals({ by: school, limit: 10, submittedBy: undefined });
    expect(items).toHaveLength(6);
    expect(items[0]).toEqual({
      id: referrals[0]?.id,
      kind: 'violence',
      status: 'routed',
      submittedAt: NOW,
    });
  });

  it('of one submitter’s cursor do not open the whole agency’s', async () => {
    const { lists: own } = listed(referrals);
    const { next: cursor } = await own.referrals({ by: school, limit: 1, submittedBy: 'me' });
    await expect(
      own.referrals({ by: school, limit: 1, cursor, submittedBy: undefined }),
    ).rejects.toMatchObject({
      code: 'query-invalid',
    });
  });
});
