import type { createEndpoint as contract } from '../../shared/contract/partners.ts';
import { may } from '../../shared/domain/access/may.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { EndpointId, newEndpointId, newEventId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import {
  ENDPOINTS_MOST,
  USUAL_LIMITS,
  type WebhookEndpoint,
} from '../../shared/domain/webhook/endpoint.ts';
import type { AddressGuard } from '../../shared/platform/address-guard.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { Made } from '../../shared/store/journal.ts';
import { endpointView } from './endpoint-view.ts';

type Deps = Pick<VaultedStore, 'journal' | 'now' | 'bytes'> & {
  readonly endpoints: Endpoints;
  readonly secrets: WebhookSecrets;
  readonly guard: AddressGuard;
};

/** Registers an address to be woken at. The secret is answered once and then only kept sealed. */
export const createEndpoint =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ body, principal, once }) => {
    may(principal, 'endpoint.manage');
    const { journal, endpoints, secrets } = deps;
    const { agency } = principal;
    const secret = secrets.fresh();
    const before = await journal.earlier(principal, once);
    const id = newEndpointId(deps.bytes);
    const earlier = before ?? (await registered(deps, { id, secret, body, by: principal, once }));
    const made = EndpointId.parse(earlier?.endpoint ?? id);
    const endpoint = await endpoints.find(agency, made);
    if (!endpoint) throw new Refusal('not-found');
    const view = endpointView(endpoint);
    return {
      status: 201,
      body: earlier ? view : { ...view, secret },
      location: view.links.self,
    };
  };

type Registering = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly id: EndpointId;
  readonly secret: string;
  readonly by: Principal;
};

/** Answers what an identical call made meanwhile, if there was one. */
async function registered(
  { journal, endpoints, secrets, guard, now, bytes }: Deps,
  { id, secret, body, by, once }: Registering,
): Promise<Made | undefined> {
  await guard(body.url);
  const { agency } = by;
  const there = await endpoints.of(agency);
  if (there.length >= ENDPOINTS_MOST) throw new Refusal('too-many-endpoints');
  const at = now();
  const endpoint: WebhookEndpoint = {
    what: 'endpoint',
    id,
    agency,
    version: 1,
    url: body.url,
    events: body.events,
    payload: 1,
    keys: [
      {
        number: 1,
        scheme: 'v1',
        secret: await secrets.seal({ id, agency }, secret),
        createdAt: at,
      },
    ],
    limits: USUAL_LIMITS,
    state: 'active',
    proof: { token: '', tries: 0, provedAt: at },
    createdAt: at,
  };
  const created: JournalEvent = {
    id: newEventId(bytes),
    type: 'endpoint.created',
    at,
    subject: { kind: 'endpoint', id },
    version: 1,
    by,
    to: [],
  };
  return journal.commit(
    { kept: [], events: [created] },
    {
      by,
      also: endpoints.createWrites(endpoint),
      once,
      made: { endpoint: id },
    },
  );
}
