import {
  ConditionalCheckFailedException,
  type DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Refusal } from '../domain/refusal.ts';
import type { Item, Key, Write } from './write.ts';

/** A condition of a transaction did not hold: whose, and what stood there instead. */
export class ConditionFailed extends Error {
  override readonly name = 'ConditionFailed';
  readonly write: Write;
  readonly found: Item | undefined;

  constructor(write: Write, found: Item | undefined) {
    super(`a condition on ${write.what} failed`);
    this.write = write;
    this.found = found;
  }
}

/** How often a transaction that collided with another one is tried again, and how long between. */
const CONFLICT_TRIES = 6;
const CONFLICT_PAUSE_MS = 25;

export interface TableOptions {
  readonly client: DynamoDBClient;
  readonly name: string;
  /** Between 0 and 1; spreads the retries of colliding writers. */
  readonly random: () => number;
}

/** DynamoDB's own limit. */
const BATCH_GET_MOST = 100;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The one table. Keys and SDK errors stop in this folder. */
export const table = ({ client, name, random }: TableOptions) => {
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });

  const sendTransaction = async (writes: readonly Write[], token: string): Promise<void> => {
    const TransactItems = writes.map((write) => write.as(name));
    for (let attempt = 1; ; attempt += 1) {
      try {
        await documents.send(
          new TransactWriteCommand({ TransactItems, ClientRequestToken: token }),
        );
        return;
      } catch (error) {
        const failed = failedCondition(error, writes);
        if (failed) throw failed;
        if (!isPassing(error)) throw error;
        if (attempt === CONFLICT_TRIES) throw new Refusal('busy');
        await pause(CONFLICT_PAUSE_MS * 2 ** attempt * random());
      }
    }
  };

  return {
    name,

    /** Strongly consistent. */
    async get(key: Key): Promise<Item | undefined> {
      const { Item } = await documents.send(
        new GetCommand({ TableName: name, Key: key, ConsistentRead: true }),
      );
      return Item;
    },

    /** Strongly consistent, in any order; what is absent is left out. `only`: these attributes. */
    async getAll(keys: readonly Key[], only?: readonly string[]): Promise<Item[]> {
      const found: Item[] = [];
      let wanted: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
      while (wanted.length > 0) {
        const Keys = wanted.slice(0, BATCH_GET_MOST);
        const answer = await documents.send(
          new BatchGetCommand({
            RequestItems: { [name]: { Keys, ConsistentRead: true, ...(only && projected(only)) } },
          }),
        );
        found.push(...(answer.Responses?.[name] ?? []));
        const unread = answer.UnprocessedKeys?.[name]?.Keys ?? [];
        wanted = [...unread, ...wanted.slice(BATCH_GET_MOST)];
      }
      return found;
    },

    /** All items of a partition whose sort key begins with `prefix`; strongly consistent. */
    async startingWith(pk: string, prefix: string): Promise<Item[]> {
      // DynamoDB refuses an empty text where it stands for a key: then the whole partition is meant.
      if (prefix === '') return wholeOf(pk);
      return queryAll({
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
        ConsistentRead: true,
      });
    },

    /** All items of a partition from this one on; strongly consistent. */
    from: ({ pk, sk }: Key): Promise<Item[]> =>
      queryAll({
        KeyConditionExpression: 'pk = :pk AND sk >= :sk',
        ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
        ConsistentRead: true,
      }),

    /** One page, as asked; for lists and feeds. */
    async page(
      input: Omit<QueryCommandInput, 'TableName'>,
    ): Promise<{ items: Item[]; last?: Key }> {
      const answer = await documents.send(new QueryCommand({ ...input, TableName: name }));
      const page = { items: answer.Items ?? [] };
      return answer.LastEvaluatedKey ? { ...page, last: answer.LastEvaluatedKey as Key } : page;
    },

    /** A page of the whole table, these attributes of each item; only the watch over the journal may. */
    async scan(
      from: Key | undefined,
      only: readonly string[],
    ): Promise<{ items: Item[]; last?: Key }> {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new ScanCommand({
          TableName: name,
          ExclusiveStartKey: from && { ...from },
          ...projected(only),
        }),
      );
      return LastEvaluatedKey ? { items: Items, last: LastEvaluatedKey as Key } : { items: Items };
    },

    /** One item of its own, such as an access entry: never replaces another. */
    async add(item: Item & Key): Promise<void> {
      const ConditionExpression = 'attribute_not_exists(pk)';
      await documents.send(new PutCommand({ TableName: name, Item: item, ConditionExpression }));
    },

    /** A single conditional change; `false` when its condition did not hold. */
    async update(input: Omit<UpdateCommandInput, 'TableName'>): Promise<boolean> {
      try {
        await documents.send(new UpdateCommand({ ...input, TableName: name }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    /**
     * All or nothing. The token makes a repetition of the same call harmless. Throws
     * `ConditionFailed` naming the write, or refuses as `busy` after repeated collisions.
     */
    transact: sendTransaction,
  };

  function wholeOf(pk: string): Promise<Item[]> {
    const ExpressionAttributeValues = { ':pk': pk };
    return queryAll({
      ...{ KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues, ConsistentRead: true },
    });
  }

  async function queryAll(input: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
    const items: Item[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const answer = await documents.send(
        new QueryCommand({ ...input, TableName: name, ExclusiveStartKey: from }),
      );
      items.push(...(answer.Items ?? []));
      from = answer.LastEvaluatedKey;
    } while (from);
    return items;
  }
};
export type Table = ReturnType<typeof table>;

/** Names by placeholders: some of them are words DynamoDB keeps for itself. */
const projected = (attributes: readonly string[]) => ({
  ProjectionExpression: attributes.map((_, i) => `#a${i}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(attributes.map((name, i) => [`#a${i}`, name])),
});

function failedCondition(error: unknown, writes: readonly Write[]): ConditionFailed | undefined {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const at = error.CancellationReasons?.findIndex(({ Code }) => Code === 'ConditionalCheckFailed');
  if (at === undefined || at < 0) return undefined;
  const write = writes[at];
  const item = error.CancellationReasons?.[at]?.Item;
  return write && new ConditionFailed(write, item && unmarshall(item));
}

/** Reasons that pass by themselves: another transaction on the same item, or too many at once. */
const PASSING = ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'];

const isPassing = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).some(({ Code = '' }) => PASSING.includes(Code));
