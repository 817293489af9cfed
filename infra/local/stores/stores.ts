import type { Faults } from './faults.ts';
import type { OutgoingMessage } from './outgoing.ts';
import type { Statement } from './permissions.ts';
import type { CountedCall } from './usage.ts';

export interface StoresOptions {
  /** Where tables, keys, parameters and outgoing messages are kept, e.g. `.ertad`. */
  readonly dataDir: string;
  /** Tables live in memory only, for tests and benches. Keys and boxes are files all the same. */
  readonly inMemory?: boolean;
  /** A DynamoDB-compatible server to use instead of the embedded one. */
  readonly dynamodbEndpoint?: string;
  /** The hub's movable clock: milliseconds since the epoch. */
  readonly clock: () => number;
  /** Source of chance for faults: 0 ≤ n < 1. `Math.random` when absent. */
  readonly random?: () => number;
  /** `eu-central-1` when absent. */
  readonly region?: string;
  /** `000000000000` when absent. */
  readonly account?: string;
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

/** Starts DynamoDB Local, the SQS server and the gateway before them, all on 127.0.0.1. */
export async function startStores(_options: StoresOptions): Promise<Stores> {
  throw new Error('not started yet');
}
