import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Alarms } from './constructs/alarms.ts';
import { WorkQueue } from './constructs/work-queue.ts';

/** How long the consumer of each queue may take for a batch. */
export const CONSUMER_TIMEOUT = {
  routing: Duration.seconds(20),
  // A consumer that dies holds up its recipient's group for six times this.
  feed: Duration.seconds(10),
  // One webhook attempt ends after 15 s; the rest is for reading and writing its record.
  delivery: Duration.seconds(30),
  // Opening a roster, one provider with its own retries, and the record of it.
  calls: Duration.seconds(30),
  // One search over everybody's calendars and one booking for each visit of the batch.
  visits: Duration.seconds(30),
  // A dozen mails for each booking of the batch.
  invitations: Duration.seconds(60),
};

/** What has to be done after a decision: each message names an event, never a person. */
export class Queues extends Construct {
  /** Referrals to be routed. */
  readonly routing: WorkQueue;
  /** Feed entries, in order for each recipient agency. */
  readonly feed: WorkQueue;
  /** Webhook attempts. */
  readonly delivery: WorkQueue;
  /** People on duty to be reached by telephone. */
  readonly calls: WorkQueue;
  /** Visits for which a time has to be found or given up. */
  readonly visits: WorkQueue;
  /** Calendars of those who take part that say something else now. */
  readonly invitations: WorkQueue;

  /** Those that an event wakes by itself. */
  get told(): readonly WorkQueue[] {
    return [this.routing, this.feed, this.calls, this.visits, this.invitations];
  }

  get all(): readonly WorkQueue[] {
    return [...this.told, this.delivery];
  }

  constructor(scope: Construct, id: string, { alarms }: { readonly alarms: Alarms }) {
    super(scope, id);
    this.routing = new WorkQueue(this, 'Routing', {
      alarms,
      consumerTimeout: CONSUMER_TIMEOUT.routing,
      lateAfter: Duration.minutes(1),
      impact: 'referrals have arrived and nobody was told to act. Look at the national duty desk.',
    });
    this.feed = new WorkQueue(this, 'Feed', {
      alarms,
      fifo: true,
      consumerTimeout: CONSUMER_TIMEOUT.feed,
      lateAfter: Duration.minutes(1),
      impact: 'agencies do not hear of their tasks and referrers do not hear back.',
    });
    this.delivery = new WorkQueue(this, 'Delivery', {
      alarms,
      consumerTimeout: CONSUMER_TIMEOUT.delivery,
      // What is to be tried again within 15 minutes waits in here; what is late the minute counts.
      lateAfter: Duration.minutes(20),
      impact: 'systems of agencies are not told of new work; their feeds still hold it.',
    });
    this.calls = new WorkQueue(this, 'Calls', {
      alarms,
      consumerTimeout: CONSUMER_TIMEOUT.calls,
      lateAfter: Duration.minutes(2),
      impact: 'nobody on duty is called to urgent work for a child. Telephone the duty desks.',
    });
    this.visits = new WorkQueue(this, 'Visits', {
      alarms,
      consumerTimeout: CONSUMER_TIMEOUT.visits,
      lateAfter: Duration.minutes(5),
      impact: 'a joint interview that lost its time is not given another one by itself.',
    });
    this.invitations = new WorkQueue(this, 'Invitations', {
      alarms,
      consumerTimeout: CONSUMER_TIMEOUT.invitations,
      lateAfter: Duration.minutes(10),
      impact: 'calendars of those who take part in a joint interview show an old time.',
    });
  }
}
