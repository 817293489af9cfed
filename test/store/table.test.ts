import { describe, expect, it } from 'vitest';
import { ConditionFailed } from '../../shared/store/table.ts';
import { putIfAbsent, putOver } from '../../shared/store/write.ts';
import { cancelled, scripted } from './dynamodb.ts';

const state = putOver('state', { pk: 'TASK#1', sk: 'STATE', version: 3 }, 2);
const event = putIfAbsent('event', { pk: 'TASK#1', sk: 'EVENT#000003' });
const done = { body: {} };

describe('a transaction', () => {
  it('is sent once, whole, under its token', async () => {
    const { calls, table } = scripted(() => done);
    await table.transact([state, event], 'token-1');
    expect(calls).toHaveLength(1);
    expect(calls[0]?.input.ClientRequestToken).toBe('token-1');
    expect(calls[0]?.input.TransactItems).toHaveLength(2);
  });

  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])(
    'that met a %s is sent again under the same token',
    async (code) => {
      const { calls, table } = scripted((_, call) => (call < 3 ? cancelled('None', code) : done));
      await table.transact([state, event], 'token-1');
      expect(calls.map(({ input }) => input.ClientRequestToken)).toEqual(Array(3).fill('token-1'));
    },
  );

  it('that always collides is refused as busy, after a bounded number of tries', async () => {
    const { calls, table } = scripted(() => cancelled('TransactionConflict', 'None'));
    await expect(table.transact([state, event], 't')).rejects.toMatchObject({ code: 'busy' });
    expect(calls).toHaveLength(6);
  });

  it('whose condition failed names the write and what stood there', async () => {
    const Item = { version: { N: '9' } };
    const { calls, table } = scripted(() =>
      cancelled('None', { Code: 'ConditionalCheckFailed', Item }),
    );
    const failure = await table.transact([event, state], 't').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConditionFailed);
    expect(failure).toMatchObject({
      write: { what: 'state', key: state.key },
      found: { version: 9 },
    });
    expect(calls).toHaveLength(1);
  });

  it('with a failed condition beside a conflict is decided by the condition', async () => {
    const { table } = scripted(() => cancelled('TransactionConflict', 'ConditionalCheckFailed'));
    await expect(table.transact([state, event], 't')).rejects.toMatchObject({
      write: { what: 'event' },
    });
  });

  it.each(['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException'])(
    'that DynamoDB answers with %s is a fault',
    async (exception) => {
      const { table } = scripted(() => ({ exception }));
      await expect(table.transact([state], 't')).rejects.toMatchObject({ name: exception });
    },
  );
});

describe('reading', () => {
  it('is strongly consistent', async () => {
    const { calls, table } = scripted(() => ({ body: { Item: { pk: { S: 'a' } } } }));
    expect(await table.get({ pk: 'a', sk: 'b' })).toEqual({ pk: 'a' });
    expect(calls[0]?.input.ConsistentRead).toBe(true);
  });

  it('of many asks again for what DynamoDB left unread, a hundred at a time', async () => {
    const keys = Array.from({ length: 150 }, (_, i) => ({ pk: `p${i}`, sk: 's' }));
    const { calls, table } = scripted(({ input }, call) => {
      const { Keys } = (input.RequestItems as Record<string, { Keys: object[] }>).hub ?? {
        Keys: [],
      };
      expect(Keys.length).toBeLessThanOrEqual(100);
      const left = call === 1 ? Keys.slice(-3) : [];
      const read = Keys.slice(0, Keys.length - left.length);
      return {
        body: {
          Responses: { hub: read },
          UnprocessedKeys: left.length > 0 ? { hub: { Keys: left } } : {},
        },
      };
    });
    const found = await table.getAll(keys);
    expect(found.map(({ pk }) => pk).toSorted()).toEqual(keys.map(({ pk }) => pk).toSorted());
    expect(calls).toHaveLength(2);
  });

  it('of none asks nothing', async () => {
    const { calls, table } = scripted(() => done);
    expect(await table.getAll([])).toEqual([]);
    expect(calls).toEqual([]);
  });

  it('of a partition goes on to its last page', async () => {
    const { table } = scripted((_, call) => ({
      body: {
        Items: [{ sk: { S: `LINK#${call}` } }],
        ...(call < 3 && { LastEvaluatedKey: { pk: { S: 'p' }, sk: { S: `LINK#${call}` } } }),
      },
    }));
    expect(await table.startingWith('p', 'LINK#')).toHaveLength(3);
  });
});

describe('a single change', () => {
  it('answers whether its condition held', async () => {
    const input = { Key: { pk: 'a', sk: 'b' }, UpdateExpression: 'SET x = :x' };
    expect(await scripted(() => done).table.update(input)).toBe(true);
    const failing = scripted(() => ({ exception: 'ConditionalCheckFailedException' }));
    expect(await failing.table.update(input)).toBe(false);
    const broken = scripted(() => ({ exception: 'ValidationException' }));
    await expect(broken.table.update(input)).rejects.toThrow();
  });
});
