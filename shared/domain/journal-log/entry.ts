import { canonical, type Json } from './canonical.ts';
import { type Digests, type Hash, leafHash } from './hash.ts';

/** One entry of the journal as it was written: an event, an access entry or a record of an attempt. */
export type Entry = { readonly [name: string]: Json | undefined };

const LABEL = new TextEncoder().encode('ertad-journal-entry/v1\n');

/**
 * The key of one entry. It follows from a secret of the hub and from a salt of the entry's own: once
 * the salt is gone nobody can compute it any more, not even the hub.
 */
export const entryKey = ({ hmac }: Digests, secret: Uint8Array, salt: Uint8Array): Uint8Array => {
  const bytes = new Uint8Array(LABEL.length + salt.length);
  bytes.set(LABEL);
  bytes.set(salt, LABEL.length);
  return hmac(secret, bytes);
};

/**
 * What stands in the log for an entry. Without the key it says nothing of it: not even whoever
 * guesses the entry can tell that he guessed right.
 */
export const leafOf = (digests: Digests, key: Uint8Array, entry: Entry): Hash =>
  leafHash(digests, digests.hmac(key, canonical(entry)));
