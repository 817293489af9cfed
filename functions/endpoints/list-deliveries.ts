import type { listDeliveries as contract } from '../../shared/contract/deliveries.ts';
import { may } from '../../shared/domain/access/may.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';

type Deps = { readonly endpoints: Endpoints };

const NEWEST = 50;

/** What was sent to an endpoint, newest first, with every attempt. */
export const listDeliveries =
  ({ endpoints }: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    may(principal, 'endpoint.manage');
    const id = path.endpointId;
    if (!(await endpoints.find(principal.agency, id))) throw new Refusal('not-found');
    const deliveries = await endpoints.deliveries(id, NEWEST);
    const items = deliveries.map(({ sequence, event, status, attempts, nextAttemptAt }) => ({
      ...{ sequence, event, status, nextAttemptAt },
      attempts: attempts.map(({ at, status, error, milliseconds }) => ({
        ...{ at, status, error, milliseconds },
      })),
    }));
    return { status: 200, body: { items } };
  };
