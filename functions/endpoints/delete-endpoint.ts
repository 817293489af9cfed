import type { deleteEndpoint as contract } from '../../shared/contract/partners.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { endpointEvent } from '../../shared/domain/webhook/endpoint-event.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Changing } from './deps.ts';
import { ownEndpoint } from './own-endpoint.ts';

/** Removes an endpoint with its keys: what waits for it is given up, the feed keeps every entry. */
export const deleteEndpoint =
  (deps: Changing): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    const { journal, endpoints, deliveries, now, bytes } = deps;
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    const { agency, id } = endpoint;
    const after = { ...endpoint, version: endpoint.version + 1 };
    const told = { id: newEventId(bytes), type: 'endpoint.deleted', at: now() } as const;
    const event = endpointEvent(after, { ...told, by: principal });
    const first = [endpoints.deleteWrite(endpoint)];
    await journal.commit({ kept: [], events: [event] }, { by: principal, first });
    await deliveries.wake([{ agency, endpoint: id }]);
    return { status: 204, body: undefined };
  };
