import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hindrance } from '../../shared/domain/refusal.ts';
import { DEPTH_MOST, strictJson, VALUES_MOST } from '../../shared/platform/strict-json.ts';
import { refusalOf } from '../build.ts';

const pointersOf = (text: string) => {
  const { code, hindrances } = refusalOf(() => strictJson(text));
  return { code, pointers: (hindrances as readonly Hindrance[]).map(({ pointer }) => pointer) };
};
const refused = (text: string) => {
  const { code, pointers } = pointersOf(text);
  return [code, ...pointers];
};
const nested = (open: string, close: string, depth: number) =>
  `${open.repeat(depth)}1${close.repeat(depth)}`;

describe('JSON of one meaning', () => {
  it.each([
    ['{"a":1,"a":2}', '/a'],
    ['{"a":1,"b":{"c":[0,{"d":1,"e":2,"d":3}]}}', '/b/c/1/d'],
    ['{"a":1,"\\u0061":2}', '/a'],
    ['{"":1,"":2}', '/'],
    ['[{"x":1},{"x":1,"x":1}]', '/1/x'],
    ['{"a/b~":1,"a/b~":2}', '/a~1b~0'],
    ['{"a":{"b":1},"a":{}}', '/a'],
    ['{"a" : 1 , "a" : 1}', '/a'],
    ['{"ა":1,"\\u10d0":1}', '/ა'],
  ])('has no field twice: %s', (text, pointer) => {
    expect(refused(text)).toEqual(['key-twice', pointer]);
  });

  it.each([
    '{"a":{"a":{"a":1}},"b":{"a":2}}',
    '[{"a":1},{"a":1}]',
    '{"a":"a","b":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":"},{","b":"\\\\","c":"\\""}',
  ])('may have fields of one name in different places: %s', (text) => {
    expect(strictJson(text)).toEqual(JSON.parse(text));
  });

  it.each([
    ['{"a":"\\ud800"}', '/a'],
    ['{"a":["x","\\udc00\\ud800"]}', '/a/1'],
    ['{"\\ud83d":1}', '/\uFFFD'],
    ['"\uFFFD"', ''],
    ['{"name":"ნი\uFFFD"}', '/name'],
    ['{"name":"\\ufffd"}', '/name'],
  ])('has no half a character and none that was lost: %s', (text, pointer) => {
    expect(refused(text)).toEqual(['text-not-utf8', pointer]);
  });

  it('may have whole characters outside the basic plane, written either way', () => {
    expect(strictJson('["😀","\\ud83d\\ude00"]')).toEqual(['😀', '😀']);
  });

  it.each(['1e999', '-1e999', '9007199254740993', '-9007199254740993', '-0', '-0.0', '-1e-400'])(
    'has no number that others read otherwise: %s',
    (number) => {
      expect(refused(`{"n":[${number}]}`)).toEqual(['number-not-exact', '/n/0']);
    },
  );

  it.each(['0', '9007199254740991', '-9007199254740991', '0.1', '1e2', '1E-7'])(
    'may have the number %s',
    (number) => {
      expect(strictJson(number)).toBe(Number(number));
    },
  );

  it('is of bounded depth, whatever it is made of', () => {
    expect(strictJson(nested('[', ']', DEPTH_MOST))).toBeDefined();
    expect(refused(nested('[', ']', DEPTH_MOST + 1))[0]).toBe('json-too-deep');
    expect(refused(nested('{"a":', '}', DEPTH_MOST + 1))).toEqual([
      'json-too-deep',
      '/a'.repeat(DEPTH_MOST),
    ]);
    expect(refused(nested('[', ']', 30_000))[0]).toBe('json-too-deep');
  });

  it('is of bounded length, in one array or in many fields', () => {
    const array = (count: number) => JSON.stringify(Array(count).fill(0));
    expect(strictJson(array(VALUES_MOST - 1))).toHaveLength(VALUES_MOST - 1);
    expect(refused(array(VALUES_MOST))).toEqual(['json-too-many']);
    const fields = Object.fromEntries(Array.from({ length: VALUES_MOST }, (_, i) => [i, 1]));
    expect(refused(JSON.stringify(fields))).toEqual(['json-too-many']);
  });

  it.each(['{"__proto__":{"admin":true}}', '{"\\u005f_proto__":1}'])(
    'reaches no machinery: %s',
    (text) => {
      expect(refused(text)).toEqual(['body-invalid', '/__proto__']);
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    },
  );

  it.each(['', '{', '\uFEFF{}', '{"a":1,}', "{'a':1}", 'NaN', '01', '// x', '{"a":1}{}', '\u0000'])(
    'is JSON to begin with: %j',
    (text) => {
      expect(refused(text)).toEqual(['json-broken']);
    },
  );

  it('gives back nothing of what was sent but names of fields, and those cut short', () => {
    const key = 'k'.repeat(5000);
    const { pointers } = pointersOf(`{"${key}":"Secret","${key}":"Secret"}`);
    expect(pointers[0]).toHaveLength(81);
  });

  it('that has none of these faults is what JSON.parse makes of it', () => {
    const value = fc.jsonValue({ maxDepth: 8, noUnicodeString: false });
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (given, indent) => {
        const text = JSON.stringify(given, null, indent);
        fc.pre(!/__proto__|-0(?![.\d])|\uFFFD/.test(text) && exact(given));
        expect(strictJson(text)).toEqual(JSON.parse(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a field given twice wherever it is put', () => {
    const key = fc.string({ unit: 'grapheme', maxLength: 5 }).filter((k) => k !== '__proto__');
    fc.assert(
      fc.property(key, fc.array(fc.boolean(), { maxLength: 10 }), (name, way) => {
        fc.pre(name.isWellFormed() && !name.includes('\uFFFD'));
        const twin = `{${JSON.stringify(name)}:[],${JSON.stringify(name)}:"}"}`;
        const text = way.reduce((in_, object) => (object ? `{"w":${in_}}` : `["{",${in_}]`), twin);
        expect(refused(text)[0]).toBe('key-twice');
      }),
    );
  });
});

/** Whether no number in it is beyond what every reader reads alike. */
function exact(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value === 'string') return value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([key, each]) => key.isWellFormed() && exact(each));
}
