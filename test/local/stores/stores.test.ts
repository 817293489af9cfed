import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Call, Failure } from '../../../infra/local/stores/faults.ts';
import type { Statement } from '../../../infra/local/stores/permissions.ts';
import { type CreatedQueue, type Stores, startStores } from '../../../infra/local/stores/stores.ts';
import { HUB_TABLE, REGION } from './hub-table.ts';

const NOW = Date.parse('2026-03-02T08:00:00Z');
const dataDir = mkdtempSync(join(tmpdir(), 'stores-'));
const KEY = 'arn:aws:kms:eu-central-1:000000000000:key/hub';
let stores: Stores;
let work: CreatedQueue;
let fifo: CreatedQueue;

const allow = (Action: string[], ...Resource: string[]): Statement => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const allowAll = [allow(['*'], '*')];

/** Clients as a function has them: its own key, every endpoint at the gateway, no retries. */
function clients(functionName: string, statements: Statement[]) {
  const credentials = stores.admit(functionName, statements);
  const options = { endpoint: stores.gatewayUrl, region: REGION, credentials, maxAttempts: 1 };
  return {
    credentials,
    dynamodb: DynamoDBDocumentClient.from(new DynamoDBClient(options)),
    sqs: new SQSClient(options),
    kms: new KMSClient(options),
    ssm: new SSMClient(options),
  };
}
const failure = (call: Promise<unknown>) => call.catch((error: Error) => error);

beforeAll(async () => {
  stores = await startStores({
    dataDir,
    inMemory: true,
    clock: () => NOW,
    random: () => 0.5,
    parameters: { '/ertad/cursor-key': 'secret' },
  });
  await stores.createTable(HUB_TABLE, 'hub');
  const dead = await stores.createQueue({}, 'work-dead');
  work = await stores.createQueue(
    {
      VisibilityTimeout: 0,
      RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount: 3 },
    },
    'work',
  );
  fifo = await stores.createQueue({ FifoQueue: true, ContentBasedDeduplication: true }, 'f.fifo');
});

afterAll(() => stores.stop());
beforeEach(() => stores.faults.clear());

describe('a role', () => {
  it('lets a function do what it allows, and nothing beside it', async () => {
    const { dynamodb } = clients('reader', [
      allow(['dynamodb:GetItem'], 'arn:aws:dynamodb:eu-central-1:000000000000:table/hub'),
    ]);
    const Key = { pk: 'a', sk: 'b' };
    expect(await dynamodb.send(new GetCommand({ TableName: 'hub', Key }))).not.toHaveProperty(
      'Item',
    );
    const denied = await failure(dynamodb.send(new PutCommand({ TableName: 'hub', Item: Key })));
    expect(denied).toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(/reader is not authorized to perform: dynamodb:PutItem on/),
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('is asked for each item of a transaction', async () => {
    const { dynamodb } = clients('writer', [allow(['dynamodb:PutItem'], '*')]);
    const put = { Put: { TableName: 'hub', Item: { pk: { S: 'tx' }, sk: { S: '1' } } } };
    const drop = { Delete: { TableName: 'hub', Key: { pk: { S: 'tx' }, sk: { S: '0' } } } };
    await dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [put] }));
    const denied = await failure(
      dynamodb.send(new TransactWriteItemsCommand({ TransactItems: [put, drop] })),
    );
    expect(denied).toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('dynamodb:DeleteItem'),
    });
  });

  it('tells an index from its table', async () => {
    const table = 'arn:aws:dynamodb:eu-central-1:000000000000:table/hub';
    const { dynamodb } = clients('lister', [allow(['dynamodb:Query'], `${table}/index/*`)]);
    const query = {
      TableName: 'hub',
      KeyConditionExpression: '#k = :v',
      ExpressionAttributeValues: { ':v': 'x' },
    };
    const byIndex = { ...query, IndexName: 'gsi1', ExpressionAttributeNames: { '#k': 'gsi1pk' } };
    expect(await dynamodb.send(new QueryCommand(byIndex))).toMatchObject({ Count: 0 });
    const byTable = { ...query, ExpressionAttributeNames: { '#k': 'pk' } };
    const denied = await failure(dynamodb.send(new QueryCommand(byTable)));
    expect(denied).toMatchObject({ name: 'AccessDeniedException' });
  });

  it('guards queues, keys and parameters in the words their clients know', async () => {
    const { sqs, kms, ssm } = clients('nobody', []);
    const send = new SendMessageCommand({ QueueUrl: work.url, MessageBody: 'x' });
    expect(await failure(sqs.send(send))).toMatchObject({
      name: expect.stringMatching(/^AccessDenied/),
      $metadata: { httpStatusCode: 403 },
    });
    const generate = new GenerateDataKeyCommand({ KeyId: KEY, KeySpec: 'AES_256' });
    expect(await failure(kms.send(generate))).toMatchObject({ name: 'AccessDeniedException' });
    const get = new GetParameterCommand({ Name: '/ertad/cursor-key' });
    expect(await failure(ssm.send(get))).toMatchObject({ name: 'AccessDeniedException' });
  });

  it('is missing for an unknown access key', async () => {
    const credentials = { accessKeyId: 'STRANGER', secretAccessKey: 'x' };
    const stranger = new DynamoDBClient({
      endpoint: stores.gatewayUrl,
      region: REGION,
      credentials,
    });
    const call = DynamoDBDocumentClient.from(stranger).send(
      new GetCommand({ TableName: 'hub', Key: { pk: 'a', sk: 'b' } }),
    );
    expect(await failure(call)).toMatchObject({ name: 'UnrecognizedClientException' });
  });

  it('with a condition is refused at once', () => {
    const statement = { ...allow(['*'], '*'), Condition: { Bool: { 'aws:x': 'true' } } };
    expect(() => stores.admit('conditional', [statement])).toThrow(/condition/);
  });

  it('can be compared with what its function did', async () => {
    const { dynamodb } = clients('counted', [allow(['dynamodb:GetItem'], '*')]);
    const Key = { pk: 'a', sk: 'b' };
    await dynamodb.send(new GetCommand({ TableName: 'hub', Key }));
    await dynamodb.send(new GetCommand({ TableName: 'hub', Key }));
    await failure(dynamodb.send(new PutCommand({ TableName: 'hub', Item: Key })));
    const resource = 'arn:aws:dynamodb:eu-central-1:000000000000:table/hub';
    const functionName = 'counted';
    expect(stores.calls().filter((call) => call.functionName === 'counted')).toEqual([
      { functionName, action: 'dynamodb:GetItem', resource, allowed: true, count: 2 },
      { functionName, action: 'dynamodb:PutItem', resource, allowed: false, count: 1 },
    ]);
  });
});

describe('tables', () => {
  it('are kept when created again', async () => {
    const { dynamodb } = clients('keeper', allowAll);
    const Item = { pk: 'kept', sk: '1' };
    await dynamodb.send(new PutCommand({ TableName: 'hub', Item }));
    const again = await stores.createTable(HUB_TABLE, 'hub');
    expect(again.arn).toBe('arn:aws:dynamodb:eu-central-1:000000000000:table/hub');
    expect(again.streamArn).toMatch(/table\/hub\/stream\//);
    expect(await dynamodb.send(new GetCommand({ TableName: 'hub', Key: Item }))).toMatchObject({
      Item,
    });
  });
});

describe('queues', () => {
  const drain = async (sqs: SQSClient, QueueUrl: string, WaitTimeSeconds = 0) => {
    const received = await sqs.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds }),
    );
    return (received.Messages ?? []).map(({ Body }) => Body);
  };

  it('wake a long poll when a message comes', async () => {
    const { sqs } = clients('poller', allowAll);
    const { url } = await stores.createQueue({ VisibilityTimeout: 30 }, 'polled');
    const waiting = drain(sqs, url, 10);
    await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: 'hello' }));
    expect(await waiting).toEqual(['hello']);
  }, 5_000);

  it('move a message aside after its last try', async () => {
    const { sqs } = clients('failing', allowAll);
    await sqs.send(new SendMessageCommand({ QueueUrl: work.url, MessageBody: 'bad' }));
    for (let attempt = 1; attempt <= 3; attempt += 1)
      expect(await drain(sqs, work.url)).toEqual(['bad']);
    expect(await drain(sqs, work.url)).toEqual([]);
    expect(await drain(sqs, work.url.replace('/work', '/work-dead'))).toEqual(['bad']);
  });

  it('keep the order of a group and drop what is sent twice', async () => {
    const { sqs } = clients('ordered', allowAll);
    const Entries = ['1', '2', '1', '3'].map((MessageBody, place) => ({
      Id: String(place),
      MessageBody,
      MessageGroupId: 'g',
    }));
    await sqs.send(new SendMessageBatchCommand({ QueueUrl: fifo.url, Entries }));
    const handleNext = async () => {
      const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: fifo.url }));
      expect(await drain(sqs, fifo.url), 'the group waits').toEqual([]);
      const ReceiptHandle = Messages?.[0]?.ReceiptHandle;
      await sqs.send(new DeleteMessageCommand({ QueueUrl: fifo.url, ReceiptHandle }));
      return Messages?.[0]?.Body;
    };
    const handled = [await handleNext(), await handleNext(), await handleNext()];
    expect(handled).toEqual(['1', '2', '3']);
  });

  it('give out messages of a group together, and again in their order', async () => {
    const { sqs } = clients('batches', allowAll);
    const { url } = await stores.createQueue(
      { FifoQueue: true, ContentBasedDeduplication: true, VisibilityTimeout: 1 },
      'batches.fifo',
    );
    const send = (bodies: string[], MessageGroupId: string) => {
      const Entries = bodies.map((MessageBody, i) => ({ Id: `${i}`, MessageBody, MessageGroupId }));
      return sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries }));
    };
    await send(['a1', 'a2', 'a3'], 'a');
    await send(['b1', 'b2'], 'b');
    const received = await drain(sqs, url);
    expect(received.toSorted()).toEqual(['a1', 'a2', 'a3', 'b1', 'b2']);
    expect(received.filter((body) => body?.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    await send(['a4'], 'a');
    expect(await drain(sqs, url), 'both groups wait').toEqual([]);
    const again = await drain(sqs, url, 5);
    expect(again.filter((body) => body?.startsWith('a'))).toEqual(['a1', 'a2', 'a3', 'a4']);
  });

  it.each<[Failure, string[]]>([
    ['lose', []],
    ['duplicate', ['x', 'x']],
    ['drop-before', []],
    ['drop-after', ['x']],
  ])('under the fault %s hold %j of one message sent', async (wanted, held) => {
    const { sqs } = clients('unlucky', allowAll);
    const { url } = await stores.createQueue({ VisibilityTimeout: 30 }, `fault-${wanted}`);
    stores.faults.add({ when: ({ service }) => service === 'sqs', do: wanted, times: 1 });
    const entry = { Id: '1', MessageBody: 'x' };
    const sent = await failure(
      sqs.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: [entry] })),
    );
    expect(sent instanceof Error).toBe(wanted.startsWith('drop'));
    expect(await drain(sqs, url)).toEqual(held);
  });
});

describe('keys', () => {
  const EncryptionContext = { file: 'fil_1', group: 'contact' };

  it('give back a data key only in its own context', async () => {
    const { kms } = clients('vault', [allow(['kms:GenerateDataKey', 'kms:Decrypt'], KEY)]);
    const { Plaintext, CiphertextBlob } = await kms.send(
      new GenerateDataKeyCommand({ KeyId: KEY, KeySpec: 'AES_256', EncryptionContext }),
    );
    expect(Plaintext).toHaveLength(32);
    const reordered = { group: 'contact', file: 'fil_1' };
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob, EncryptionContext: reordered }),
    );
    expect(opened).toMatchObject({ KeyId: KEY, Plaintext });
    const elsewhere = { ...EncryptionContext, file: 'fil_2' };
    const wrong = kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: elsewhere }));
    expect(await failure(wrong)).toMatchObject({ name: 'InvalidCiphertextException' });
    const broken = Uint8Array.from(CiphertextBlob ?? []);
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
    const damaged = kms.send(new DecryptCommand({ CiphertextBlob: broken, EncryptionContext }));
    expect(await failure(damaged)).toMatchObject({ name: 'InvalidCiphertextException' });
  });

  it('are wrapped under a master key only its owner can read', () => {
    expect(statSync(join(dataDir, 'kms-master-key')).mode & 0o777).toBe(0o600);
  });
});

it('answers parameters that have a value', async () => {
  const { ssm } = clients('configured', allowAll);
  const found = await ssm.send(
    new GetParameterCommand({ Name: '/ertad/cursor-key', WithDecryption: true }),
  );
  expect(found.Parameter).toMatchObject({ Value: 'secret', Type: 'SecureString' });
  const missing = ssm.send(new GetParameterCommand({ Name: '/ertad/other' }));
  expect(await failure(missing)).toMatchObject({ name: 'ParameterNotFound' });
});

describe('outgoing messages', () => {
  const signed = (service: string) => {
    const { accessKeyId } = stores.admit('notifier', allowAll);
    const scope = `${accessKeyId}/20260302/${REGION}/${service}/aws4_request`;
    return {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
    };
  };

  it('keep a mail in the mailbox with the time of the clock', async () => {
    const answer = await fetch(`${stores.gatewayUrl}/v2/email/outbound-emails`, {
      method: 'POST',
      headers: { ...signed('ses'), 'content-type': 'application/json' },
      body: JSON.stringify({
        FromEmailAddress: 'hub@ertad.example',
        Destination: { ToAddresses: ['desk@ertad.example'] },
        Content: { Simple: { Subject: { Data: 'Task' }, Body: { Text: { Data: 'tsk_1' } } } },
      }),
    });
    expect(await answer.json()).toEqual({ MessageId: expect.any(String) });
    expect(await stores.mailbox()).toMatchObject([
      {
        at: '2026-03-02T08:00:00.000Z',
        to: ['desk@ertad.example'],
        subject: 'Task',
        text: 'tsk_1',
      },
    ]);
  });

  it('keep a text message in the phonebox', async () => {
    const answer = await fetch(stores.gatewayUrl, {
      method: 'POST',
      headers: signed('sns'),
      body: new URLSearchParams({
        Action: 'Publish',
        PhoneNumber: '+995555000001',
        Message: 'tsk_1',
      }),
    });
    expect(await answer.text()).toMatch(/<PublishResult><MessageId>[\w-]+<\/MessageId>/);
    expect(await stores.phonebox()).toMatchObject([
      { by: 'sms', to: ['+995555000001'], text: 'tsk_1' },
    ]);
  });

  it('keep a call beside the text messages, with what is read aloud', async () => {
    const call = (DestinationPhoneNumber: string) =>
      fetch(`${stores.gatewayUrl}/contact/outbound-voice`, {
        method: 'PUT',
        headers: { ...signed('connect'), 'content-type': 'application/json' },
        body: JSON.stringify({
          InstanceId: 'instance',
          ContactFlowId: 'flow',
          SourcePhoneNumber: '+995320000000',
          DestinationPhoneNumber,
          Attributes: { text: 'E R 7' },
        }),
      });
    const answer = await call('+995555000002');
    expect(await answer.json()).toEqual({ ContactId: expect.any(String) });
    expect((await stores.phonebox()).at(-1)).toMatchObject({
      by: 'call',
      to: ['+995555000002'],
      from: '+995320000000',
      text: 'E R 7',
    });
    expect((await call('555 00 00 02')).status).toBe(400);
  });
});

describe('faults of the table', () => {
  const writes = (call: Call) => call.operation === 'TransactWriteItems';
  const write = (pk: string) => {
    const put = (sk: string) => ({
      Put: { TableName: 'hub', Item: { pk: { S: pk }, sk: { S: sk } } },
    });
    return new TransactWriteItemsCommand({ TransactItems: ['1', '2', '3'].map(put) });
  };

  it('refuse a transaction as a conflict, once, naming one item', async () => {
    const { dynamodb } = clients('conflicting', allowAll);
    stores.faults.add({ when: writes, do: 'conflict', times: 1 });
    const refused = await failure(dynamodb.send(write('conflict')));
    expect(refused).toBeInstanceOf(TransactionCanceledException);
    expect(refused).toMatchObject({
      message: expect.stringContaining('[None, TransactionConflict, None]'),
      CancellationReasons: [
        { Code: 'None' },
        { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
        { Code: 'None' },
      ],
    });
    await dynamodb.send(write('conflict'));
  });

  it('refuse single writes in their own words', async () => {
    const { dynamodb } = clients('hurried', allowAll);
    const put = new PutCommand({ TableName: 'hub', Item: { pk: 'a', sk: 'b' } });
    stores.faults.add({
      when: ({ operation }) => operation === 'PutItem',
      do: 'conflict',
      times: 1,
    });
    expect(await failure(dynamodb.send(put))).toMatchObject({
      name: 'TransactionConflictException',
    });
    stores.faults.add({
      when: ({ operation }) => operation === 'PutItem',
      do: 'throttle',
      times: 1,
    });
    expect(await failure(dynamodb.send(put))).toMatchObject({ name: 'ThrottlingException' });
  });

  it.each<[Failure, boolean]>([
    ['drop-before', false],
    ['drop-after', true],
  ])('%s: no answer comes, and that it was written is %s', async (wanted, written) => {
    const { dynamodb } = clients('cut-off', allowAll);
    const remove = stores.faults.add({ when: writes, do: wanted });
    expect(await failure(dynamodb.send(write(wanted)))).toBeInstanceOf(Error);
    remove();
    const found = await dynamodb.send(
      new GetCommand({ TableName: 'hub', Key: { pk: wanted, sk: '1' } }),
    );
    expect(found.Item !== undefined).toBe(written);
  });

  it('strike by chance', async () => {
    const { dynamodb } = clients('lucky', allowAll);
    stores.faults.add({ when: writes, do: 'throttle', probability: 0.5 });
    await dynamodb.send(write('lucky'));
    stores.faults.add({ when: writes, do: 'throttle', probability: 0.51 });
    expect(await failure(dynamodb.send(write('unlucky')))).toBeInstanceOf(Error);
  });
});
