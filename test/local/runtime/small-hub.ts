import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import {
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll } from 'vitest';
import { type HubOptions, startHub } from '../../../infra/local/hub.ts';
import { synthesizeAside } from '../../../infra/local/synthesis.ts';

const folder = mkdtempSync(join(tmpdir(), 'ertad-small-stack-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Once for all hubs of a test file. */
const app = synthesizeAside(new URL('./test-stack.ts', import.meta.url), join(folder, 'out'));

/** A hub that runs the test stack on a folder of its own, with eyes and hands for a test. */
export async function smallHub(options: Partial<HubOptions> = {}) {
  const { dataDir = mkdtempSync(join(tmpdir(), 'ertad-runtime-')) } = options;
  const hub = await startHub({ port: 0, inMemory: true, app: await app, ...options, dataDir });
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const region = 'eu-central-1';
  const dynamodb = new DynamoDBClient({ endpoint: hub.stores.dynamodbUrl, region, credentials });
  const sqs = new SQSClient({
    endpoint: hub.stores.sqsUrl,
    region,
    credentials,
    useQueueUrlAsEndpoint: false,
  });
  const TableName = hub.functions[0]?.environment.TABLE_NAME;

  return {
    hub,
    get: (path: string, headers: Record<string, string> = {}) =>
      fetch(`${hub.url}${path}`, { headers }),
    /** What the functions wrote down, in order. */
    async notes(log: string): Promise<string[]> {
      const Key = { pk: { S: `LOG#${log}` } };
      const { Item } = await dynamodb.send(
        new GetItemCommand({ TableName, Key, ConsistentRead: true }),
      );
      return (Item?.entries?.L ?? []).map(({ S = '' }) => S);
    },
    async put(...keys: string[]): Promise<void> {
      for (const key of keys)
        await dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: key } } }));
    },
    queue: (name: string) => queueNamed(sqs, name),
    async stop() {
      await hub.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function queueNamed(sqs: SQSClient, QueueName: string) {
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName }));
  return {
    async send(bodies: readonly string[], groupOf?: (body: string) => string) {
      const Entries = bodies.map((MessageBody, index) => ({
        Id: String(index),
        MessageBody,
        ...(groupOf && {
          MessageGroupId: groupOf(MessageBody),
          MessageDeduplicationId: MessageBody,
        }),
      }));
      await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    },
    async waiting(): Promise<number> {
      const AttributeNames = ['ApproximateNumberOfMessages' as const];
      const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames });
      const { Attributes } = await sqs.send(command);
      return Number(Attributes?.ApproximateNumberOfMessages);
    },
    async bodies(): Promise<string[]> {
      const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 });
      const { Messages = [] } = await sqs.send(command);
      return Messages.map(({ Body = '' }) => Body);
    },
  };
}
