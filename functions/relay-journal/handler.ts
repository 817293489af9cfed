import { SQSClient } from '@aws-sdk/client-sqs';
import { outgoingQueues } from '../../shared/platform/queues.ts';
import { streamOf } from '../../shared/platform/stream.ts';
import { Env } from './env.ts';
import { relayEvents } from './relay-events.ts';

const env = Env.parse(process.env);
const queues = outgoingQueues(new SQSClient({}), {
  routing: env.ROUTING_QUEUE_URL,
  feed: env.FEED_QUEUE_URL,
  calls: env.CALLS_QUEUE_URL,
  visits: env.VISITS_QUEUE_URL,
  invitations: env.INVITATIONS_QUEUE_URL,
});

export const handler = streamOf(relayEvents({ queues }));
