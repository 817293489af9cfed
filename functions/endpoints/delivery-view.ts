import type { Attempt, Delivery } from '../../shared/domain/webhook/delivery.ts';

/** An attempt as the owner of the endpoint sees it in a list: without its system's words. */
export const attemptView = ({ at, status, error, milliseconds, host, keys, replay }: Attempt) => ({
  ...{ at, status, error, milliseconds, host, keys, replay },
});

/** A delivery with all attempts. */
export function deliveryView(delivery: Delivery) {
  const { endpoint, sequence, event, type, subject, at, deadline, urgency } = delivery;
  const { status, replays, attempts, nextAttemptAt } = delivery;
  const self = `/v1/webhook-endpoints/${endpoint}/deliveries/${sequence}`;
  return {
    ...{ sequence, event, type, subject, at, deadline, urgency, status, replays, nextAttemptAt },
    attempts: attempts.map(attemptView),
    links: { self, replay: `${self}/replay` },
  };
}
