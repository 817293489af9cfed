import type { replayDelivery as contract } from '../../shared/contract/deliveries.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { canBeReplayed, mayReplay } from '../../shared/domain/webhook/replay.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { deliveryView } from './delivery-view.ts';
import { keepReplay, type Replaying } from './keep-replay.ts';
import { ownEndpoint } from './own-endpoint.ts';

/** Sends one webhook again, in its place in the order of its subject. */
export const replayDelivery =
  (deps: Replaying): UseCase<typeof contract> =>
  async ({ path, principal, once }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    const find = async () => {
      const found = await deps.endpoints.delivery(endpoint.id, path.sequence);
      if (!found) throw new Refusal('not-found');
      return found;
    };
    if (!(await deps.journal.earlier(principal, once))) {
      mayReplay(endpoint);
      const delivery = await find();
      if (!canBeReplayed(delivery)) throw new Refusal('nothing-to-replay');
      const made = { sequence: String(path.sequence) };
      await keepReplay(deps, { endpoint, deliveries: [delivery], by: principal, once, made });
    }
    return { status: 202, body: deliveryView(await find()) };
  };
