import {
  createCipheriv,
  createDecipheriv,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/**
 * The form of a box: version (1 byte), commitment to the key (32), nonce (12), tag (16), then the
 * text under AES-256-GCM. What binds the box to its place is authenticated beside it.
 */
const VERSION = 2;
const KEY_BYTES = 32;
const COMMITMENT_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const NONCE_AT = 1 + COMMITMENT_BYTES;
const TAG_AT = NONCE_AT + NONCE_BYTES;
const TEXT_AT = TAG_AT + TAG_BYTES;

/** How many bytes a box has beside its text. */
export const BOX_HEADER_BYTES = TEXT_AT;

/** The key of one item, and what says in clear which key it is without telling anything of it. */
export interface ItemKey {
  readonly cipher: KeyObject;
  readonly commitment: Buffer;
}

/** Derives the key of the item that stands at this place. */
export function itemKey(dataKey: Uint8Array, place: readonly string[]): ItemKey {
  const info = JSON.stringify(['item', VERSION, ...place]);
  const bytes = Buffer.from(hkdfSync('sha256', dataKey, '', info, KEY_BYTES + COMMITMENT_BYTES));
  return {
    // As a key object: every cipher would wrap bytes anew, which takes longer than the cipher itself.
    cipher: createSecretKey(bytes.subarray(0, KEY_BYTES)),
    commitment: bytes.subarray(KEY_BYTES),
  };
}

/** Everything a box is bound to, in one order: its table, place, group, revisions and file. */
export type Bound = readonly (string | number)[];

const authenticated = (bound: Bound) => Buffer.from(JSON.stringify([VERSION, ...bound]));

/** Closes a text. */
export function close({ cipher: key, commitment }: ItemKey, bound: Bound, text: string) {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(authenticated(bound));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  const whole = [Buffer.of(VERSION), commitment, nonce, cipher.getAuthTag(), body];
  return Uint8Array.from(Buffer.concat(whole));
}

/**
 * Opens a box; throws for one that was closed elsewhere, by another key, or changed since. AES-GCM
 * alone does not say which key closed a text: one box could open differently under two keys.
 */
export function reveal({ cipher: key, commitment }: ItemKey, bound: Bound, box: Uint8Array) {
  const bytes = Buffer.from(box);
  if (bytes[0] !== VERSION) throw new Error('a box of an unknown form');
  if (bytes.length < TEXT_AT) throw new Error('a box cut short');
  if (!timingSafeEqual(bytes.subarray(1, NONCE_AT), commitment)) {
    throw new Error('a box closed by another key');
  }
  const nonce = bytes.subarray(NONCE_AT, TAG_AT);
  const whole = { authTagLength: TAG_BYTES };
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, whole)
    .setAAD(authenticated(bound))
    .setAuthTag(bytes.subarray(TAG_AT, TEXT_AT));
  return Buffer.concat([decipher.update(bytes.subarray(TEXT_AT)), decipher.final()]).toString();
}
