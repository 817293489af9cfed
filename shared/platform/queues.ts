import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { OwedMessage } from '../domain/journal/messages.ts';

const QUEUES = ['routing', 'calls', 'feed', 'visits', 'invitations'] as const;
type QueueUrls = Readonly<Record<(typeof QUEUES)[number], string>>;

/** SQS takes ten messages at once. */
const BATCH = 10;

/**
 * Sends owed messages. `attempt` is part of the FIFO de-duplication id: a message sent again after
 * a loss must not be swallowed as a duplicate of the one that was lost.
 */
export const outgoingQueues = (client: SQSClient, urls: QueueUrls) => ({
  /** Answers which messages could not be sent, by their place in the list. */
  async send(owed: readonly OwedMessage[], attempt: string): Promise<ReadonlySet<number>> {
    const failed = new Set<number>();
    for (const queue of QUEUES) {
      const places = owed.flatMap((message, place) => (message.queue === queue ? [place] : []));
      for (let from = 0; from < places.length; from += BATCH) {
        const batch = places.slice(from, from + BATCH);
        const Entries = batch.map((place) => entryOf(owed[place], place, attempt));
        const answer = await client.send(
          new SendMessageBatchCommand({ QueueUrl: urls[queue], Entries }),
        );
        for (const { Id } of answer.Failed ?? []) failed.add(Number(Id));
      }
    }
    return failed;
  },
});
export type OutgoingQueues = ReturnType<typeof outgoingQueues>;

function entryOf(owed: OwedMessage | undefined, place: number, attempt: string) {
  if (!owed) throw new Error('no message at this place');
  const entry = { Id: String(place), MessageBody: JSON.stringify(owed.message) };
  if (owed.queue !== 'feed') return entry;
  const { event, agency } = owed.message;
  return {
    ...entry,
    MessageGroupId: agency,
    MessageDeduplicationId: `${event}.${agency}.${attempt}`.slice(0, 128),
  };
}
