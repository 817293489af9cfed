import type { changeEndpoint as contract } from '../../shared/contract/partners.ts';
import { changed } from '../../shared/domain/webhook/register.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Changing } from './deps.ts';
import { endpointView } from './endpoint-view.ts';
import { keepChange } from './keep-change.ts';
import { asSeen, ownEndpoint } from './own-endpoint.ts';
import { newToken, wishOf } from './wish.ts';

/** Replaces what the owner decides about an endpoint; a new address has to be proved anew. */
export const changeEndpoint =
  (deps: Changing): UseCase<typeof contract> =>
  async ({ path, body, principal, expected }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    asSeen(endpoint, expected);
    await deps.guard(body.url);
    const at = deps.now();
    const wish = await wishOf(deps, endpoint, body);
    const next = changed(endpoint, wish, { token: newToken(deps.bytes), at });
    const codes = { address: next.url === endpoint.url ? 'same' : 'new' };
    await keepChange(deps, next, { type: 'endpoint.changed', by: principal, at, codes });
    return { status: 200, body: await endpointView(deps, next), version: next.version };
  };
