import { createHmac, sign, timingSafeEqual, verify } from 'node:crypto';
import { bytesOf, type KeyText, type WebhookKey, webhookKey } from './webhook-keys.ts';

export { freshKey } from './webhook-keys.ts';

type Body = string | Uint8Array;

/** Ids go into the signed text before a dot, so they carry none: `a.1` could pass for `a` at `1`. */
const ID = /^[\x21-\x2d\x2f-\x7e]{1,200}$/;
const TIMESTAMP = /^[1-9]\d{0,11}$/;
/** How far the clocks of both sides may be apart, either way. */
const WINDOW_SECONDS = 300;
/** A rotation needs two or three; each costs a computation, so nobody may send thousands. */
const SIGNATURES_MOST = 10;
const ED25519_BYTES = 64;

/** Standard Webhooks 1.0: what is signed is id, timestamp and the raw body, joined by dots. */
const signedText = (id: string, timestamp: string, body: Body): Body =>
  typeof body === 'string'
    ? `${id}.${timestamp}.${body}`
    : Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);

const hmacOf = (key: WebhookKey, text: Body): string =>
  createHmac('sha256', key.verify).update(text).digest('base64');

function signature(key: WebhookKey, text: Body): string {
  if (key.scheme === 'v1') return `v1,${hmacOf(key, text)}`;
  if (!key.sign) throw new TypeError('a public key cannot sign');
  return `v1a,${sign(null, bytesIn(text), key.sign).toString('base64')}`;
}

const bytesIn = (text: Body): Uint8Array => (typeof text === 'string' ? Buffer.from(text) : text);

/**
 * The three headers of one attempt, signed with each of the keys, so that old and new overlap in a
 * rotation. The id is the same on every retry; the timestamp is the attempt's.
 */
export function signedHeaders(
  keys: readonly KeyText[],
  id: string,
  atMs: number,
  body: Body,
): Record<string, string> {
  const seconds = Math.floor(atMs / 1000);
  if (!ID.test(id) || !Number.isSafeInteger(seconds) || seconds < 1)
    throw new TypeError('not a webhook id or time');
  const timestamp = String(seconds);
  const text = signedText(id, timestamp, body);
  let signatures = '';
  for (const { secret } of keys) {
    const key = webhookKey(secret);
    if (!key) throw new TypeError('not a webhook key');
    signatures += signatures ? ` ${signature(key, text)}` : signature(key, text);
  }
  if (!signatures) throw new TypeError('no key to sign with');
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures,
  };
}

export type NotVerified =
  | 'header-missing'
  | 'header-doubled'
  | 'id-malformed'
  | 'timestamp-malformed'
  | 'too-old'
  | 'too-new'
  | 'too-many-signatures'
  | 'no-usable-key'
  | 'signature-wrong';

export type Verified =
  | { readonly ok: true }
  | { readonly ok: false; readonly because: NotVerified };

export interface Received {
  /** Any of them may have signed: `whsec_…`, `whpk_…` or `whsk_…`. */
  readonly keys: readonly KeyText[];
  /** As they came, in any spelling of their names. */
  readonly headers: Readonly<Record<string, unknown>>;
  /** The raw body: not parsed and written again. */
  readonly body: Body;
  readonly atMs: number;
}

/** Whether one of the keys signed this. Says why not, and throws at nothing the other side wrote. */
export function verifySignature({ keys, headers, body, atMs }: Received): Verified {
  const { found, because } = threeHeaders(headers);
  if (!found) return { ok: false, because };
  const [id, timestamp, list] = found;
  const wrong = idOrTime(id, timestamp, atMs);
  if (wrong) return { ok: false, because: wrong };
  const signatures = list.split(' ', SIGNATURES_MOST + 1);
  if (signatures.length > SIGNATURES_MOST) return { ok: false, because: 'too-many-signatures' };
  const usable = keys.flatMap(({ secret }) => webhookKey(secret) ?? []);
  if (usable.length === 0) return { ok: false, because: 'no-usable-key' };
  const text = signedText(id, timestamp, body);
  const signed = usable.some((key) => signatures.some((given) => isOf(key, text, given)));
  return signed ? { ok: true } : { ok: false, because: 'signature-wrong' };
}

type Three = { found?: [id: string, timestamp: string, signatures: string]; because: NotVerified };

function threeHeaders(headers: Received['headers']): Three {
  const of = (name: string) =>
    Object.entries(headers).flatMap(([key, value]) =>
      key.toLowerCase() === name && value !== undefined ? [value] : [],
    );
  const all = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(of);
  if (all.some((values) => values.length > 1)) return { because: 'header-doubled' };
  const [id, timestamp, signatures] = all.flat();
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') {
    return { because: 'header-missing' };
  }
  return { found: [id, timestamp, signatures], because: 'signature-wrong' };
}

function idOrTime(id: string, timestamp: string, atMs: number): NotVerified | undefined {
  if (!ID.test(id)) return 'id-malformed';
  if (!TIMESTAMP.test(timestamp)) return 'timestamp-malformed';
  const apart = Math.floor(atMs / 1000) - Number(timestamp);
  if (apart > WINDOW_SECONDS) return 'too-old';
  return apart < -WINDOW_SECONDS ? 'too-new' : undefined;
}

/** In constant time; a signature of another scheme is passed over. */
function isOf(key: WebhookKey, text: Body, given: string): boolean {
  const [scheme, code, ...more] = given.split(',');
  if (scheme !== key.scheme || code === undefined || more.length > 0) return false;
  if (key.scheme === 'v1') return isSame(Buffer.from(hmacOf(key, text)), Buffer.from(code));
  const bytes = bytesOf(code);
  return bytes?.length === ED25519_BYTES && verify(null, bytesIn(text), key.verify, bytes);
}

const isSame = (expected: Buffer, given: Buffer): boolean =>
  expected.length === given.length && timingSafeEqual(expected, given);
