import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmac, sha256 } from '../../shared/platform/hmac.ts';

const bytes = (most: number) => fc.uint8Array({ maxLength: most });
const hexOf = (made: Uint8Array) => Buffer.from(made).toString('hex');
const theirs = (key: Uint8Array, message: Uint8Array | string) =>
  createHmac('sha256', key).update(message).digest('hex');

describe('HMAC of two hashes', () => {
  it('is that of node:crypto for every key and message', () => {
    fc.assert(
      fc.property(bytes(200), bytes(500), (key, message) => {
        expect(hexOf(hmac(key, message))).toBe(theirs(key, message));
      }),
    );
  });

  it('is that of the UTF-8 of a text, also where the text needs more room than is kept', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(bytes(80), texts, (key, text) => {
        expect(hexOf(hmac(key, text))).toBe(theirs(key, text));
      }),
    );
    const key = Uint8Array.of(1, 2, 3);
    for (const length of [2709, 2710, 8127, 8128, 8129, 50_000]) {
      for (const text of ['x'.repeat(length), 'ა'.repeat(length)])
        expect(hexOf(hmac(key, text)), `${length}`).toBe(theirs(key, text));
      const long = new Uint8Array(length).fill(7);
      expect(hexOf(hmac(key, long)), `${length}`).toBe(theirs(key, long));
    }
  });

  it('stays what it was when others are made after it', () => {
    const [first, second] = [hmac(Uint8Array.of(1), 'a'), hmac(Uint8Array.of(2), 'b')];
    sha256(new Uint8Array(9));
    expect(hexOf(first)).toBe(theirs(Uint8Array.of(1), 'a'));
    expect(hexOf(second)).toBe(theirs(Uint8Array.of(2), 'b'));
  });
});

describe('the hash', () => {
  it('is that of node:crypto', () => {
    fc.assert(
      fc.property(bytes(500), (message) => {
        expect(hexOf(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
      }),
    );
  });
});
