import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { localAccounts } from '../accounts.ts';
import { localBuckets } from './buckets.ts';
import { startDynamoDb } from './dynamodb.ts';
import { type Faults, startFaults } from './faults.ts';
import { type GatewayOptions, startGateway } from './gateway.ts';
import { localKms } from './kms.ts';
import { keyArn, parameterArn } from './needs.ts';
import { localOutgoing, type OutgoingMessage } from './outgoing.ts';
import { localParameters } from './parameters.ts';
import type { Statement } from './permissions.ts';
import { queueAttributes } from './queues.ts';
import { startSqs } from './sqs.ts';
import { localTables } from './tables.ts';
import { upstream } from './upstream.ts';
import { type CountedCall, startUsage } from './usage.ts';
import { localUserPool } from './user-pool.ts';

export interface StoresOptions {
  /** Where tables, keys, parameters and outgoing messages are kept, e.g. `.ertad`. */
  readonly dataDir: string;
  /** Tables live in memory only, for tests and benches. Keys and boxes are files all the same. */
  readonly inMemory?: boolean;
  /** A DynamoDB-compatible server to use instead of the embedded one. */
  readonly dynamodbEndpoint?: string;
  /** In whose name it is called: hubs at one server may be kept apart by it. `local` when absent. */
  readonly dynamodbAccessKey?: string;
  /** The hub's movable clock: milliseconds since the epoch. */
  readonly clock: () => number;
  /** Source of chance for faults: 0 ≤ n < 1. `Math.random` when absent. */
  readonly random?: () => number;
  /** `eu-central-1` when absent. */
  readonly region?: string;
  /** SSM parameters answered when the parameter file has no value of its own: name → value. */
  readonly parameters?: Readonly<Record<string, string>>;
}

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface CreatedTable {
  /** As IAM statements name it: `arn:aws:dynamodb:eu-central-1:000000000000:table/NAME`. */
  readonly arn: string;
  /** The stream's ARN as the raw server knows it; read it through `dynamodbUrl`. */
  readonly streamArn?: string;
}

export interface CreatedQueue {
  /** Points at the gateway: what functions get in their environment. */
  readonly url: string;
  /** The same queue at the raw server, for pollers. */
  readonly rawUrl: string;
  readonly arn: string;
}

/** CloudFormation properties of one resource, intrinsic functions already resolved. */
export type Properties = Readonly<Record<string, unknown>>;

export interface Stores {
  /** Where functions send every AWS call. */
  readonly gatewayUrl: string;
  /** DynamoDB without the gateway: for the runtime itself and for benches. */
  readonly dynamodbUrl: string;
  /** In whose name the tables are kept there. */
  readonly dynamodbCredentials: Credentials;
  /** SQS without the gateway: for the runtime's pollers. */
  readonly sqsUrl: string;
  /** For a function's environment: `AWS_ENDPOINT_URL_DYNAMODB` and so on, all at the gateway. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** `properties` of an `AWS::DynamoDB::Table` (or `GlobalTable`); a table that exists is kept. */
  createTable(properties: Properties, name: string): Promise<CreatedTable>;
  /** `properties` of an `AWS::SQS::Queue`, its redrive target resolved to an ARN. */
  createQueue(properties: Properties, name: string): Promise<CreatedQueue>;
  /** Lets a function in under its role; throws for a statement it could not check honestly. */
  admit(functionName: string, statements: readonly Statement[]): Credentials;
  readonly faults: Faults;
  /** Every call so far, counted per function, action, resource and verdict. */
  calls(): CountedCall[];
  mailbox(): Promise<OutgoingMessage[]>;
  phonebox(): Promise<OutgoingMessage[]>;
  stop(): Promise<void>;
}

/** The SQS server knows no other, and no account has it. */
const LOCAL_ACCOUNT = '000000000000';

const SERVICES = ['DYNAMODB', 'SQS', 'KMS', 'SSM', 'SES', 'SESV2', 'SNS'];

/** Starts DynamoDB Local, the SQS server and the gateway before them, all on 127.0.0.1. */
export async function startStores(options: StoresOptions): Promise<Stores> {
  const { dataDir, clock, region = 'eu-central-1', random = Math.random } = options;
  const place = `${region}:${LOCAL_ACCOUNT}`;
  mkdirSync(dataDir, { recursive: true });
  const dynamodb = await dynamoDbOf(options);
  const sqs = await startSqs(region);
  const accessKeyId = options.dynamodbAccessKey ?? 'local';
  const dynamodbCredentials = { accessKeyId, secretAccessKey: 'local' };
  const tables = localTables(dynamodb.url, region, dynamodbCredentials);
  const usage = startUsage();
  const { faults, strike } = startFaults(random);
  const outgoing = localOutgoing(dataDir, clock);
  const upstreams = { dynamodb: upstream(dynamodb.url, accessKeyId), sqs: upstream(sqs.url) };
  const gateway = await startGateway({
    place,
    random,
    usage,
    strike,
    upstreams,
    answering: answeringHere(options, outgoing, place),
  });

  return {
    gatewayUrl: gateway.url,
    dynamodbUrl: dynamodb.url,
    dynamodbCredentials,
    sqsUrl: sqs.url,
    endpoints: Object.fromEntries(
      SERVICES.map((name) => [`AWS_ENDPOINT_URL_${name}`, gateway.url]),
    ),
    async createTable(properties, name) {
      const { streamArn } = await tables.create(properties, name);
      return { arn: `arn:aws:dynamodb:${place}:table/${name}`, ...(streamArn && { streamArn }) };
    },
    async createQueue(properties, name) {
      await sqs.createQueue(name, queueAttributes(properties));
      const path = `${LOCAL_ACCOUNT}/${name}`;
      const arn = `arn:aws:sqs:${place}:${name}`;
      return { url: `${gateway.url}/${path}`, rawUrl: `${sqs.url}/${path}`, arn };
    },
    admit: gateway.admit,
    faults,
    calls: usage.calls,
    mailbox: outgoing.mailbox,
    phonebox: outgoing.phonebox,
    async stop() {
      await gateway.stop();
      await Promise.all([upstreams.dynamodb.stop(), upstreams.sqs.stop(), sqs.stop()]);
      tables.stop();
      await dynamodb.stop();
    },
  };
}

/** What another server's operator starts and stops is not ours to stop. */
const dynamoDbOf = async ({ dataDir, inMemory = false, dynamodbEndpoint }: StoresOptions) =>
  dynamodbEndpoint
    ? { url: dynamodbEndpoint, stop: async () => {} }
    : startDynamoDb({ dir: join(dataDir, 'dynamodb'), inMemory });

function answeringHere(
  { dataDir, clock, parameters = {} }: StoresOptions,
  outgoing: ReturnType<typeof localOutgoing>,
  place: string,
): GatewayOptions['answering'] {
  const kms = localKms(dataDir, (key) => keyArn(key, place));
  const buckets = localBuckets(dataDir);
  const pool = localUserPool(localAccounts(dataDir), clock);
  const ssm = localParameters(dataDir, parameters, (name) => parameterArn(name, place));
  return {
    kms: ({ operation, input }) => kms(operation, input),
    ssm: ({ operation, input }) => ssm(operation, input),
    ses: ({ input }) => outgoing.sendEmail(input),
    'cognito-idp': ({ operation, input }) => pool(operation, input),
    sns: ({ input }) => outgoing.publish(input),
    connect: ({ input }) => outgoing.startCall(input),
    s3: ({ operation, input }) => buckets(operation, input),
  };
}
