import type { EventId } from '../ids.ts';
import type { EventType, JournalEvent } from '../journal/event.ts';
import type { WebhookEndpoint } from './endpoint.ts';

interface Told {
  readonly id: EventId;
  readonly type: Extract<EventType, `endpoint.${string}` | `delivery.${string}`>;
  readonly at: string;
  readonly by: JournalEvent['by'];
  readonly codes?: JournalEvent['codes'];
}

/**
 * What happened to an endpoint. It stands in the agency's own feed, whoever of the agency did it: an
 * address or a key that a colleague knows nothing of is the first sign of a stolen account.
 */
export const endpointEvent = (
  { id: endpoint, agency, version }: Pick<WebhookEndpoint, 'id' | 'agency' | 'version'>,
  { id, type, at, by, codes }: Told,
): JournalEvent => ({
  ...{ id, type, at, version },
  subject: { kind: 'endpoint', id: endpoint },
  by: { sub: by.sub, agency: by.agency },
  to: [agency],
  ...(codes && { codes }),
});
