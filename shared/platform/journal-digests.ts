import { createPublicKey, sign, verify } from 'node:crypto';
import { hex } from '../domain/journal-log/hash.ts';
import {
  type Head,
  type HeadKey,
  headIdOf,
  keyIdOf,
  type SignedHead,
  signedBytes,
} from '../domain/journal-log/head.ts';
import type { Verifying } from '../domain/journal-log/verify.ts';
import { hmac, sha256 } from './hmac.ts';
import { privateOf, publicOf, rawOf } from './webhook-keys.ts';

/** What the log is made of and checked with, by node:crypto. */
export const digests: Verifying = {
  sha256,
  hmac,
  verify: (publicKey, bytes, signature) => verify(null, bytes, publicOf(publicKey), signature),
};

/** Whoever signs heads: a pair of Ed25519 keys made of a secret of 32 bytes. */
export function headSigner(seed: Uint8Array) {
  const secret = privateOf(seed);
  const raw = rawOf(createPublicKey(secret));
  const key: HeadKey = { id: keyIdOf(digests, raw), publicKey: hex(raw) };
  return {
    key,
    sign({ size, root, at }: Omit<Head, 'key'>): SignedHead {
      const head = { size, root, at, key: key.id };
      const signature = hex(sign(null, signedBytes(head), secret));
      return { ...head, id: headIdOf(digests, head), signature };
    },
  };
}
