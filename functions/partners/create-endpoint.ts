import type { createEndpoint as contract } from '../../shared/contract/partners.ts';
import { may } from '../../shared/domain/access/may.ts';
import { EndpointId, newEndpointId, newEventId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { ENDPOINTS_MOST, type WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import type { AddressGuard } from '../../shared/platform/address-guard.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import { endpointView } from './endpoint-view.ts';

type Deps = Pick<VaultedStore, 'journal' | 'now' | 'bytes'> & {
  readonly endpoints: Endpoints;
  readonly secrets: WebhookSecrets;
  readonly guard: AddressGuard;
};

/** Registers an address to be woken at. The secret is answered once and then only kept sealed. */
export const createEndpoint =
  ({ journal, endpoints, secrets, guard, now, bytes }: Deps): UseCase<typeof contract> =>
  async ({ body, principal, once }) => {
    may(principal, 'endpoint.manage');
    await guard(body.url);
    const { agency } = principal;
    const registered = await endpoints.of(agency);
    if (registered.length >= ENDPOINTS_MOST) throw new Refusal('too-many-endpoints');
    const id = newEndpointId(bytes);
    const secret = secrets.fresh();
    const at = now();
    const endpoint: WebhookEndpoint = {
      what: 'endpoint',
      id,
      agency,
      url: body.url,
      events: body.events,
      createdAt: at,
      secret: await secrets.seal({ id, agency }, secret),
    };
    const created: JournalEvent = {
      id: newEventId(bytes),
      type: 'endpoint.created',
      at,
      subject: { kind: 'endpoint', id },
      version: 1,
      by: principal,
      to: [],
    };
    const earlier = await journal.commit(
      { kept: [], events: [created] },
      {
        by: principal,
        also: [endpoints.createWrite(endpoint)],
        ...(once && { once: { ...once, made: { endpoint: id } } }),
      },
    );
    if (!earlier) return answer({ ...endpointView(endpoint), secret });
    const first = await endpoints.find(agency, EndpointId.parse(earlier.endpoint));
    if (!first) throw new Refusal('not-found');
    return answer(endpointView(first));
  };

const answer = <B extends ReturnType<typeof endpointView>>(body: B) => ({
  status: 201 as const,
  body,
  location: body.links.self,
});
