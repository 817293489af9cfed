import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { DeliveryQueue } from '../../shared/platform/delivery-queue.ts';
import { metrics } from '../../shared/platform/metrics.ts';
import type { Due } from '../../shared/store/due.ts';

/** Webhooks whose time has come and nobody took up, and endpoints and backlogs to be looked after. */
export async function wakeDeliveries(
  deliveries: DeliveryQueue,
  found: Due['deliveries'],
  at: string,
): Promise<void> {
  const oldest = found
    .flatMap((one) => ('since' in one ? [one.since] : []))
    .toSorted()
    .at(0);
  const late = oldest === undefined ? 0 : (Date.parse(at) - Date.parse(oldest)) / 1000;
  metrics.addMetric('OldestWebhookLate', MetricUnit.Seconds, late);
  await deliveries.wake(
    found.map((one) => {
      const { agency, endpoint } = one;
      return 'lane' in one ? { agency, endpoint, lane: one.lane } : { agency, endpoint };
    }),
  );
}
