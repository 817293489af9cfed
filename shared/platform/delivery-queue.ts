import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { AgencyId, EndpointId } from '../domain/ids.ts';

/** Wakes `deliver-webhook`; the state is in the table. Without a lane: look after the endpoint. */
export const DeliveryMessage = z.strictObject({
  agency: AgencyId,
  endpoint: EndpointId,
  /** Which subject it is told of next: `task#tsk_…`. */
  lane: z.string().max(100).optional(),
});
export type DeliveryMessage = z.infer<typeof DeliveryMessage>;

const BATCH = 10;
/** A limit of the queue service, in seconds. */
const DELAY_MOST = 900;

/** The queue that wakes the sender of webhooks. A wake-up that is lost comes back from the due index. */
export const deliveryQueue = (client: SQSClient, QueueUrl: string) => ({
  /** `after`: seconds until it is seen, at most 15 min; what waits longer stands in the due index. */
  async wake(owed: readonly DeliveryMessage[], after = 0): Promise<void> {
    for (let from = 0; from < owed.length; from += BATCH) {
      const Entries = owed.slice(from, from + BATCH).map((message, i) => ({
        Id: String(i),
        MessageBody: JSON.stringify(message),
        ...(after > 0 && { DelaySeconds: Math.min(Math.ceil(after), DELAY_MOST) }),
      }));
      await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    }
  },
});
export type DeliveryQueue = ReturnType<typeof deliveryQueue>;
