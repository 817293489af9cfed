import * as z from 'zod';
import { Instant } from '../time.ts';
import { canonical } from './canonical.ts';
import { type Digests, type Hash, HashText, hex } from './hash.ts';

/** Of a signed head: a hash of what is signed, so that whoever has the id has the head itself. */
export const HeadId = z
  .templateLiteral(['jhd_', z.string().regex(/^[0-9a-f]{56}$/)])
  .brand<'HeadId'>();
export type HeadId = z.infer<typeof HeadId>;

/** Of a key that signs heads: a hash of the public key. */
export const HeadKeyId = z
  .templateLiteral(['jhk_', z.string().regex(/^[0-9a-f]{32}$/)])
  .brand<'HeadKeyId'>();
export type HeadKeyId = z.infer<typeof HeadKeyId>;

/** What a head says: at this time the log had this many leaves and this root. */
export const Head = z.strictObject({
  size: z.int().min(0),
  root: HashText,
  at: Instant,
  key: HeadKeyId,
});
export type Head = z.infer<typeof Head>;

export const SignedHead = z.strictObject({
  ...Head.shape,
  id: HeadId,
  /** Ed25519, in hexadecimal. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
});
export type SignedHead = z.infer<typeof SignedHead>;

/** A public key with which heads are checked: the 32 bytes of Ed25519, in hexadecimal. */
export const HeadKey = z.strictObject({ id: HeadKeyId, publicKey: HashText });
export type HeadKey = z.infer<typeof HeadKey>;

const encoder = new TextEncoder();

/** The bytes that are signed. The first line keeps them apart from all else the key could sign. */
export const signedBytes = ({ size, root, at, key }: Head): Uint8Array =>
  encoder.encode(`ertad-journal-head/v1\n${canonical({ size, root, at, key })}`);

/** Bytes of a hash that are kept in an id: of a head 224 bits, as much as an id has room for. */
const HEAD_BYTES = 28;
const KEY_BYTES = 16;

const shortHash = ({ sha256 }: Pick<Digests, 'sha256'>, bytes: Uint8Array, length: number) =>
  hex(sha256(bytes).subarray(0, length));

export const headIdOf = (digests: Pick<Digests, 'sha256'>, head: Head): HeadId =>
  HeadId.parse(`jhd_${shortHash(digests, signedBytes(head), HEAD_BYTES)}`);

export const keyIdOf = (digests: Pick<Digests, 'sha256'>, publicKey: Hash): HeadKeyId =>
  HeadKeyId.parse(`jhk_${shortHash(digests, publicKey, KEY_BYTES)}`);
