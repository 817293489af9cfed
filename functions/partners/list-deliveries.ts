import type { listDeliveries as contract } from '../../shared/contract/partners.ts';
import { may } from '../../shared/domain/access/may.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { Feeds } from '../../shared/store/feed.ts';

type Deps = { readonly endpoints: Endpoints; readonly feeds: Pick<Feeds, 'entry'> };

const NEWEST = 50;

/** What was sent to an endpoint, newest first, with every attempt. */
export const listDeliveries =
  ({ endpoints, feeds }: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    may(principal, 'endpoint.manage');
    const id = path.endpointId;
    if (!(await endpoints.find(principal.agency, id))) throw new Refusal('not-found');
    const deliveries = await endpoints.deliveries(id, NEWEST);
    const items = await Promise.all(
      deliveries.map(async ({ sequence, status, attempts, nextAttemptAt }) => {
        const { event } = await feeds.entry(principal.agency, sequence);
        return { sequence, event, status, attempts, nextAttemptAt };
      }),
    );
    return { status: 200, body: { items } };
  };
