import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';

export type Item = Record<string, unknown>;
export interface Key {
  readonly pk: string;
  readonly sk: string;
}
type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** What a write is for; a failed condition is named by it. */
export type WriteName =
  | 'state'
  | 'clock'
  | 'routing'
  | 'feedback'
  | 'part'
  | 'link'
  | 'event'
  | 'outbox'
  | 'settled'
  | 'withheld'
  | 'work'
  | 'idempotency'
  | 'guard'
  | 'feed'
  | 'head'
  | 'position'
  | 'feed-day'
  | 'delivery'
  | 'served'
  | 'endpoint'
  | 'health'
  | 'inbound-key'
  | 'member'
  | 'child'
  | 'interview'
  | 'booking'
  | 'resource'
  | 'sheet'
  | 'slot'
  | 'proposal'
  | 'one-interview'
  | 'invitation'
  | 'calendar'
  | 'log'
  | 'leaves'
  | 'leaf'
  | 'node'
  | 'signed-head'
  | 'data-key'
  | 'rotation'
  | 'reason'
  | 'secret';

export interface Write {
  readonly what: WriteName;
  readonly key: Key;
  as(table: string): TransactItem;
}

/** The old item comes back with a failure, so that no second read has to ask what stood there. */
const REPORT = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

const keyOf = ({ pk, sk }: Key): { pk: string; sk: string } => ({ pk, sk });

export const putAlways = (what: WriteName, item: Item & Key): Write => ({
  what,
  key: keyOf(item),
  as: (TableName) => ({ Put: { TableName, Item: item } }),
});

export const putIfAbsent = (what: WriteName, item: Item & Key): Write => ({
  what,
  key: keyOf(item),
  as: (TableName) => ({
    Put: { TableName, Item: item, ConditionExpression: 'attribute_not_exists(pk)', ...REPORT },
  }),
});

/** Replaces exactly the version that was read. */
export const putOver = (what: WriteName, item: Item & Key, version: number): Write => ({
  what,
  key: keyOf(item),
  as: (TableName) => ({
    Put: {
      TableName,
      Item: item,
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': version },
      ...REPORT,
    },
  }),
});

/** Put where nothing stands, or where what stands has expired; TTL deletes too late to decide it. */
export const putUnlessLive = (what: WriteName, item: Item & Key, nowSeconds: number): Write => ({
  what,
  key: keyOf(item),
  as: (TableName) => ({
    Put: {
      TableName,
      Item: item,
      ConditionExpression: 'attribute_not_exists(pk) OR expiresAtEpoch < :now',
      ExpressionAttributeValues: { ':now': nowSeconds },
      ...REPORT,
    },
  }),
});

export const remove = (what: WriteName, key: Key): Write => ({
  what,
  key: keyOf(key),
  as: (TableName) => ({ Delete: { TableName, Key: keyOf(key) } }),
});

export const removeIfThere = (what: WriteName, key: Key): Write => ({
  what,
  key: keyOf(key),
  as: (TableName) => ({
    Delete: {
      TableName,
      Key: keyOf(key),
      ConditionExpression: 'attribute_exists(pk)',
      ...REPORT,
    },
  }),
});

/** Removes exactly the version that was read. */
export const removeVersion = (what: WriteName, key: Key, version: number): Write => ({
  what,
  key: keyOf(key),
  as: (TableName) => ({
    Delete: {
      TableName,
      Key: keyOf(key),
      ConditionExpression: 'version = :read',
      ExpressionAttributeValues: { ':read': version },
      ...REPORT,
    },
  }),
});

/** Writes nothing; the transaction holds only if the item still has this version. */
export const checkVersion = (what: WriteName, key: Key, version: number): Write => ({
  what,
  key: keyOf(key),
  as: (TableName) => ({
    ConditionCheck: {
      TableName,
      Key: keyOf(key),
      ConditionExpression: 'version = :known',
      ExpressionAttributeValues: { ':known': version },
      ...REPORT,
    },
  }),
});
