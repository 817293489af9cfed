import {
  AgencyId,
  EndpointId,
  newEndpointId,
  newEventId,
  newTaskId,
} from '../../shared/domain/ids.ts';
import type { FeedMessage } from '../../shared/domain/journal/messages.ts';
import { feedConsumer } from '../../shared/domain/journal/messages.ts';
import { textOf } from '../../shared/domain/time.ts';
import type { Limits, WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { outboxKey } from '../../shared/store/keys.ts';
import { counting } from '../build.ts';
import type { Engine } from './engine.ts';

const bytes = counting(500_000);

export const anAgency = (number: number): AgencyId => AgencyId.parse(`municipality-no${number}`);

/** An endpoint that is proved and listens to everything. */
export function anEndpoint(agency: AgencyId, limits: Limits = { perSecond: 20, atOnce: 5 }) {
  const id = EndpointId.parse(newEndpointId(bytes));
  const createdAt = textOf(0);
  const sealed = { key: new Uint8Array([1]), box: new Uint8Array([2]) };
  const endpoint: WebhookEndpoint = {
    ...{ what: 'endpoint', id, agency, version: 1, url: `https://example.org/${id}` },
    ...{ events: ['*'], payload: 1, limits, state: 'active', createdAt },
    keys: [{ number: 1, scheme: 'v1', secret: sealed, createdAt }],
    proof: { token: 't', tries: 1, provedAt: createdAt },
  };
  return endpoint;
}

export const aSubject = () => ({ kind: 'task' as const, id: newTaskId(bytes) });

/** Something that happened, owed to one agency's feed. */
export function owed(
  { memory }: Pick<Engine, 'memory'>,
  agency: AgencyId,
  { subject, at, deadline }: { subject: FeedMessage['subject']; at: number; deadline?: string },
): FeedMessage {
  const event = newEventId(bytes);
  memory.put({ ...outboxKey(event, feedConsumer(agency)), what: 'outbox' });
  const urgency = deadline ? { deadline, urgency: 'urgent' as const } : {};
  return { event, agency, type: 'task.requested', subject, at: textOf(at), ...urgency };
}
