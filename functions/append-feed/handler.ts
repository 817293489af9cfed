import { randomUUID } from 'node:crypto';
import { SQSClient } from '@aws-sdk/client-sqs';
import { FeedMessage } from '../../shared/domain/journal/messages.ts';
import { deliveryQueue } from '../../shared/platform/delivery-queue.ts';
import { fifoWorkerOf } from '../../shared/platform/fifo-worker.ts';
import { hubTable, now } from '../../shared/platform/hub-table.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { feeds } from '../../shared/store/feed.ts';
import { appendFeed } from './append-feed.ts';
import { Env } from './env.ts';

const env = Env.parse(process.env);
const table = hubTable(env.TABLE_NAME);
const deps = {
  feeds: feeds(table, randomUUID),
  endpoints: endpoints(table),
  deliveries: deliveryQueue(new SQSClient({}), env.DELIVERY_QUEUE_URL),
  now,
};

export const handler = fifoWorkerOf(FeedMessage, ({ agency }) => agency, appendFeed(deps));
