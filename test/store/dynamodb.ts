import { Readable } from 'node:stream';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { table } from '../../shared/store/table.ts';

/** What DynamoDB answers to one call: an operation's result, or an exception by its name. */
export interface Answered {
  readonly body?: object;
  readonly exception?: string;
}
export interface Asked {
  readonly operation: string;
  readonly input: {
    readonly TransactItems?: readonly object[];
    readonly ClientRequestToken?: string;
    readonly [name: string]: unknown;
  };
}

/** The real client and the real table over a wire that answers as DynamoDB would. */
export function scripted(answer: (asked: Asked, call: number) => Answered) {
  const calls: Asked[] = [];
  const client = new DynamoDBClient({
    region: 'eu-central-1',
    credentials: { accessKeyId: 'x', secretAccessKey: 'x' },
    maxAttempts: 1,
    requestHandler: {
      handle: async (request: { headers: Record<string, string>; body: string }) => {
        const operation = request.headers['x-amz-target']?.split('.')[1] ?? '';
        const asked = { operation, input: JSON.parse(request.body) };
        calls.push(asked);
        const { body = {}, exception } = answer(asked, calls.length);
        const type = exception && { __type: `com.amazonaws.dynamodb.v20120810#${exception}` };
        const bytes = Buffer.from(JSON.stringify({ ...type, ...body }));
        const headers = { 'content-type': 'application/x-amz-json-1.0' };
        return {
          response: { statusCode: exception ? 400 : 200, headers, body: Readable.from([bytes]) },
        };
      },
    },
  });
  return { calls, table: table({ client, name: 'hub', random: () => 0 }) };
}

/** A cancelled transaction, with the reason for each of its items. */
export const cancelled = (
  ...codes: readonly (string | { Code: string; Item: object })[]
): Answered => ({
  exception: 'TransactionCanceledException',
  body: {
    CancellationReasons: codes.map((code) => (typeof code === 'string' ? { Code: code } : code)),
  },
});
