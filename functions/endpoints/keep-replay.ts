import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { Delivery } from '../../shared/domain/webhook/delivery.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { endpointEvent } from '../../shared/domain/webhook/endpoint-event.ts';
import type { DeliveryLog } from '../../shared/store/delivery-log.ts';
import type { Made, Once } from '../../shared/store/journal.ts';
import type { Changing } from './deps.ts';

export type Replaying = Pick<Changing, 'journal' | 'endpoints' | 'deliveries' | 'now' | 'bytes'> & {
  readonly log: DeliveryLog;
};

interface Replay {
  readonly endpoint: WebhookEndpoint;
  readonly deliveries: readonly Delivery[];
  readonly by: Principal;
  readonly once: Once | undefined;
  readonly made: Made;
}

/** Writes deliveries that are sent again, each with its lane, and what was done by whom, in one. */
export async function keepReplay(
  { journal, log, deliveries: queue, now, bytes }: Replaying,
  { endpoint, deliveries, by, once, made }: Replay,
): Promise<Made | undefined> {
  const at = now();
  const { writes, lanes } = await log.replayWrites(deliveries, at);
  const sequences = deliveries.map(({ sequence }) => sequence);
  const event = endpointEvent(endpoint, {
    ...{ id: newEventId(bytes), type: 'delivery.replayed', at, by },
    codes: {
      count: String(sequences.length),
      from: String(Math.min(...sequences)),
      to: String(Math.max(...sequences)),
    },
  });
  const events = deliveries.length > 0 ? [event] : [];
  const earlier = await journal.commit({ kept: [], events }, { by, also: writes, once, made });
  const { agency, id } = endpoint;
  if (!earlier) await queue.wake(lanes.map((lane) => ({ agency, endpoint: id, lane })));
  return earlier;
}
