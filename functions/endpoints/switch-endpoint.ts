import type {
  disableEndpoint as disabling,
  enableEndpoint as enabling,
} from '../../shared/contract/partners.ts';
import { disabled, enabled } from '../../shared/domain/webhook/switch.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Changing } from './deps.ts';
import { endpointView } from './endpoint-view.ts';
import { keepChange } from './keep-change.ts';
import { asSeen, ownEndpoint } from './own-endpoint.ts';
import { newToken } from './wish.ts';

/** Switches an endpoint off; one that is off already stays as it is, with the reason it has. */
export const disableEndpoint =
  (deps: Changing): UseCase<typeof disabling> =>
  async ({ path, principal, expected }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    asSeen(endpoint, expected);
    const at = deps.now();
    const off = endpoint.state === 'disabled';
    const next = off ? endpoint : disabled(endpoint, 'owner', at);
    const codes = { because: 'owner' };
    if (!off) await keepChange(deps, next, { type: 'endpoint.disabled', by: principal, at, codes });
    return { status: 200, body: await endpointView(deps, next), version: next.version };
  };

/** Switches an endpoint on again; one that is on already stays as it is. */
export const enableEndpoint =
  (deps: Changing): UseCase<typeof enabling> =>
  async ({ path, principal, expected }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    asSeen(endpoint, expected);
    const at = deps.now();
    const off = endpoint.state === 'disabled';
    const next = off ? enabled(endpoint, { token: newToken(deps.bytes), at }) : endpoint;
    if (off) await keepChange(deps, next, { type: 'endpoint.enabled', by: principal, at });
    return { status: 200, body: await endpointView(deps, next), version: next.version };
  };
