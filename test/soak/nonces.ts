import { close, itemKey } from '../../shared/platform/vault/box.ts';

/** Nonces are twelve bytes after the version and the commitment to the key. */
const NONCE = { from: 33, to: 45 };

/** How many nonces came twice among so many boxes of one item, which all share one key. */
export function noncesTwice(boxes: number): number {
  const key = itemKey(new Uint8Array(32), ['hub', 'REFERRAL#ref_1', 'STATE', 'fil_1']);
  const bound = ['narrative', 1];
  const seen = new Set<bigint>();
  for (let i = 0; i < boxes; i += 1) {
    const nonce = Buffer.from(close(key, bound, 'ა').subarray(NONCE.from, NONCE.to));
    seen.add((nonce.readBigUInt64BE(0) << 32n) | BigInt(nonce.readUInt32BE(8)));
  }
  return boxes - seen.size;
}
