import type { Json } from '../../domain/journal-log/canonical.ts';
import type { Entry } from '../../domain/journal-log/entry.ts';
import { hex } from '../../domain/journal-log/hash.ts';
import type { Item } from '../write.ts';

/** An item of the journal as the log knows it: all of it, what is sealed in it as hexadecimal. */
export const entryOf = (item: Item): Entry => (holdsBytes(item) ? asJson(item) : item) as Entry;

function asJson(value: unknown): Json {
  if (typeof value === 'string') return value;
  if (value instanceof Uint8Array) return { bytes: hex(value) };
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== 'object' || value === null) return value as Json;
  const members: Record<string, Json> = {};
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined) members[name] = asJson(member);
  }
  return members;
}

/** Most entries hold nothing sealed and are what they say: they need no copy. */
function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Uint8Array) return true;
  if (Array.isArray(value)) return value.some(holdsBytes);
  for (const name in value) if (holdsBytes((value as Item)[name])) return true;
  return false;
}
