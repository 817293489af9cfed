import { Stack, Validations } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

export interface AlarmsProps {
  /** Where alarms go from the first deploy on; the address confirms by a link. */
  readonly email?: string;
}

export interface Watch {
  readonly metric: IMetric;
  /** Fires at this value and above. */
  readonly threshold: number;
  /** What is wrong, and who is hurt by it: one sentence each. */
  readonly says: string;
  /** How many periods of the metric in a row; 1 if left out. */
  readonly periods?: number;
  /** Fires below the threshold, and when nothing is measured at all. */
  readonly whenSilent?: true;
}

const CLOUDWATCH = 'cloudwatch.amazonaws.com';

/** The encrypted topic every alarm of the hub is sent to, and the one way to make such an alarm. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: AlarmsProps = {}) {
    super(scope, id);
    const key = new Key(this, 'Key', {
      description: 'Ertad: alarms on their way to people',
      enableKeyRotation: true,
    });
    // CloudWatch cannot publish to a topic under the key that SNS itself manages.
    key.grant(new ServicePrincipal(CLOUDWATCH), 'kms:Decrypt', 'kms:GenerateDataKey*');
    this.topic = new Topic(this, 'Topic', {
      displayName: 'Ertad alarms',
      masterKey: key,
      enforceSSL: true,
    });
    // The topic's policy about TLS replaces the default one, by which alarms may publish.
    this.topic.grantPublish(
      new ServicePrincipal(CLOUDWATCH, {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    if (props.email !== undefined) this.mail(props.email);
  }

  private mail(address: string): void {
    const subscription = this.topic.addSubscription(new EmailSubscription(address));
    Validations.of(subscription).acknowledge({
      id: 'Serverless-SNSRedrivePolicy',
      reason: 'Mail is tried again by the mail system; the alarm itself stays on in CloudWatch.',
    });
  }

  /** An alarm that reaches people when it starts and when it is over. */
  raise(scope: Construct, id: string, watch: Watch): Alarm {
    const silent = watch.whenSilent === true;
    const alarm = new Alarm(scope, id, {
      metric: watch.metric,
      threshold: watch.threshold,
      evaluationPeriods: watch.periods ?? 1,
      comparisonOperator: silent
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silent ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      alarmDescription: watch.says,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
    alarm.addOkAction(new SnsAction(this.topic));
    return alarm;
  }
}
