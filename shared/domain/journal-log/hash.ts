import * as z from 'zod';

/** SHA-256 everywhere: 32 bytes. */
export type Hash = Uint8Array;

/** How bytes are hashed is an argument: the domain computes nothing that costs a library. */
export interface Digests {
  sha256(bytes: Uint8Array): Hash;
  /** HMAC-SHA-256. */
  hmac(key: Uint8Array, bytes: Uint8Array): Hash;
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

export function nodeHash({ sha256 }: Pick<Digests, 'sha256'>, left: Hash, right: Hash): Hash {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = NODE;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return sha256(bytes);
}
