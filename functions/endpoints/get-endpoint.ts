import type { getEndpoint as contract } from '../../shared/contract/partners.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { EndpointStanding } from '../../shared/store/endpoint-standing.ts';
import type { Changing } from './deps.ts';
import { endpointView } from './endpoint-view.ts';
import { ownEndpoint } from './own-endpoint.ts';

type Deps = Pick<Changing, 'endpoints' | 'contacts' | 'now'> & {
  readonly standing: EndpointStanding;
};

/** One endpoint, and how it fares. */
export const getEndpoint =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    const [view, health] = await Promise.all([
      endpointView(deps, endpoint),
      deps.standing(endpoint.agency, endpoint.id),
    ]);
    return { status: 200, body: { ...view, health }, version: endpoint.version };
  };
