import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { EventType, JournalEvent } from '../../shared/domain/journal/event.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { endpointEvent } from '../../shared/domain/webhook/endpoint-event.ts';
import type { Made, Once } from '../../shared/store/journal.ts';
import type { Changing } from './deps.ts';

interface Change {
  readonly type: Extract<EventType, `endpoint.${string}`>;
  readonly by: Principal;
  readonly at: string;
  readonly codes?: JournalEvent['codes'];
  readonly once?: Once | undefined;
}

/** Writes an endpoint after a change, with its event; the sender then sees what there is to do. */
export async function keepChange(
  { journal, endpoints, deliveries, bytes }: Changing,
  endpoint: WebhookEndpoint,
  { once, ...told }: Change,
): Promise<Made | undefined> {
  const event = endpointEvent(endpoint, { id: newEventId(bytes), ...told });
  const made = { endpoint: endpoint.id };
  // Before the event, whose place is taken as well when another change came first.
  const first = [endpoints.changeWrite(endpoint)];
  const decision = { kept: [], events: [event] };
  const earlier = await journal.commit(decision, { by: told.by, first, once, made });
  const { agency, id, next } = endpoint;
  if (!earlier && next !== undefined && next <= told.at) {
    await deliveries.wake([{ agency, endpoint: id }]);
  }
  return earlier;
}
