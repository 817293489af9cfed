import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { DynamoDBClient, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';

// The functions of the test stack. Each writes down what it was given, in order, in one item.

const dynamodb = new DynamoDBClient();
const environmentId = randomUUID();
const startedAs = { now: Date.now(), variables: { ...process.env } };
let busy = 0;

async function note(log: string, entry: string): Promise<void> {
  await dynamodb.send(
    new UpdateItemCommand({
      TableName: process.env.TABLE_NAME,
      Key: { pk: { S: `LOG#${log}` } },
      UpdateExpression: 'SET entries = list_append(if_not_exists(entries, :none), :entry)',
      ExpressionAttributeValues: { ':none': { L: [] }, ':entry': { L: [{ S: entry }] } },
    }),
  );
}

interface ProxyEvent {
  readonly path: string;
  readonly queryStringParameters: Record<string, string> | null;
}

const deeds: Record<string, (argument: string) => Promise<unknown>> = {
  variables: async () => startedAs.variables,
  time: async () => [
    Date.now(),
    Date.parse(new Date().toISOString()),
    Date.parse(Date()),
    startedAs.now,
  ],
  wait: async (ms) => delay(Number(ms), environmentId),
  async linger(ms) {
    await note('linger', environmentId);
    await delay(Number(ms));
  },
  async alone(ms) {
    busy += 1;
    const together = busy;
    await delay(Number(ms));
    busy -= 1;
    return { together, environmentId };
  },
  crash: async () => process.exit(3),
  throw: async () => {
    throw new RangeError('on purpose');
  },
  async forbidden() {
    const put = new PutItemCommand({
      TableName: process.env.OTHER_TABLE_NAME,
      Item: { pk: { S: 'x' } },
    });
    return dynamodb.send(put).catch((error: Error) => error.name);
  },
};

export async function probe(event: ProxyEvent) {
  const [deed, argument = ''] = Object.entries(event.queryStringParameters ?? {})[0] ?? [''];
  if (deed === 'malformed') return { status: 200 };
  if (deed === 'binary')
    return {
      statusCode: 200,
      headers: { 'Content-Type': 'application/wasm' },
      body: Buffer.from([0, 255, 128]).toString('base64'),
      isBase64Encoded: true,
    };
  const result = deed in deeds ? await deeds[deed]?.(argument) : event;
  return {
    statusCode: 200,
    headers: { 'Content-Type': 'application/json' },
    multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
    body: JSON.stringify(result),
  };
}

interface QueueEvent {
  readonly Records: readonly {
    readonly messageId: string;
    readonly body: string;
    readonly attributes: { readonly ApproximateReceiveCount: string };
  }[];
}

/** A body `fail:…` fails until it is given up; `late:…` succeeds at the second time. */
export async function work({ Records }: QueueEvent) {
  const failed: { itemIdentifier: string }[] = [];
  for (const { messageId, body, attributes } of Records) {
    const count = Number(attributes.ApproximateReceiveCount);
    await note('work', `${body} ${count}`);
    if (body.startsWith('fail:') || (body.startsWith('late:') && count < 2))
      failed.push({ itemIdentifier: messageId });
  }
  return { batchItemFailures: failed };
}

interface StreamEvent {
  readonly Records: readonly {
    readonly eventSourceARN: string;
    readonly dynamodb: {
      readonly SequenceNumber: string;
      readonly Keys: { readonly pk: { readonly S: string } };
    };
  }[];
}
const tried = new Map<string, number>();

/** A key with `fail` always fails, one with `twice` fails twice, one with `throw` throws once. */
export async function relay({ Records }: StreamEvent) {
  for (const { dynamodb: record } of Records) {
    const key = record.Keys.pk.S;
    const times = (tried.get(key) ?? 0) + 1;
    tried.set(key, times);
    if (key.includes('throw') && times === 1) throw new Error('on purpose');
    if (key.includes('fail') || (key.includes('twice') && times <= 2))
      return { batchItemFailures: [{ itemIdentifier: record.SequenceNumber }] };
    await note('relay', key);
  }
  return { batchItemFailures: [] };
}

export async function tick({ time }: { readonly time: string }) {
  if (time.startsWith('2099')) throw new Error('on purpose');
  await note('tick', `${time} ${new Date().toISOString()}`);
}
