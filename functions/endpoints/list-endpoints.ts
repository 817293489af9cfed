import type { listEndpoints as contract } from '../../shared/contract/partners.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Changing } from './deps.ts';
import { endpointView } from './endpoint-view.ts';

/** The agency's own endpoints. */
export const listEndpoints =
  (deps: Pick<Changing, 'endpoints' | 'contacts' | 'now'>): UseCase<typeof contract> =>
  async ({ principal }) => {
    may(principal, 'endpoint.manage');
    const found = await deps.endpoints.of(principal.agency);
    const items = await Promise.all(found.map((endpoint) => endpointView(deps, endpoint)));
    return { status: 200, body: { items } };
  };
