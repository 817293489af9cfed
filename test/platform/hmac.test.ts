import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hmac } from '../../shared/platform/hmac.ts';

const bytes = (most: number) => fc.uint8Array({ maxLength: most });

describe('HMAC of two hashes', () => {
  it('is that of node:crypto for every key and message', () => {
    fc.assert(
      fc.property(bytes(200), bytes(500), (key, message) => {
        const theirs = createHmac('sha256', key).update(message).digest('hex');
        expect(Buffer.from(hmac(key, message)).toString('hex')).toBe(theirs);
      }),
    );
  });
});
