import { hash } from 'node:crypto';

/** SHA-256 works on blocks of this many bytes, and gives so many. */
const BLOCK = 64;
const HASH = 32;
const INNER = 0x36;
const OUTER = 0x5c;
const INNER_PAD = new Uint8Array(BLOCK).fill(INNER);
const OUTER_PAD = new Uint8Array(BLOCK).fill(OUTER);

/** A text comes over from the library at half the price of a buffer: each sign of it is a byte. */
const textOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'binary');

/** SHA-256. */
export const sha256 = (bytes: Uint8Array): Uint8Array => Buffer.from(textOf(bytes), 'binary');

/**
 * Room for what is hashed, used by one call after the other: to ask for new room each time would cost
 * as much as the hash.
 */
const INNER_ROOM = Buffer.alloc(8192);
const OUTER_ROOM = Buffer.alloc(BLOCK + HASH);

/**
 * HMAC-SHA-256 (RFC 2104) out of two one-shot hashes; a text stands for its UTF-8. `createHmac` makes
 * a stream for each call, which takes ten times as long; the journal's log needs two of these for
 * every entry.
 */
export function hmac(key: Uint8Array, message: Uint8Array | string): Uint8Array {
  const short = key.length > BLOCK ? sha256(key) : key;
  const needed = BLOCK + most(message);
  const room = needed > INNER_ROOM.length ? Buffer.alloc(needed) : INNER_ROOM;
  room.set(INNER_PAD);
  OUTER_ROOM.set(OUTER_PAD);
  for (let i = 0; i < short.length; i += 1) {
    const byte = short[i] ?? 0;
    room[i] = byte ^ INNER;
    OUTER_ROOM[i] = byte ^ OUTER;
  }
  const end = BLOCK + written(room, message);
  OUTER_ROOM.write(textOf(room.subarray(0, end)), BLOCK, 'binary');
  return sha256(OUTER_ROOM);
}

/** A UTF-16 unit becomes three bytes of UTF-8 at most. */
const most = (message: Uint8Array | string): number =>
  typeof message === 'string' ? message.length * 3 : message.length;

/** Puts the message behind the first block; how many bytes that were. */
function written(room: Buffer, message: Uint8Array | string): number {
  if (typeof message === 'string') return room.write(message, BLOCK, 'utf8');
  room.set(message, BLOCK);
  return message.length;
}
