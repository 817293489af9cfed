import { hash } from 'node:crypto';

/** SHA-256 works on blocks of this many bytes. */
const BLOCK = 64;
const INNER = 0x36;
const OUTER = 0x5c;

/**
 * HMAC-SHA-256 (RFC 2104) out of two one-shot hashes. `createHmac` makes a stream for each call,
 * which takes five times as long; the journal's log needs two of these for every entry.
 */
export function hmac(key: Uint8Array, message: Uint8Array): Uint8Array {
  const short = key.length > BLOCK ? hash('sha256', key, 'buffer') : key;
  const inner = new Uint8Array(BLOCK + message.length).fill(INNER, 0, BLOCK);
  const outer = new Uint8Array(BLOCK + 32).fill(OUTER, 0, BLOCK);
  for (let i = 0; i < short.length; i += 1) {
    const byte = short[i] ?? 0;
    inner[i] = byte ^ INNER;
    outer[i] = byte ^ OUTER;
  }
  inner.set(message, BLOCK);
  outer.set(hash('sha256', inner, 'buffer'), BLOCK);
  return hash('sha256', outer, 'buffer');
}
