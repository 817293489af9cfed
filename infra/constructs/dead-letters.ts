import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';

export interface DeadLettersProps {
  readonly alarms: Alarms;
  readonly fifo?: true;
  /** What waits here and who is hurt by it; shown on the alarm. */
  readonly impact: string;
}

/** What could not be done is kept here for 14 days, the longest SQS allows, and calls a person. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id, {
      fifo: props.fifo,
      retentionPeriod: Duration.days(14),
      // Bodies are ids only: the key that SQS manages is enough and costs nothing a call.
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    const reason = 'The end of the line: what is here waits for a person and goes nowhere else.';
    Validations.of(this).acknowledge(
      { id: 'AwsSolutions-SQS3', reason },
      { id: 'Serverless-SQSRedrivePolicy', reason },
    );
    props.alarms.raise(this, 'NotEmpty', {
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1) }),
      threshold: 1,
      says: `Something was given up and waits for a person. Impact: ${props.impact}`,
    });
  }
}
