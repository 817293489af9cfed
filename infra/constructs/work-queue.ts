import { Duration, Validations } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { DeadLetters } from './dead-letters.ts';
import type { AnyHubFunction } from './hub-function.ts';

export interface WorkQueueProps {
  readonly alarms: Alarms;
  /** The consumer's own timeout; a message stays hidden for six times as long, as Lambda asks. */
  readonly consumerTimeout: Duration;
  /** In order within a message group; senders give their own deduplication ids. */
  readonly fifo?: true;
  /** A message older than this means that the consumer does not keep up. */
  readonly lateAfter: Duration;
  /** Who is hurt when messages wait or are given up; shown on both alarms. */
  readonly impact: string;
}

export interface Consumption {
  readonly batchSize: number;
  /** How many environments work at once at most (2 to 1000). */
  readonly maxConcurrency?: number;
}

/** Deliveries before a message is given up; the outbox sends it anew all the same. */
const MAX_RECEIVES = 5;

/** A queue with its dead letters, its two alarms, encryption and TLS. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;
  private readonly consumerTimeout: Duration;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { alarms, fifo, impact, consumerTimeout } = props;
    this.consumerTimeout = consumerTimeout;
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { alarms, fifo, impact });
    this.queue = new Queue(this, 'Queue', {
      fifo,
      visibilityTimeout: Duration.seconds(6 * consumerTimeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: MAX_RECEIVES },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    alarms.raise(this, 'Late', {
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: props.lateAfter.toSeconds(),
      says: `Messages wait longer than ${props.lateAfter.toHumanString()}. Impact: ${impact}`,
    });
  }

  get url(): string {
    return this.queue.queueUrl;
  }

  grantSend(sender: IGrantable): void {
    this.queue.grantSendMessages(sender);
  }

  /** Messages wake this function, which reports one by one which of them failed. */
  wakes(consumer: AnyHubFunction, { batchSize, maxConcurrency }: Consumption): void {
    if (consumer.timeout?.toSeconds() !== this.consumerTimeout.toSeconds())
      throw new Error(`${this.node.path}: consumerTimeout is not the timeout of its consumer.`);
    const source = new SqsEventSource(this.queue, {
      batchSize,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
    consumer.addEventSource(source);
    Validations.of(consumer).acknowledge({
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason: 'An SQS mapping has no failure destination; its queue has dead letters instead.',
    });
  }
}
