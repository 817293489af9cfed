import type { getDelivery as contract } from '../../shared/contract/deliveries.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import { attemptView, deliveryView } from './delivery-view.ts';
import { ownEndpoint } from './own-endpoint.ts';

interface Deps {
  readonly endpoints: Pick<Endpoints, 'find' | 'delivery'>;
  readonly secrets: Pick<WebhookSecrets, 'openExcerpt'>;
}

/** One delivery, with what the owner's own system answered. */
export const getDelivery =
  ({ endpoints, secrets }: Deps): UseCase<typeof contract> =>
  async ({ path, principal }) => {
    const endpoint = await ownEndpoint({ endpoints }, principal, path.endpointId);
    const delivery = await endpoints.delivery(endpoint.id, path.sequence);
    if (!delivery) throw new Refusal('not-found');
    const attempts = delivery.attempts.map(async (attempt) => ({
      ...attemptView(attempt),
      ...(attempt.excerpt && { excerpt: await secrets.openExcerpt(endpoint, attempt.excerpt) }),
    }));
    return {
      status: 200,
      body: { ...deliveryView(delivery), attempts: await Promise.all(attempts) },
    };
  };
