import {
  type Attempt,
  attempted,
  type Delivery,
  isDelivered,
  pauseAfter,
} from '../../shared/domain/webhook/delivery.ts';
import { payloadOf } from '../../shared/domain/webhook/payload.ts';
import type { AddressGuard } from '../../shared/platform/address-guard.ts';
import type { DeliveryMessage } from '../../shared/platform/delivery-queue.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { Exclusions } from '../../shared/store/exclusions.ts';
import type { FeedEntry, Feeds } from '../../shared/store/feed.ts';
import type { Receipts } from '../../shared/store/receipts.ts';
import type { Posted, post } from './post.ts';
import { signedHeaders } from './sign.ts';

interface Deps {
  readonly feeds: Pick<Feeds, 'entry'>;
  readonly endpoints: Endpoints;
  readonly receipts: Pick<Receipts, 'delivered'>;
  readonly exclusions: Exclusions;
  readonly secrets: WebhookSecrets;
  readonly guard: AddressGuard;
  readonly post: typeof post;
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly random: () => number;
  readonly newToken: () => string;
}

/** How long one sender holds a delivery before another may try: longer than any attempt takes. */
const LEASE_MS = 60_000;

const textOf = (ms: number): string => new Date(ms).toISOString();

/** One attempt at one webhook: claimed first, so that one sender makes it; then recorded. */
export const deliverWebhook =
  (deps: Deps) =>
  async ({ agency, endpoint: id, sequence }: DeliveryMessage): Promise<void> => {
    const { endpoints, feeds, exclusions, clock, newToken } = deps;
    const waiting = await endpoints.delivery(id, sequence);
    if (waiting?.status !== 'waiting') return;
    if (waiting.nextAttemptAt && waiting.nextAttemptAt > textOf(clock())) return;
    const claimed: Delivery = {
      ...waiting,
      version: waiting.version + 1,
      nextAttemptAt: textOf(clock() + LEASE_MS),
    };
    if (!(await endpoints.saveDelivery(claimed))) return;
    const entry = await feeds.entry(agency, sequence);
    if (await isShut(exclusions, entry)) return endpoints.takeBack(id, sequence, newToken());
    const { attempt, retryAfter } = await tryOnce(deps, entry, id);
    if (isDelivered(attempt)) await noted(deps, entry, attempt);
    await endpoints.saveDelivery(recorded(deps, claimed, attempt, retryAfter));
  };

/** Looked at again at the last moment: an alleged perpetrator may have been named meanwhile. */
async function isShut(exclusions: Exclusions, { agency, referral }: FeedEntry): Promise<boolean> {
  const shut = await exclusions.of([referral]);
  return [...shut.values()].some(({ excluded }) => excluded.includes(agency));
}

/** A system was told of a task: a fact worth knowing, and no answer. */
async function noted({ receipts }: Deps, { type, subject }: FeedEntry, { at }: Attempt) {
  if (type === 'task.requested' && subject.kind === 'task') {
    await receipts.delivered(subject.id, at);
  }
}

function recorded(
  { clock, random }: Deps,
  claimed: Delivery,
  attempt: Attempt,
  retryAfter: number,
) {
  const pause = isDelivered(attempt)
    ? undefined
    : pauseAfter(claimed.attempts.length + 1, random(), retryAfter);
  const next = pause === undefined ? undefined : textOf(clock() + pause * 1000);
  return attempted(claimed, attempt, next);
}

async function tryOnce(
  { endpoints, secrets, guard, post, clock }: Deps,
  entry: FeedEntry,
  id: DeliveryMessage['endpoint'],
): Promise<{ attempt: Attempt; retryAfter: number }> {
  const from = clock();
  const at = textOf(from);
  const endpoint = await endpoints.find(entry.agency, id);
  // Removed by its owner meanwhile: an answer like "gone".
  if (!endpoint) return { attempt: { at, status: 410, milliseconds: 0 }, retryAfter: 0 };
  const body = JSON.stringify(payloadOf(entry));
  try {
    const headers = signedHeaders(await secrets.open(endpoint), entry.event, from, body);
    const { status, retryAfter }: Posted = await post(
      endpoint.url,
      await guard(endpoint.url),
      headers,
      body,
    );
    return { attempt: { at, status, milliseconds: clock() - from }, retryAfter };
  } catch (error) {
    const attempt = { at, error: nameOf(error), milliseconds: clock() - from };
    return { attempt, retryAfter: 0 };
  }
}

/** The kind of failure only: a message may repeat what the other side wrote. */
const nameOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'failed').slice(0, 60);
};
