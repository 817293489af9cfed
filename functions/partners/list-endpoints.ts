import type { listEndpoints as contract } from '../../shared/contract/partners.ts';
import { may } from '../../shared/domain/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import { endpointView } from './endpoint-view.ts';

/** The agency's own endpoints. */
export const listEndpoints =
  ({ endpoints }: { readonly endpoints: Endpoints }): UseCase<typeof contract> =>
  async ({ principal }) => {
    may(principal, 'endpoint.manage');
    const items = (await endpoints.of(principal.agency)).map(endpointView);
    return { status: 200, body: { items } };
  };
