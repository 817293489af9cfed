import type { Hash } from '../../domain/journal-log/hash.ts';

const HASH_BYTES = 32;

/** Hashes one after the other, as one value of an item. */
export function joined(hashes: readonly Hash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [i, hash] of hashes.entries()) bytes.set(hash, i * HASH_BYTES);
  return bytes;
}

/** The hashes in such a value. */
export function asList(value: unknown): Hash[] {
  if (!(value instanceof Uint8Array)) throw new Error('hashes of the journal log are missing');
  return Array.from({ length: value.length / HASH_BYTES }, (_, i) =>
    value.slice(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}
