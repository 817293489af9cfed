import type { replayDeliveries as contract } from '../../shared/contract/deliveries.ts';
import type { Delivery } from '../../shared/domain/webhook/delivery.ts';
import { isWished, type ReplayWish } from '../../shared/domain/webhook/delivery-filter.ts';
import type { WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { canBeReplayed, mayReplay, REPLAYED_MOST } from '../../shared/domain/webhook/replay.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Made } from '../../shared/store/journal.ts';
import { keepReplay, type Replaying } from './keep-replay.ts';
import { ownEndpoint } from './own-endpoint.ts';

/** Sends again what was asked for, oldest first, as much as one transaction holds. */
export const replayDeliveries =
  (deps: Replaying): UseCase<typeof contract> =>
  async ({ path, body, principal, once }) => {
    const endpoint = await ownEndpoint(deps, principal, path.endpointId);
    const links = { deliveries: `/v1/webhook-endpoints/${endpoint.id}/deliveries` };
    const before = await deps.journal.earlier(principal, once);
    if (before) return { status: 202, body: { ...answerOf(before), links } };
    mayReplay(endpoint);
    const { after, ...wish } = body;
    const keep = (one: Delivery) => canBeReplayed(one) && isWished(one, wish as ReplayWish);
    const range = rangeOf(wish as ReplayWish, after);
    const taken = await deps.log.oldest(endpoint.id, range, { keep, limit: REPLAYED_MOST });
    const rest = await restOf(deps, endpoint, { ...range, after: taken.at }, keep);
    const made: Made = { replayed: String(taken.items.length), ...rest };
    const replay = { endpoint, deliveries: taken.items, by: principal, once, made };
    const earlier = await keepReplay(deps, replay);
    return { status: 202, body: { ...answerOf(earlier ?? made), links } };
  };

const answerOf = ({ replayed, left, after }: Made) => ({
  replayed: Number(replayed),
  left: Number(left),
  ...(after !== undefined && { after: Number(after) }),
});

interface Rest {
  readonly after: number | undefined;
  readonly to?: number;
}

/** How many are left, as far as one read looks, and after which number to go on with them. */
async function restOf(
  { log }: Replaying,
  { id }: Pick<WebhookEndpoint, 'id'>,
  { after, ...to }: Rest,
  keep: (one: Delivery) => boolean,
): Promise<Made> {
  if (after === undefined) return { left: '0' };
  const { items, at } = await log.oldest(id, { after, ...to }, { keep, limit: Infinity });
  const isAll = items.length === 0 && at === undefined;
  return { left: String(items.length), ...(!isAll && { after: String(after) }) };
}

/** Where to look: a range of numbers bounds it, everything else is looked for from the beginning. */
function rangeOf(wish: ReplayWish, after = 0) {
  if (!('sequences' in wish)) return { after };
  const { from, to } = wish.sequences;
  return { after: Math.max(after, from - 1), to };
}
