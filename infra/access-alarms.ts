import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Alarms } from './constructs/alarms.ts';
import { NAMESPACE } from './constructs/hub-function.ts';

/** Of all reads of records in an hour, in percent. */
const EMERGENCIES_MOST = 1;

/** What all functions count of themselves, each in its own log, as one number of the hub. */
const ofHub = (metricName: string) =>
  new Metric({ namespace: NAMESPACE, metricName, statistic: 'Sum', period: Duration.hours(1) });

/** An emergency is rare: where it becomes the usual way in, something is wrong with the rules or with people. */
export const watchReads = (scope: Construct, alarms: Alarms): void => {
  alarms.raise(scope, 'BreakGlassReads', {
    metric: new MathExpression({
      expression: 'IF(reads > 0, 100 * broken / reads, 0)',
      usingMetrics: { reads: ofHub('Reads'), broken: ofHub('BreakGlassReads') },
      period: Duration.hours(1),
      label: 'Reads by emergency looks, in percent',
    }),
    threshold: EMERGENCIES_MOST,
    says: 'More than one read in a hundred was an emergency look. Impact: records of children are read past the rules that protect them.',
  });
};
