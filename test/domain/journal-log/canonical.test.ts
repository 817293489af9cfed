import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from '../../../shared/domain/journal-log/canonical.ts';
import { slowCanonical } from './slow-canonical.ts';

describe('the one spelling of a value', () => {
  it('is that of the example of RFC 8785', () => {
    const value: Json = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonical(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('has names in the order of their UTF-16 units', () => {
    const value = { '\u20ac': 'Euro', '\r': 'CR', '\ufb33': 'Dalet', '1': 'One' };
    const more = { ...value, '\ud83d\ude00': 'Emoji', '\u0080': 'Control', '\u00f6': 'o' };
    expect([...canonical(more).matchAll(/"([A-Za-z]+)"/g)].map(([, name]) => name)).toEqual([
      ...['CR', 'One', 'Control', 'o', 'Euro', 'Emoji', 'Dalet'],
    ]);
  });

  it('says the same as the value, however its names were ordered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonical(value as Json);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonical(JSON.parse(text) as Json)).toBe(text);
      }),
    );
    expect(canonical({ b: 1, a: undefined })).toBe('{"b":1}');
  });

  it('is that of the standard, written a second time and sign by sign', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    const name = fc.oneof(
      text,
      fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
      fc.constantFrom('10', '9', 'at', 'a', '__proto__', 'toString', 'ა', '\u2028', '\u007f', ''),
    );
    const { value } = fc.letrec<{ value: Json }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        text,
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer(),
        fc.constantFrom<Json>(null, true, false, -0, 1e21, 1e-7, 5e-324, 2 ** 53),
        fc.array(tie('value'), { maxLength: 6 }),
        fc.dictionary(name, tie('value'), { maxKeys: 60 }),
      ),
    }));
    fc.assert(
      fc.property(value, (one) => {
        expect(canonical(one)).toBe(slowCanonical(one));
      }),
      { numRuns: 300 },
    );
  });

  it('is that of the standard for an object of many names', () => {
    const names = Array.from({ length: 300 }, (_, i) => String((i * 7919) % 997));
    for (const count of [2, 39, 40, 41, 42, 300]) {
      const many = Object.fromEntries(names.slice(0, count).map((each, i) => [each, i]));
      expect(canonical(many)).toBe(slowCanonical(many));
    }
    // More different names than spellings are kept of.
    for (let i = 0; i < 3000; i += 1) {
      const one = { [`name-${i}-"`]: i, [`é${i}`]: '' };
      expect(canonical(one)).toBe(slowCanonical(one));
    }
  });

  it('is refused to half a character and to what is no number', () => {
    for (const value of ['\ud800', { '\udc00': 1 }, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => canonical(value)).toThrow(TypeError);
  });
});
