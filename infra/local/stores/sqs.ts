import { createHash, randomUUID } from 'node:crypto';
import { buildApp } from 'fauxqs';
import * as z from 'zod';
import type { Call } from './faults.ts';
import { giveOutFifoBatches } from './fifo-batches.ts';

interface LocalSqs {
  readonly url: string;
  /** A queue of that name is kept. Attributes as the SQS API names them. */
  createQueue(name: string, attributes: Record<string, string>): Promise<{ url: string }>;
  stop(): Promise<void>;
}

const fifoBatches = giveOutFifoBatches();

/**
 * Starts an SQS server in this process, on a free port of 127.0.0.1. It keeps nothing on disk, by
 * choice: what is lost with it, the outbox must bring back.
 */
export async function startSqs(region: string): Promise<LocalSqs> {
  await fifoBatches;
  const app = buildApp({ logger: false, defaultRegion: region });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    createQueue: async (name, attributes) => {
      const answer = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-amz-json-1.0',
          'x-amz-target': 'AmazonSQS.CreateQueue',
        },
        body: JSON.stringify({ QueueName: name, Attributes: attributes }),
      });
      if (!answer.ok) throw new Error(`Queue ${name} was not created: ${await answer.text()}`);
      return { url: z.object({ QueueUrl: z.string() }).parse(await answer.json()).QueueUrl };
    },
    stop: async () => app.close(),
  };
}

/** What SQS answers to a send, for one that is lost on purpose. */
export function sentAnswer({ operation, input }: Call): unknown {
  if (operation === 'SendMessage') return sent(input.MessageBody);
  const entries = z
    .array(z.object({ Id: z.string(), MessageBody: z.string() }))
    .parse(input.Entries);
  const Successful = entries.map(({ Id, MessageBody }) => ({ Id, ...sent(MessageBody) }));
  return { Successful, Failed: [] };
}

/** The digest is part of the protocol: clients compare it with their own. */
const sent = (body: unknown) => ({
  MessageId: randomUUID(),
  MD5OfMessageBody: createHash('md5').update(String(body)).digest('hex'),
});
