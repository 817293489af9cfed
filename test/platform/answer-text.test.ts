import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerptOf, retryAfterOf } from '../../shared/platform/answer-text.ts';

const NOW = Date.UTC(2026, 10, 20, 8, 0, 0);

describe('how long to leave a receiver alone', () => {
  it.each([
    [undefined, 0],
    ['', 0],
    ['0', 0],
    ['120', 120],
    [' 120 ', 120],
    [['30', '90'], 30],
    ['86400', 86_400],
    ['86401', 86_400],
    ['9999999999', 86_400],
    ['99999999999999999999', 0],
    ['-5', 0],
    ['1.5', 0],
    ['1e3', 0],
    ['soon', 0],
    ['Fri, 20 Nov 2026 08:02:00 GMT', 120],
    ['Fri, 20 Nov 2026 07:00:00 GMT', 0],
    ['Sun, 20 Nov 2050 08:00:00 GMT', 86_400],
    ['Fri, 99 Nov 2026 08:02:00 GMT', 0],
    ['2026-11-20T08:02:00Z', 0],
    ['Fri Nov 20 08:02:00 2026', 0],
  ])('%j is %i seconds', (header, seconds) => {
    expect(retryAfterOf(header, NOW)).toBe(seconds);
  });
});

describe('what is kept of an answer', () => {
  it.each([
    ['', ''],
    ['ok', 'ok'],
    ['  not\r\n\tfound\0 ', 'not found'],
    ['\u202eevil\u200b\u2028', 'evil'],
    ['<script>\u0007</script>', '<script> </script>'],
    ['ა'.repeat(300), 'ა'.repeat(170)],
  ])('%j is told as %j', (text, excerpt) => {
    expect(excerptOf(Buffer.from(text))).toBe(excerpt);
  });

  it('is printable and short, whatever came', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const text = excerptOf(Buffer.from(bytes));
        expect(text).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
        expect(text.length).toBeLessThanOrEqual(512);
      }),
    );
  });

  it('never cuts a letter in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 150, maxLength: 900 }), (drawn) => {
        // The sign that stands for a broken letter may itself be drawn.
        const text = drawn.replaceAll('\ufffd', 'x');
        expect(excerptOf(Buffer.from(text))).not.toContain('\ufffd');
      }),
    );
  });
});
