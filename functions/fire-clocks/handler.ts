import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { SQSClient } from '@aws-sdk/client-sqs';
import middy from '@middy/core';
import { deliveryQueue } from '../../shared/platform/delivery-queue.ts';
import { logger } from '../../shared/platform/observability.ts';
import { outgoingQueues } from '../../shared/platform/queues.ts';
import { storeOf } from '../../shared/platform/runtime.ts';
import { dueIndex } from '../../shared/store/due.ts';
import { endpoints } from '../../shared/store/endpoints.ts';
import { receipts } from '../../shared/store/receipts.ts';
import { waitingTasks } from '../../shared/store/waiting-tasks.ts';
import { Env } from './env.ts';
import { fireClock } from './fire-clock.ts';
import { fireClocks } from './fire-clocks.ts';
import { moveShut } from './move-shut.ts';
import { moveWork } from './move-work.ts';
import { oweDigests } from './owe-digests.ts';
import { remindIncident } from './remind-incident.ts';
import { watchDuty } from './watch-duty.ts';

const env = Env.parse(process.env);
const store = storeOf(env.TABLE_NAME);
const sqs = new SQSClient({});
const urls = {
  routing: env.ROUTING_QUEUE_URL,
  feed: env.FEED_QUEUE_URL,
  calls: env.CALLS_QUEUE_URL,
  visits: env.VISITS_QUEUE_URL,
  invitations: env.INVITATIONS_QUEUE_URL,
};

export const handler = middy()
  .use(injectLambdaContext(logger))
  .handler(
    fireClocks({
      due: dueIndex(store.table),
      fireClock: fireClock({ ...store, receipts: receipts(store.table) }),
      moveWork: moveWork(store),
      moveShut: moveShut(store),
      remindIncident: remindIncident(store),
      queues: outgoingQueues(sqs, urls),
      deliveries: deliveryQueue(sqs, env.DELIVERY_QUEUE_URL),
      watchDuty: watchDuty(store),
      oweDigests: oweDigests({
        ...store,
        waiting: waitingTasks(store.table),
        endpoints: endpoints(store.table),
      }),
      now: store.now,
    }),
  );
