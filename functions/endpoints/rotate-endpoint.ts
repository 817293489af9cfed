import type { rotateEndpoint as contract } from '../../shared/contract/partners.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { nextNumber, rotated, schemesOf } from '../../shared/domain/webhook/rotate.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Changing } from './deps.ts';
import { endpointView } from './endpoint-view.ts';
import { freshKeys, schemesIn } from './fresh-keys.ts';
import { keepChange } from './keep-change.ts';
import { ownEndpoint } from './own-endpoint.ts';

/** Puts new keys in the place of the old, which sign beside them for as long as is asked. */
export const rotateEndpoint =
  (deps: Changing): UseCase<typeof contract> =>
  async ({ path, body, principal, once }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    const before = await deps.journal.earlier(principal, once);
    const at = deps.now();
    const schemes = body.scheme ? schemesIn(body.scheme) : schemesOf(endpoint);
    const wanted = { endpoint, schemes, number: nextNumber(endpoint), at };
    const { keys, secret } = await freshKeys(deps.secrets, wanted);
    const { overlapDays } = body;
    const codes = { schemes: schemes.join(' '), overlapDays: String(overlapDays) };
    const told = { type: 'endpoint.rotated', by: principal, at, codes, once } as const;
    const rotate = () => keepChange(deps, rotated(endpoint, keys, { overlapDays, at }), told);
    const earlier = before ?? (await rotate());
    const now = await deps.endpoints.find(principal.agency, endpoint.id);
    if (!now) throw new Refusal('not-found');
    const view = await endpointView(deps, now);
    return {
      status: 201,
      body: earlier ? view : { ...view, secret },
      location: view.links.self,
      version: now.version,
    };
  };
