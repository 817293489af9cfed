import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';

/** Standard Webhooks 1.0: `v1` is HMAC-SHA256 with a shared secret, `v1a` Ed25519 with a pair. */
export type Scheme = 'v1' | 'v1a';

/** A key the kit signs with. Its text is kept only to be struck out of whatever is printed. */
export interface Key {
  readonly scheme: Scheme;
  readonly text: string;
  sign(id: string, timestamp: string, body: Uint8Array): string;
  /** Whether one signature of a list, `v1,…` or `v1a,…`, was made with this key. */
  verifies(given: string, id: string, timestamp: string, body: Uint8Array): boolean;
}

/** The standard asks for 24 to 64 bytes of a shared secret; a seed of Ed25519 has 32. */
const SHARED = { least: 24, most: 64, fresh: 32 } as const;
const SEED = 32;
/** RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS #8 and in SPKI. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_BYTES = 12;

/** What is signed: id, timestamp and the raw body, joined by dots. */
const signed = (id: string, timestamp: string, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);

function sharedKey(text: string, bytes: Buffer): Key | undefined {
  if (bytes.length < SHARED.least || bytes.length > SHARED.most) return undefined;
  const mac = (content: Buffer) => createHmac('sha256', bytes).update(content).digest('base64');
  const made: Key['sign'] = (id, timestamp, body) => `v1,${mac(signed(id, timestamp, body))}`;
  return {
    scheme: 'v1',
    text,
    sign: made,
    verifies: (given, ...message) => isSame(Buffer.from(given), Buffer.from(made(...message))),
  };
}

const isSame = (one: Buffer, other: Buffer): boolean =>
  one.length === other.length && timingSafeEqual(one, other);

const privateOf = (seed: Uint8Array): KeyObject =>
  createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });

/** The seed alone, or followed by its public key as some libraries write it. */
function pairKey(text: string, bytes: Buffer): Key | undefined {
  if (bytes.length !== SEED && bytes.length !== 2 * SEED) return undefined;
  const key = privateOf(bytes.subarray(0, SEED));
  const open = createPublicKey(key);
  return {
    scheme: 'v1a',
    text,
    sign: (id, timestamp, body) =>
      `v1a,${sign(null, signed(id, timestamp, body), key).toString('base64')}`,
    verifies: (given, ...message) => {
      const code = bytesAfter('v1a,', given);
      return code !== undefined && verify(null, signed(...message), open, code);
    },
  };
}

function bytesAfter(prefix: string, text: string): Buffer | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const bytes = Buffer.from(text.slice(prefix.length), 'base64');
  return bytes.toString('base64') === text.slice(prefix.length) ? bytes : undefined;
}

/** The key of a text, or nothing where it is none: wrong prefix, wrong length, not base64. */
export function keyOf(text: string): Key | undefined {
  const shared = bytesAfter('whsec_', text);
  if (shared) return sharedKey(text, shared);
  const pair = bytesAfter('whsk_', text);
  return pair && pairKey(text, pair);
}

/** A new key as text; `receiver` is what the other side is given of it. */
export function freshKey(scheme: Scheme): { readonly kit: string; readonly receiver: string } {
  const random = randomBytes(SEED);
  if (scheme === 'v1') {
    const secret = `whsec_${random.toString('base64')}`;
    return { kit: secret, receiver: secret };
  }
  const spki = createPublicKey(privateOf(random)).export({ format: 'der', type: 'spki' });
  const raw = spki.subarray(SPKI_BYTES).toString('base64');
  return { kit: `whsk_${random.toString('base64')}`, receiver: `whpk_${raw}` };
}

/** A key nobody knows, of the same scheme: what a stranger would sign with. */
export function strangersKey(scheme: Scheme): Key {
  const key = keyOf(freshKey(scheme).kit);
  if (!key) throw new TypeError('a fresh key is a key');
  return key;
}
