import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { AgencyId, EndpointId } from '../domain/ids.ts';

/** Wakes `deliver-webhook`; the state is in the table. */
export const DeliveryMessage = z.strictObject({
  agency: AgencyId,
  endpoint: EndpointId,
  sequence: z.int().min(1),
});
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;

const BATCH = 10;

/** The queue that wakes the sender of webhooks. A wake-up that is lost comes back from the due index. */
export const deliveryQueue = (client: SQSClient, QueueUrl: string) => ({
  async wake(owed: readonly DeliveryMessage[]): Promise<void> {
    for (let from = 0; from < owed.length; from += BATCH) {
      const Entries = owed.slice(from, from + BATCH).map((message, i) => ({
        Id: String(i),
        MessageBody: JSON.stringify(message),
      }));
      await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    }
  },
});
export type DeliveryQueue = ReturnType<typeof deliveryQueue>;
