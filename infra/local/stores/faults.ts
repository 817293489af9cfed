import { ServiceError } from './answers.ts';

/** One call on its way through the gateway, as a fault may look at it. */
export interface Call {
  readonly functionName: string;
  /** `dynamodb`, `sqs`, `kms`, `ssm`, `ses`, `sns`, `connect`. */
  readonly service: string;
  /** As IAM writes it, without the service: `TransactWriteItems`, `SendMessageBatch`. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * - `conflict`, `throttle`: refused as AWS refuses, nothing is done
 * - `drop-before`: the connection closes, nothing is done
 * - `drop-after`: it is done, then the connection closes without an answer
 * - `lose` (SQS sends): answered as sent, but no message arrives
 * - `duplicate` (SQS): a send arrives twice; a received message can be received again at once
 */
export type Failure = 'conflict' | 'throttle' | 'drop-before' | 'drop-after' | 'lose' | 'duplicate';

interface Fault {
  readonly when: (call: Call) => boolean;
  readonly do: Failure;
  /** How often it strikes; without it, until removed. */
  readonly times?: number;
  /** Chance for each call that matches; 1 when absent. */
  readonly probability?: number;
}

export interface Faults {
  /** Returns what takes the fault away again. */
  add(fault: Fault): () => void;
  clear(): void;
  /** How often faults have struck so far. */
  struck(): number;
}

/** `strike` gives the failure that the first matching fault wants for a call, and uses it up. */
export function startFaults(random: () => number) {
  const left = new Map<symbol, { fault: Fault; times: number }>();
  let struck = 0;
  const faults: Faults = {
    add(fault) {
      const key = Symbol();
      left.set(key, { fault, times: fault.times ?? Number.POSITIVE_INFINITY });
      return () => left.delete(key);
    },
    clear: () => left.clear(),
    struck: () => struck,
  };
  const strike = (call: Call): Failure | undefined => {
    for (const [key, entry] of left) {
      if (!entry.fault.when(call)) continue;
      if (random() >= (entry.fault.probability ?? 1)) continue;
      entry.times -= 1;
      if (entry.times <= 0) left.delete(key);
      struck += 1;
      return entry.fault.do;
    }
    return undefined;
  };
  return { faults, strike };
}

const CONFLICT = 'Transaction is ongoing for the item';
const TOO_FAST =
  'Throughput exceeds the current capacity of your table or index. DynamoDB is automatically ' +
  'scaling your table or index so please try again shortly.';

/** What DynamoDB answers to a conflict; in a transaction one item, taken at random, is to blame. */
export const conflictError = (call: Call, random: () => number) =>
  cancelled(call, { Code: 'TransactionConflict', Message: CONFLICT }, random) ??
  new ServiceError('com.amazonaws.dynamodb.v20120810#TransactionConflictException', CONFLICT);

/** What an on-demand table, or SQS, answers to a caller that is too fast. */
export const throttleError = (call: Call, random: () => number) =>
  cancelled(call, { Code: 'ThrottlingError', Message: TOO_FAST }, random) ??
  (call.service === 'sqs'
    ? new ServiceError('com.amazonaws.sqs#RequestThrottled', 'Rate exceeded', 403)
    : new ServiceError('com.amazon.coral.availability#ThrottlingException', TOO_FAST));

/** https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
function cancelled(
  { input }: Call,
  reason: { Code: string; Message: string },
  random: () => number,
): ServiceError | undefined {
  const items = input.TransactItems;
  if (!Array.isArray(items)) return undefined;
  const blamed = Math.floor(random() * items.length);
  const reasons = items.map((_, place) => (place === blamed ? reason : { Code: 'None' }));
  const codes = reasons.map(({ Code }) => Code).join(', ');
  return new ServiceError(
    'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    400,
    { CancellationReasons: reasons },
  );
}
