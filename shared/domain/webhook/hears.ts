import type { WebhookEndpoint } from './endpoint.ts';

type Listening = Pick<WebhookEndpoint, 'state' | 'events'>;

/** Whether a system is told of new tasks by this endpoint: it works, and it asked for them. */
export const hearsOfTasks = ({ state, events }: Listening): boolean =>
  state === 'active' && (events.includes('*') || events.includes('task.requested'));
