import { describe, expect, it } from 'vitest';
import { journal, MembershipChanged, Overtaken } from '../../shared/store/journal.ts';
import { anEvent, anEventId, aPrincipal, aReferral, aTask, POLICE } from '../build.ts';
import { type Answered, cancelled, scripted } from './dynamodb.ts';

const NOW_SECONDS = 1_800_000_000;
const HOURS_72 = 72 * 3600;
const over = (answer: (call: number) => Answered) => {
  const { calls, table } = scripted((_, call) => answer(call));
  const tokens = { next: 0 };
  const newToken = () => {
    tokens.next += 1;
    return `token-${tokens.next}`;
  };
  const options = { nowSeconds: () => NOW_SECONDS, random: () => 0.999, newToken };
  return { calls, journal: journal({ table, ...options }) };
};
const fine = () => ({ body: {} });
const decision = { kept: [aTask()], events: [anEvent()] };
const by = aPrincipal(POLICE);
const once = { operation: 'addTask', key: '"12345678"', bodyHash: 'hash' };
const MADE = { task: 'tsk_1' };
const failing = (at: number, item?: object): Answered =>
  cancelled(
    ...Array.from({ length: at }, () => 'None'),
    item ? { Code: 'ConditionalCheckFailed', Item: item } : 'ConditionalCheckFailed',
  );

type Item = { Put?: { Item: Record<string, { S?: string; N?: string }> } } & Record<
  string,
  unknown
>;
const items = (calls: ReturnType<typeof over>['calls']) =>
  (calls[0]?.input.TransactItems ?? []) as Item[];

describe('a decision', () => {
  it('is one transaction: the key and the membership first, then states and events', async () => {
    const { calls, journal: own } = over(fine);
    expect(await own.commit(decision, { by, once, made: MADE })).toBeUndefined();
    expect(calls).toHaveLength(1);
    const kinds = items(calls).map((item) => Object.keys(item)[0]);
    expect(kinds.slice(0, 3)).toEqual(['Put', 'ConditionCheck', 'Put']);
    expect(items(calls)[0]?.Put?.Item.pk?.S).toMatch(/^IDEMPOTENCY#sub-police-imereti#/);
  });

  it('remembers the answer of a creating call for 72 hours, as ids only', async () => {
    const { calls, journal: own } = over(fine);
    await own.commit(decision, { by, once, made: MADE });
    const kept = items(calls)[0]?.Put?.Item ?? {};
    expect(Number(kept.expiresAtEpoch?.N)).toBe(NOW_SECONDS + HOURS_72);
    expect(Object.keys(kept).toSorted()).toEqual([
      'bodyHash',
      'expiresAtEpoch',
      'made',
      'pk',
      'sk',
    ]);
  });

  it('checks one of the eight copies of the membership it was made under', async () => {
    const { calls, journal: own } = over(fine);
    await own.commit(decision, { by: { ...by, membership: 6 } });
    expect(items(calls)[0]).toMatchObject({
      ConditionCheck: {
        Key: { sk: { S: 'GUARD#7' } },
        ExpressionAttributeValues: { ':known': { N: '6' } },
      },
    });
  });

  it('crosses off what it settles, and only while that still stands', async () => {
    const { calls, journal: own } = over(fine);
    const event = anEventId();
    await own.commit(decision, { settles: [{ event, consumer: 'routing' }] });
    expect(items(calls).at(-1)).toMatchObject({
      Delete: {
        Key: { pk: { S: `OUTBOX#${event}` } },
        ConditionExpression: 'attribute_exists(pk)',
      },
    });
  });
});

describe('a decision that could not be written', () => {
  const made = { M: { task: { S: 'tsk_0' } } };

  it('because the same call was made before answers what that one made', async () => {
    const { journal: own } = over(() => failing(0, { bodyHash: { S: 'hash' }, made }));
    expect(await own.commit(decision, { by, once, made: MADE })).toEqual({ task: 'tsk_0' });
  });

  it('because its key was used for something else is refused', async () => {
    const { journal: own } = over(() => failing(0, { bodyHash: { S: 'other' }, made }));
    await expect(own.commit(decision, { by, once, made: MADE })).rejects.toMatchObject({
      code: 'idempotency-key-reused',
    });
  });

  it('because the membership changed asks for another look at it', async () => {
    await expect(over(() => failing(0)).journal.commit(decision, { by })).rejects.toBeInstanceOf(
      MembershipChanged,
    );
    await expect(
      over(() => failing(1)).journal.commit(decision, { by, once, made: MADE }),
    ).rejects.toBeInstanceOf(MembershipChanged);
  });

  it('because somebody else wrote first asks for another decision', async () => {
    await expect(over(() => failing(1)).journal.commit(decision, { by })).rejects.toBeInstanceOf(
      Overtaken,
    );
    const referral = { kept: [aReferral()], events: [] };
    await expect(over(() => failing(0)).journal.commit(referral)).rejects.toBeInstanceOf(Overtaken);
  });

  it('because its message was worked before is no failure', async () => {
    const nothing = { kept: [], events: [] };
    const settles = [{ event: anEventId(), consumer: 'routing' }];
    expect(await over(() => failing(0)).journal.commit(nothing, { settles })).toEqual({});
  });

  it('because it always collides says that the first call is still running', async () => {
    const busy = () => cancelled('TransactionConflict');
    await expect(
      over(busy).journal.commit(decision, { by, once, made: MADE }),
    ).rejects.toMatchObject({
      code: 'still-running',
    });
    await expect(over(busy).journal.commit(decision, { by })).rejects.toMatchObject({
      code: 'busy',
    });
  });

  it('for a condition nobody foresaw is a fault', async () => {
    const { journal: own } = over(() => failing(1));
    await expect(
      own.commit({ kept: [], events: [anEvent({ to: [POLICE] })] }),
    ).rejects.toMatchObject({
      name: 'ConditionFailed',
    });
  });
});

describe('settling', () => {
  const owed = [anEventId(), anEventId()].map((event) => ({ event, consumer: 'routing' }));

  it('crosses each message off, whether or not it still stands', async () => {
    const { calls, journal: own } = over((call) => (call === 1 ? failing(0) : fine()));
    await own.settle(owed);
    expect(calls).toHaveLength(2);
  });

  it('fails when the store fails, so that the message comes back', async () => {
    const { journal: own } = over(() => ({ exception: 'InternalServerError' }));
    await expect(own.settle(owed)).rejects.toThrow();
  });
});
