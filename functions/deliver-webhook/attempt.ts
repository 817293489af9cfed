import { textOf } from '../../shared/domain/time.ts';
import type { Attempt, Delivery } from '../../shared/domain/webhook/delivery.ts';
import { signingAt, type WebhookEndpoint } from '../../shared/domain/webhook/endpoint.ts';
import { PAYLOAD_HEADER, payloadOf } from '../../shared/domain/webhook/payload.ts';
import { logger } from '../../shared/platform/observability.ts';
import { signedHeaders } from '../../shared/platform/webhook-signing.ts';
import type { FeedEntry } from '../../shared/store/feed.ts';
import type { Deps } from './deps.ts';

export interface Attempted {
  readonly attempt: Attempt;
  /** Seconds the receiver asked to be left alone. */
  readonly retryAfter: number;
  /** The fault is the hub's own: it says nothing of the endpoint. */
  readonly isOurs: boolean;
}

interface Attempting {
  readonly endpoint: WebhookEndpoint;
  readonly entry: FeedEntry;
  readonly delivery: Delivery;
}

/** As much of an answer as helps its owner to find it in their own log. */
const EXCERPT_MOST = 200;

/** One attempt: made of the entry, signed, sent to the address as it is checked now. */
export async function attemptAt(deps: Deps, attempting: Attempting): Promise<Attempted> {
  const { secrets, guard, send, clock } = deps;
  const { endpoint, entry, delivery } = attempting;
  const from = clock();
  const at = textOf(from);
  const replay = delivery.replays > 0 ? { replay: delivery.replays } : {};
  const body = bodyOf(entry, endpoint);
  if (!body) {
    const attempt = { at, error: 'payload-refused', milliseconds: 0, ...replay };
    return { attempt, retryAfter: 0, isOurs: true };
  }
  const signing = signingAt(endpoint, at);
  const keys = await Promise.all(
    signing.map(async ({ secret }) => ({ secret: await secrets.open(endpoint, secret) })),
  );
  const headers = {
    ...signedHeaders(keys, entry.event, from, body),
    [PAYLOAD_HEADER]: String(endpoint.payload),
  };
  const { host } = new URL(endpoint.url);
  const made = { at, host, keys: signing.map(({ number }) => number), ...replay };
  try {
    const checked = await guard(endpoint.url);
    const answer = await send({ url: endpoint.url, checked, headers, body });
    const excerpt = await sealedExcerpt(deps, endpoint, answer.excerpt);
    const milliseconds = clock() - from;
    const attempt = { ...made, status: answer.status, milliseconds, ...excerpt };
    return { attempt, retryAfter: answer.retryAfter, isOurs: false };
  } catch (error) {
    const attempt = { ...made, error: codeOf(error), milliseconds: clock() - from };
    return { attempt, retryAfter: 0, isOurs: false };
  }
}

/** What may not leave is tried no sooner than the schedule says, and holds up no other subject. */
function bodyOf(entry: FeedEntry, { payload }: WebhookEndpoint): string | undefined {
  try {
    return JSON.stringify(payloadOf(entry, payload));
  } catch (error) {
    const { name } = error as Error;
    logger.error('a webhook may not leave', { event: entry.event, type: entry.type, error: name });
    return undefined;
  }
}

/**
 * Another's words may name a person: only the owner of the endpoint reads them. An attempt that was
 * made is recorded without them where they cannot be sealed.
 */
async function sealedExcerpt({ secrets }: Deps, endpoint: WebhookEndpoint, words: string) {
  const text = [...words].slice(0, EXCERPT_MOST).join('');
  if (!text) return {};
  try {
    return { excerpt: await secrets.sealExcerpt(endpoint, text) };
  } catch (error) {
    logger.error('an answer was not sealed', { error: (error as Error).name });
    return {};
  }
}

/** The code only, never a message; a refusal of the guard says why in its first line. */
function codeOf(error: unknown): string {
  const { code, hindrances } = error as { code?: unknown; hindrances?: { code: string }[] };
  return String(hindrances?.[0]?.code ?? code ?? 'failed').slice(0, 60);
}
