import type { createEndpoint as contract } from '../../shared/contract/partners.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { EndpointId, newEndpointId, newEventId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { SigningKey } from '../../shared/domain/webhook/endpoint.ts';
import { endpointEvent } from '../../shared/domain/webhook/endpoint-event.ts';
import { registered } from '../../shared/domain/webhook/register.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Made } from '../../shared/store/journal.ts';
import type { Changing } from './deps.ts';
import { endpointView } from './endpoint-view.ts';
import { freshKeys, schemesIn } from './fresh-keys.ts';
import { newToken, wishOf } from './wish.ts';

/** Registers an address to be woken at. A secret is answered once and then only kept sealed. */
export const createEndpoint =
  (deps: Changing): UseCase<typeof contract> =>
  async ({ body, principal, once }) => {
    may(principal, 'endpoint.manage');
    const { journal, endpoints, secrets } = deps;
    const { agency } = principal;
    const id = newEndpointId(deps.bytes);
    const before = await journal.earlier(principal, once);
    const wanted = { endpoint: { id, agency }, schemes: schemesIn(body.scheme), own: body.secret };
    const { keys, secret } = await freshKeys(secrets, { ...wanted, number: 1, at: deps.now() });
    const earlier = before ?? (await register(deps, { id, keys, body, by: principal, once }));
    const made = EndpointId.parse(earlier?.endpoint ?? id);
    const endpoint = await endpoints.find(agency, made);
    if (!endpoint) throw new Refusal('not-found');
    const view = await endpointView(deps, endpoint);
    return {
      status: 201,
      body: earlier ? view : { ...view, secret },
      location: view.links.self,
      version: endpoint.version,
    };
  };

type Registering = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly id: EndpointId;
  readonly keys: readonly SigningKey[];
  readonly by: Principal;
};

/** Answers what an identical call made meanwhile, if there was one. */
async function register(
  deps: Changing,
  { id, keys, body, by, once }: Registering,
): Promise<Made | undefined> {
  const { journal, endpoints, deliveries, guard, now, bytes } = deps;
  await guard(body.url);
  const { agency } = by;
  const at = now();
  const wish = await wishOf(deps, { id, agency }, body);
  const there = await endpoints.of(agency);
  const endpoint = registered(wish, { id, agency, keys, token: newToken(bytes), at }, there);
  const event = endpointEvent(endpoint, {
    ...{ id: newEventId(bytes), type: 'endpoint.created', at, by },
    codes: { scheme: body.scheme },
  });
  const earlier = await journal.commit(
    { kept: [], events: [event] },
    { by, also: endpoints.createWrites(endpoint), once, made: { endpoint: id } },
  );
  // The proof is asked for as soon as the owner has the secret, and by the minute if this is lost.
  if (!earlier) await deliveries.wake([{ agency, endpoint: id }]);
  return earlier;
}
