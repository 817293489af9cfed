import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PublicKey } from '../../../shared/domain/inbound/public-key.ts';

const written = (bytes: Uint8Array) => `whpk_${Buffer.from(bytes).toString('base64')}`;
const isTaken = (key: string) => PublicKey.safeParse(key).success;
const codeOf = (key: string) =>
  PublicKey.safeParse(key).error?.issues.map(({ message }) => message);

/** Little-endian, as the curve's points are written. */
const point = (hex: string) => Buffer.from(hex, 'hex');

const MADE = Array.from({ length: 20 }, () => {
  const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  return Buffer.from(x, 'base64url');
});

describe('a public key', () => {
  it('that was made as one is taken, with either sign of x', () => {
    for (const bytes of MADE) {
      expect(isTaken(written(bytes))).toBe(true);
      const mirrored = Buffer.from(bytes);
      mirrored[31] = (mirrored[31] ?? 0) ^ 0x80;
      expect(isTaken(written(mirrored))).toBe(true);
    }
  });

  it.each([
    ['zero, of order 4', '00'.repeat(32)],
    ['one, the identity', `01${'00'.repeat(31)}`],
    ['minus one, of order 2', `ec${'ff'.repeat(30)}7f`],
    ['of order 8', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05'],
    ['of order 8', 'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'],
    ['of order 8, mirrored', '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85'],
    ['beyond the field', `ed${'ff'.repeat(30)}7f`],
    ['one, written beyond the field', `ee${'ff'.repeat(30)}7f`],
    ['beside the curve', `02${'00'.repeat(31)}`],
  ])('is refused where it is no point of its own: %s', (_, hex) => {
    expect(codeOf(written(point(hex)))).toEqual(['not-a-public-key']);
  });

  it.each([
    ['the private half', (text: string) => text.replace('whpk_', 'whsk_')],
    ['bytes too few', () => written(Buffer.alloc(31, 7))],
    ['bytes too many', () => written(Buffer.alloc(33, 7))],
    ['no filling sign', (text: string) => text.replace('=', '')],
    ['spare bits at its end', (text: string) => text.replace(/.=$/, 'B=')],
    ['something before it', (text: string) => ` ${text}`],
    ['nothing', () => ''],
  ])('is malformed with %s', (_, changed) => {
    expect(isTaken(changed(written(MADE[0] ?? Buffer.alloc(0))))).toBe(false);
  });

  it('is about every second of 32 bytes: the others are beside the curve', () => {
    const taken = fc
      .sample(fc.uint8Array({ minLength: 32, maxLength: 32 }), { numRuns: 200, seed: 7 })
      .filter((bytes) => isTaken(written(bytes))).length;
    expect(taken).toBeGreaterThan(60);
    expect(taken).toBeLessThan(140);
  });
});
