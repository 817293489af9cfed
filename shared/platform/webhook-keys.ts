import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** Standard Webhooks 1.0: `v1` is HMAC-SHA256 with a shared secret, `v1a` Ed25519 with a pair of keys. */
export type Scheme = 'v1' | 'v1a';

/** A key as text: `whsec_` is shared, `whsk_` signs, `whpk_` verifies what `whsk_` signed. */
export interface KeyText {
  readonly secret: string;
}

/** A key as node:crypto takes it: parsed once, then kept. */
export interface WebhookKey {
  readonly scheme: Scheme;
  /** Absent of a public key. */
  readonly sign?: KeyObject;
  readonly verify: KeyObject;
}

/** The standard asks for 24 to 64 bytes. */
const SECRET_BYTES = { least: 24, most: 64, fresh: 32 } as const;
const SEED_BYTES = 32;
/** Far more than the endpoints one environment serves within a minute; the oldest makes room. */
const KEPT_MOST = 1_000;

/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes of canonical base64; whatever else `Buffer.from` would put up with is nothing. */
export function bytesOf(text: string): Buffer | undefined {
  if (!BASE64.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

/** An Ed25519 key of its 32 bytes. */
export const publicOf = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' });

/** An Ed25519 key of its seed. */
export const privateOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** The 32 bytes of an Ed25519 key. */
export const rawOf = (key: KeyObject): Buffer =>
  key.export({ format: 'der', type: 'spki' }).subarray(SPKI.length);

function sharedKey(bytes: Buffer): WebhookKey | undefined {
  if (bytes.length < SECRET_BYTES.least || bytes.length > SECRET_BYTES.most) return undefined;
  const key = createSecretKey(bytes);
  return { scheme: 'v1', sign: key, verify: key };
}

/** The seed alone, or as others write it: followed by the public key, which must then be its own. */
function signingKey(bytes: Buffer): WebhookKey | undefined {
  const seed = bytes.subarray(0, SEED_BYTES);
  const told = bytes.subarray(SEED_BYTES);
  if (seed.length < SEED_BYTES || (told.length !== 0 && told.length !== SEED_BYTES)) return;
  const sign = privateOf(seed);
  const verify = createPublicKey(sign);
  if (told.length > 0 && !told.equals(rawOf(verify))) return undefined;
  return { scheme: 'v1a', sign, verify };
}

const publicKey = (bytes: Buffer): WebhookKey | undefined =>
  bytes.length === SEED_BYTES ? { scheme: 'v1a', verify: publicOf(bytes) } : undefined;

const KINDS = { whsec_: sharedKey, whsk_: signingKey, whpk_: publicKey } as const;

function parsed(text: string): WebhookKey | undefined {
  for (const [prefix, read] of Object.entries(KINDS)) {
    const bytes = text.startsWith(prefix) ? bytesOf(text.slice(prefix.length)) : undefined;
    if (bytes) return read(bytes);
  }
  return undefined;
}

const kept = new Map<string, WebhookKey>();

/** The key of a text, or nothing where it is none: wrong prefix, wrong length, not base64. */
export function webhookKey(text: string): WebhookKey | undefined {
  const known = kept.get(text);
  if (known) return known;
  const key = parsed(text);
  if (!key) return undefined;
  if (kept.size >= KEPT_MOST) for (const oldest of kept.keys()) if (kept.delete(oldest)) break;
  kept.set(text, key);
  return key;
}

/** A new key of an endpoint. `public` is what the owner of a `v1a` endpoint verifies with. */
export function freshKey(scheme: Scheme, bytes = randomBytes): KeyText & { public?: string } {
  if (scheme === 'v1') return { secret: `whsec_${bytes(SECRET_BYTES.fresh).toString('base64')}` };
  const seed = bytes(SEED_BYTES);
  const raw = rawOf(createPublicKey(privateOf(seed)));
  return { secret: `whsk_${seed.toString('base64')}`, public: `whpk_${raw.toString('base64')}` };
}
