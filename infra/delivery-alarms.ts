import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Alarms } from './constructs/alarms.ts';
import type { AnyHubFunction } from './constructs/hub-function.ts';

const IMPACT =
  'an agency’s system is not told of new work; its feed holds it, and its duty person is called.';

/** What becomes of webhooks, as their sender counts it. */
export function watchDeliveries(scope: Construct, alarms: Alarms, sender: AnyHubFunction): void {
  alarms.raise(scope, 'EndpointsOpened', {
    metric: sender.metricCounted('EndpointsOpened'),
    threshold: 1,
    says: `The endpoint of an agency fails and is only probed now. Impact: ${IMPACT}`,
  });
  alarms.raise(scope, 'WebhooksGivenUp', {
    metric: sender.metricCounted('WebhooksGivenUp'),
    threshold: 1,
    says: `A webhook was tried for three days and given up. Impact: ${IMPACT}`,
  });
  alarms.raise(scope, 'WebhooksParked', {
    metric: sender.metricCounted('WebhooksParked'),
    threshold: 1,
    says: `The endpoint of an agency is switched off and webhooks were put aside. Impact: ${IMPACT}`,
  });
}

/** How late the oldest webhook is whose time has come, as the minute finds it. */
export function watchLateDeliveries(
  scope: Construct,
  alarms: Alarms,
  clocks: AnyHubFunction,
): void {
  alarms.raise(scope, 'WebhooksLate', {
    metric: clocks
      .metricCounted('OldestWebhookLate')
      .with({ statistic: 'Maximum', period: Duration.minutes(1) }),
    threshold: Duration.minutes(5).toSeconds(),
    periods: 3,
    says: `A webhook has been due for five minutes and nobody sends it. Impact: ${IMPACT}`,
  });
}
