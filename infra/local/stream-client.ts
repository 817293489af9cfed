import * as z from 'zod';

const Shard = z.object({
  ShardId: z.string(),
  ParentShardId: z.string().optional(),
  SequenceNumberRange: z.object({ EndingSequenceNumber: z.string().optional() }).optional(),
});
export type Shard = z.infer<typeof Shard>;

/** A record in the wire format, which is also the format of Lambda's event. */
const StreamRecord = z.looseObject({
  eventID: z.string(),
  eventName: z.string(),
  dynamodb: z.looseObject({
    SequenceNumber: z.string(),
    ApproximateCreationDateTime: z.number(),
  }),
});
export type StreamRecord = z.infer<typeof StreamRecord>;

/** Repeats, drops or reorders records on their way, for tests of what must survive it. */
export type Disturbance = (records: readonly StreamRecord[]) => readonly StreamRecord[];

const Records = z.object({
  Records: z.array(StreamRecord),
  NextShardIterator: z.string().nullish(),
});

/** The stream service refused; `code` is its error's short name. */
export class StreamError extends Error {
  override readonly name = 'StreamError';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

export type Position =
  | { readonly type: 'TRIM_HORIZON' | 'LATEST' }
  | { readonly type: 'AFTER_SEQUENCE_NUMBER' | 'AT_SEQUENCE_NUMBER'; readonly sequence: string };

export interface StreamClient {
  shards(): Promise<Shard[]>;
  iterator(shard: string, position: Position): Promise<string>;
  records(iterator: string, limit: number): Promise<z.infer<typeof Records>>;
}

interface At {
  readonly endpoint: string;
  readonly region: string;
  readonly accessKeyId: string;
}

/** DynamoDB Streams over its JSON protocol. The local server asks for a credential, no more. */
export function streamClient(
  { endpoint, region, accessKeyId }: At,
  StreamArn: string,
): StreamClient {
  const scope = `${accessKeyId}/20250101/${region}/dynamodb/aws4_request`;
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
  };

  async function call(operation: string, input: object): Promise<unknown> {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': `DynamoDBStreams_20120810.${operation}` },
      body: JSON.stringify(input),
    });
    const body = (await answer.json()) as { readonly __type?: string };
    if (!answer.ok) throw new StreamError(String(body.__type).split('#').at(-1) ?? 'Unknown');
    return body;
  }

  return {
    async shards() {
      const Page = z.object({
        StreamDescription: z.object({
          Shards: z.array(Shard),
          LastEvaluatedShardId: z.string().optional(),
        }),
      });
      const all: Shard[] = [];
      let ExclusiveStartShardId: string | undefined;
      do {
        const page = Page.parse(await call('DescribeStream', { StreamArn, ExclusiveStartShardId }));
        all.push(...page.StreamDescription.Shards);
        ExclusiveStartShardId = page.StreamDescription.LastEvaluatedShardId;
      } while (ExclusiveStartShardId);
      return all;
    },
    async iterator(ShardId, position) {
      const SequenceNumber = 'sequence' in position ? position.sequence : undefined;
      const input = { StreamArn, ShardId, ShardIteratorType: position.type, SequenceNumber };
      const answer = await call('GetShardIterator', input);
      return z.object({ ShardIterator: z.string() }).parse(answer).ShardIterator;
    },
    async records(ShardIterator, Limit) {
      return Records.parse(await call('GetRecords', { ShardIterator, Limit }));
    },
  };
}
