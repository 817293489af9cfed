import type { Health } from '../../shared/domain/webhook/health.ts';
import { BY_QUEUE_MOST } from '../../shared/domain/webhook/schedule.ts';
import type { Deps, Named } from './deps.ts';

/** Whole seconds until then as the queue counts them; nothing for what only the minute can tell. */
export function queueSeconds(from: number, to: number): number | undefined {
  const seconds = Math.max(0, Math.ceil((to - from) / 1000));
  return seconds <= BY_QUEUE_MOST ? seconds : undefined;
}

/**
 * An endpoint that rests or is down, and for which something waits, is looked after on the second,
 * where the queue can wait that long; later ones, and lost wake-ups, the minute finds.
 */
export async function wakeByQueue(
  { deliveries, clock }: Pick<Deps, 'deliveries' | 'clock'>,
  of: Named,
  before: Health,
  after: Health,
): Promise<void> {
  const at = clock();
  const waits = after.breaker.state === 'open' || after.restsUntil > at;
  if (!waits || after.next === undefined || after.next === before.next) return;
  const seconds = queueSeconds(at, after.next);
  if (seconds !== undefined) await deliveries.wake([of], seconds);
}
