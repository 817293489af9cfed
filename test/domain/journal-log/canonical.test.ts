import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from '../../../shared/domain/journal-log/canonical.ts';

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

  it('is refused to half a character and to what is no number', () => {
    for (const value of ['\ud800', { '\udc00': 1 }, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => canonical(value)).toThrow(TypeError);
  });
});
