import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Alarms } from './constructs/alarms.ts';
import type { AnyHubFunction } from './constructs/hub-function.ts';

/** Alarms for what the minute finds: nobody was asked, nobody is on duty, or it does not run at all. */
export function watchClocks(
  scope: Construct,
  alarms: Alarms,
  clocks: AnyHubFunction,
  impact: string,
): void {
  alarms.raise(scope, 'NotRouted', {
    metric: clocks.metricCounted('ReferralsNotRouted'),
    threshold: 1,
    says: 'A referral was not routed in time and was given to the national duty desk. Impact: nobody else knows of the child until that desk acts.',
  });
  alarms.raise(scope, 'DutyGap', {
    metric: clocks.metricCounted('DutyGap').with({
      statistic: 'Maximum',
      period: Duration.hours(1),
    }),
    threshold: 1,
    says: 'An agency that answers at any hour has nobody on duty now or within three days. Impact: urgent work for a child would meet nobody there and climbs to the national duty desk.',
  });
  alarms.raise(scope, 'ClocksSilent', {
    metric: clocks.metricInvocations({ period: Duration.minutes(1) }),
    threshold: 1,
    periods: 3,
    whenSilent: true,
    says: `The clocks have not run for three minutes. Impact: ${impact}`,
  });
}
