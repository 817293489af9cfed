import type { Principal } from '../../shared/domain/access/principal.ts';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';

/** The endpoint of the caller's own agency; another's is answered like one that does not exist. */
export async function ownEndpoint(
  { endpoints }: { readonly endpoints: Pick<Endpoints, 'find'> },
  principal: Principal,
  id: EndpointId,
): Promise<WebhookEndpoint> {
  may(principal, 'endpoint.manage');
  const endpoint = await endpoints.find(principal.agency, id);
  if (!endpoint) throw new Refusal('not-found');
  return endpoint;
}

/** The version the caller has seen. */
export function asSeen(endpoint: WebhookEndpoint, expected: number): void {
  if (endpoint.version !== expected) throw new Refusal('changed-meanwhile');
}
