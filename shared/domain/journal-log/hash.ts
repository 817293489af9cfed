import * as z from 'zod';

/** SHA-256 everywhere. */
export type Hash = Uint8Array;
const HASH_BYTES = 32;

/** How bytes are hashed is an argument: the domain computes nothing that costs a library. */
export interface Digests {
  sha256(bytes: Uint8Array): Hash;
  /** HMAC-SHA-256; a text stands for its UTF-8. */
  hmac(key: Uint8Array, message: Uint8Array | string): Hash;
}

/** A hash as text: lower case, so that it has one spelling. */
export const HashText = z.string().regex(/^[0-9a-f]{64}$/);

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes in hexadecimal. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/** The bytes of a text in hexadecimal. */
export const bytesOfHex = (text: string): Uint8Array =>
  Uint8Array.from({ length: text.length / 2 }, (_, i) =>
    Number.parseInt(text.slice(2 * i, 2 * i + 2), 16),
  );

export const same = (one: Hash, other: Hash): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i]);

/** RFC 9162, section 2.1.1: what a leaf hashes to can never be what a node hashes to. */
const LEAF = 0x00;
const NODE = 0x01;

export function leafHash({ sha256 }: Pick<Digests, 'sha256'>, commitment: Uint8Array): Hash {
  const bytes = new Uint8Array(1 + commitment.length);
  bytes[0] = LEAF;
  bytes.set(commitment, 1);
  return sha256(bytes);
}

/** Every node is hashed here, one after the other: the tree makes one for each leaf. */
const node = new Uint8Array(1 + 2 * HASH_BYTES);
node[0] = NODE;

export function nodeHash({ sha256 }: Pick<Digests, 'sha256'>, left: Hash, right: Hash): Hash {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new Error('not a hash');
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}
