import { Duration, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import type * as z from 'zod';
import { Env as AppendFeedEnv } from '../functions/append-feed/env.ts';
import { Env as DeliverWebhookEnv } from '../functions/deliver-webhook/env.ts';
import { Env as FireClocksEnv } from '../functions/fire-clocks/env.ts';
import { Env as ReachDutyEnv } from '../functions/reach-duty/env.ts';
import { Env as RelayJournalEnv } from '../functions/relay-journal/env.ts';
import { Env as RouteReferralEnv } from '../functions/route-referral/env.ts';
import { type CallChannels, watchCalls } from './call-channels.ts';
import { watchClocks } from './clock-alarms.ts';
import type { Alarms } from './constructs/alarms.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import {
  type AnyHubFunction,
  HubFunction,
  type HubFunctionProps,
} from './constructs/hub-function.ts';
import type { HubTable } from './constructs/hub-table.ts';
import type { VaultKey } from './constructs/vault-key.ts';
import { watchDeliveries, watchLateDeliveries } from './delivery-alarms.ts';
import { CONSUMER_TIMEOUT, type Queues } from './queues.ts';

export interface WorkersProps {
  readonly table: HubTable;
  readonly vault: VaultKey;
  readonly queues: Queues;
  readonly alarms: Alarms;
  /** Child centres that count as open although the policy pack has them planned. */
  readonly openCentres: readonly string[];
  /** How people on duty are reached. */
  readonly channels: CallChannels;
  /** Where people open the hub; ends with a slash. */
  readonly hubUrl: string;
  readonly bundle: boolean;
}

/** What happens after a decision: told on, routed, put in feeds, delivered, watched by the clock. */
export class Workers extends Construct {
  private readonly props: WorkersProps;

  constructor(scope: Construct, id: string, props: WorkersProps) {
    super(scope, id);
    this.props = props;
    this.relayJournal();
    this.routeReferral();
    this.appendFeed();
    this.deliverWebhook();
    this.reachDuty();
    this.fireClocks();
  }

  /** Journal events → the queues of those who act on them. It only sends. */
  private relayJournal(): void {
    const { table, queues, alarms } = this.props;
    const impact =
      'news of referrals goes out a minute late, by the outbox; if that fails too, nobody acts.';
    const relay = this.make('relay-journal', 'RelayJournal', {
      env: RelayJournalEnv,
      environment: {
        ROUTING_QUEUE_URL: queues.routing.url,
        FEED_QUEUE_URL: queues.feed.url,
        CALLS_QUEUE_URL: queues.calls.url,
        VISITS_QUEUE_URL: queues.visits.url,
        INVITATIONS_QUEUE_URL: queues.invitations.url,
      },
      errorImpact: impact,
      timeout: Duration.seconds(20),
    });
    // Webhooks leave from the feed, so of all queues only theirs is not for the relay.
    for (const queue of queues.told) queue.grantSend(relay);
    const failed = new DeadLetters(this, 'RelayFailed', { alarms, impact });
    relay.addEventSource(
      new DynamoEventSource(table.table, {
        // What was written before the mapping first ran is told on as well.
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.isEqual('INSERT'),
            dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('EVENT#') } } },
          }),
        ],
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        // Few, since a failing record holds up its shard and the outbox sends it anew anyway.
        retryAttempts: 5,
        maxRecordAge: Duration.hours(1),
        onFailure: new SqsDlq(failed),
      }),
    );
    alarms.raise(this, 'RelayLate', {
      metric: relay.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: Duration.minutes(1).toMilliseconds(),
      says: `Journal events wait longer than a minute to be told on. Impact: ${impact}`,
    });
    Validations.of(relay.role ?? relay).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams, which Lambda asks for, can be given for all streams only.',
    });
  }

  /** A referral → its case and tasks, by the policy pack. */
  private routeReferral(): void {
    const { table, vault, queues, alarms, openCentres } = this.props;
    const router = this.make('route-referral', 'RouteReferral', {
      env: RouteReferralEnv,
      environment: {
        TABLE_NAME: table.name,
        ...vault.environment,
        OPEN_CENTRES: openCentres.join(','),
      },
      errorImpact: 'a referral has arrived and nobody was told to act.',
      timeout: CONSUMER_TIMEOUT.routing,
      memory: 1024,
    });
    table.grantReadWrite(router);
    vault.grantNewKeys(router);
    queues.routing.wakes(router, { batchSize: 10 });
    alarms.raise(this, 'RoutedByHand', {
      metric: router.metricCounted('RoutedByHand'),
      threshold: 1,
      says: 'The rules did not say who must act on a referral. Impact: part or all of the help for a child waits until the national duty desk has found the agency.',
    });
  }

  /** Events → numbered entries of the recipients' feeds. Holds no key to what is sealed. */
  private appendFeed(): void {
    const { table, queues } = this.props;
    const appender = this.make('append-feed', 'AppendFeed', {
      env: AppendFeedEnv,
      environment: { TABLE_NAME: table.name, DELIVERY_QUEUE_URL: queues.delivery.url },
      errorImpact: 'agencies do not hear of their tasks and referrers do not hear back.',
      timeout: CONSUMER_TIMEOUT.feed,
    });
    table.grantReadWrite(appender);
    queues.delivery.grantSend(appender);
    queues.feed.wakes(appender, { batchSize: 10 });
  }

  /** Feed entries → signed webhooks. One message at a time: a slow address delays no other. */
  private deliverWebhook(): void {
    const { table, vault, queues, alarms } = this.props;
    const deliverer = this.make('deliver-webhook', 'DeliverWebhook', {
      env: DeliverWebhookEnv,
      environment: {
        TABLE_NAME: table.name,
        ...vault.environment,
        DELIVERY_QUEUE_URL: queues.delivery.url,
        ERTAD_ALLOW_LOOPBACK_WEBHOOKS: 'no',
      },
      errorImpact: 'systems of agencies are not told of new work; their feeds still hold it.',
      timeout: CONSUMER_TIMEOUT.delivery,
    });
    table.grantReadWrite(deliverer);
    // The beginning of each answer is sealed: it is another's words.
    vault.grantOpen(deliverer);
    // What has to be tried again within minutes waits in its own queue.
    queues.delivery.grantSend(deliverer);
    queues.delivery.wakes(deliverer, { batchSize: 1, maxConcurrency: 50 });
    watchDeliveries(this, alarms, deliverer);
  }

  /** People on duty → a text message, a call, a mail. */
  private reachDuty(): void {
    const { table, vault, queues, alarms, channels, hubUrl } = this.props;
    const reach = this.make('reach-duty', 'ReachDuty', {
      env: ReachDutyEnv,
      environment: {
        TABLE_NAME: table.name,
        ...vault.environment,
        ...channels.environment,
        HUB_URL: hubUrl,
      },
      errorImpact: 'nobody on duty is called to urgent work for a child. Telephone the duty desks.',
      timeout: CONSUMER_TIMEOUT.calls,
    });
    table.grantReadWrite(reach);
    vault.grantOpen(reach);
    channels.grantUse(reach);
    // A batch is worked on side by side: twenty calls at a time, as a provider can bear.
    queues.calls.wakes(reach, { batchSize: 10, maxConcurrency: 2 });
    watchCalls(this, alarms, reach);
  }

  /** Every minute: warns, escalates, and sends again what nobody took from the outbox. */
  private fireClocks(): void {
    const { table, queues, alarms } = this.props;
    const impact = 'no deadline warns or escalates, and lost messages are not sent again.';
    const clocks = this.make('fire-clocks', 'FireClocks', {
      env: FireClocksEnv,
      environment: {
        TABLE_NAME: table.name,
        ROUTING_QUEUE_URL: queues.routing.url,
        FEED_QUEUE_URL: queues.feed.url,
        DELIVERY_QUEUE_URL: queues.delivery.url,
        CALLS_QUEUE_URL: queues.calls.url,
        VISITS_QUEUE_URL: queues.visits.url,
        INVITATIONS_QUEUE_URL: queues.invitations.url,
      },
      errorImpact: impact,
      timeout: Duration.seconds(50),
    });
    table.grantReadWrite(clocks);
    for (const queue of queues.all) queue.grantSend(clocks);
    const missed = new DeadLetters(this, 'MissedMinutes', { alarms, impact });
    // The next minute finds everything that is due: trying this one again would only pile up.
    clocks.configureAsyncInvoke({ retryAttempts: 0, onFailure: new SqsDestination(missed) });
    new Rule(this, 'EveryMinute', {
      description: 'Ertad: the clocks',
      schedule: Schedule.rate(Duration.minutes(1)),
      targets: [
        new LambdaFunction(clocks, {
          deadLetterQueue: missed,
          retryAttempts: 0,
          maxEventAge: Duration.minutes(1),
        }),
      ],
    });
    watchLateDeliveries(this, alarms, clocks);
    watchClocks(this, alarms, clocks, impact);
  }

  private make<E extends z.ZodObject>(
    name: string,
    id: string,
    own: Pick<HubFunctionProps<E>, 'env' | 'environment' | 'errorImpact' | 'timeout'> &
      Partial<HubFunctionProps<E>>,
  ): AnyHubFunction {
    const { alarms, bundle } = this.props;
    return new HubFunction(this, id, { name, memory: 512, alarms, bundle, ...own });
  }
}
