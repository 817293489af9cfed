import {
  type Attempt,
  attempted,
  type Delivery,
  isDelivered,
  pauseAfter,
} from '../../shared/domain/webhook/delivery.ts';
import { signingAt, type WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { afterAttempt, claimed, type Lane } from '../../shared/domain/webhook/lane.ts';
import { payloadOf } from '../../shared/domain/webhook/payload.ts';
import type { AddressGuard } from '../../shared/platform/address-guard.ts';
import type { DeliveryMessage } from '../../shared/platform/delivery-queue.ts';
import type { WebhookSecrets } from '../../shared/platform/webhook-secrets.ts';
import type { Sender } from '../../shared/platform/webhook-sender.ts';
import { signedHeaders } from '../../shared/platform/webhook-signing.ts';
import type { Endpoints } from '../../shared/store/endpoints.ts';
import type { Exclusions } from '../../shared/store/exclusions.ts';
import type { FeedEntry, Feeds } from '../../shared/store/feed.ts';
import type { Lanes } from '../../shared/store/lanes.ts';
import type { Receipts } from '../../shared/store/receipts.ts';
import type { Served } from '../../shared/store/served.ts';

interface Deps {
  readonly feeds: Pick<Feeds, 'entry'>;
  readonly endpoints: Endpoints;
  readonly lanes: Lanes;
  readonly served: Served;
  readonly receipts: Pick<Receipts, 'delivered'>;
  readonly exclusions: Exclusions;
  readonly secrets: WebhookSecrets;
  readonly guard: AddressGuard;
  readonly send: Sender['send'];
  /** Milliseconds since the epoch. */
  readonly clock: () => number;
  readonly random: () => number;
  readonly newToken: () => string;
}

/** How long one sender holds a lane before another may try: longer than any attempt takes. */
const LEASE_MS = 60_000;

const textOf = (ms: number): string => new Date(ms).toISOString();

/** Tells an endpoint what waits of one subject, in order, until it has all or does not take one. */
export const deliverWebhook =
  (deps: Deps) =>
  async ({ endpoint, lane }: DeliveryMessage): Promise<void> => {
    if (!lane) return;
    for (;;) {
      const waiting = await deps.lanes.find(endpoint, lane);
      if (!waiting || !(await deliverFirst(deps, waiting))) return;
    }
  };

/** One attempt at what is first: claimed, so that one sender makes it; then recorded. */
async function deliverFirst(deps: Deps, waiting: Lane): Promise<boolean> {
  const { endpoints, feeds, exclusions, served, clock, newToken } = deps;
  const lease = { token: newToken(), until: textOf(clock() + LEASE_MS) };
  const own = claimed(waiting, textOf(clock()), lease);
  if (!own || !(await served.claim(own))) return false;
  const [sequence = 0] = own.waiting;
  const delivery = await endpoints.delivery(own.endpoint, sequence);
  if (delivery?.status !== 'waiting') return served.passed(own);
  const entry = await feeds.entry(own.agency, sequence);
  if (await isShut(exclusions, entry)) {
    return served.record(own, { ...delivery, version: delivery.version + 1, status: 'withheld' });
  }
  const { attempt, retryAfter } = await tryOnce(deps, entry, own);
  if (isDelivered(attempt)) await noted(deps, entry, attempt);
  const done = recorded(deps, delivery, attempt, { tried: own.tried, retryAfter });
  return served.record(afterAttempt(own, done), done, attempt);
}

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
  delivery: Delivery,
  attempt: Attempt,
  { tried, retryAfter }: { readonly tried: number; readonly retryAfter: number },
): Delivery {
  const pause = isDelivered(attempt) ? undefined : pauseAfter(tried + 1, random(), retryAfter);
  const next = pause === undefined ? undefined : textOf(clock() + pause * 1000);
  return attempted(delivery, attempt, next);
}

async function tryOnce(
  { endpoints, secrets, guard, send, clock }: Deps,
  entry: FeedEntry,
  { endpoint: id }: Lane,
): Promise<{ attempt: Attempt; retryAfter: number }> {
  const from = clock();
  const at = textOf(from);
  const endpoint = await endpoints.find(entry.agency, id);
  // Removed by its owner meanwhile: an answer like "gone".
  if (!endpoint) return { attempt: { at, status: 410, milliseconds: 0 }, retryAfter: 0 };
  const body = JSON.stringify(payloadOf(entry));
  try {
    const headers = signedHeaders(await keysOf(secrets, endpoint, at), entry.event, from, body);
    const checked = await guard(endpoint.url);
    const { status, retryAfter } = await send({ url: endpoint.url, checked, headers, body });
    return { attempt: { at, status, milliseconds: clock() - from }, retryAfter };
  } catch (error) {
    const attempt = { at, error: nameOf(error), milliseconds: clock() - from };
    return { attempt, retryAfter: 0 };
  }
}

/** All that sign at this time: in a rotation the older one beside the newer. */
async function keysOf(secrets: WebhookSecrets, endpoint: WebhookEndpoint, at: string) {
  const keys = signingAt(endpoint, at).map(async ({ secret }) => ({
    secret: await secrets.open(endpoint, secret),
  }));
  return Promise.all(keys);
}

/** The kind of failure only: a message may repeat what the other side wrote. */
const nameOf = (error: unknown): string => {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'failed').slice(0, 60);
};
