import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Code, Language, line, Phone, text } from '../../shared/domain/text.ts';

const words = text(60);
const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('text', () => {
  it.each([
    ['Georgian', 'ბავშვს სახლში წასვლა ეშინია.'],
    ['Georgian capitals', 'ბავშვი ᲑᲐᲕᲨᲕᲘ'],
    ['Latin with marks', 'Şəhla Čoček Łukasz Ñ'],
    ['Armenian', 'Երեխան վախենում է'],
    ['Azerbaijani', 'Uşaq qorxur, ağlayır'],
    ['Cyrillic', 'Ребёнок боится; їжак'],
    ['Arabic', 'الطفل خائف'],
    ['Hebrew', 'הילד מפחד'],
    ['Chinese', '孩子害怕'],
    ['an emoji of several parts', 'ოჯახი 👨‍👩‍👧'],
    ['several lines', 'ერთი\nორი\r\n\tსამი'],
    ['quotes and signs', '„ასე თქვა“ — <b>&amp;</b> \\ "x"'],
  ])('keeps %s as it was written', (_, written) => {
    expect(words.parse(written)).toBe(written.normalize('NFC'));
  });

  it('joins what was written as letter and mark', () => {
    expect(words.parse('Jose\u0301 й'.normalize('NFD'))).toBe('José й');
  });

  it('trims what stands around it', () => {
    expect(words.parse(' \u00a0\n ბავშვი \t')).toBe('ბავშვი');
  });

  it.each([
    ['NUL', 'a\u0000b'],
    ['escape', 'a\u001b[31mb'],
    ['delete', 'a\u007fb'],
    ['a C1 control', 'a\u0085b'],
    ['right-to-left override', 'abc\u202etxt.exe'],
    ['left-to-right isolate', 'a\u2066b'],
    ['right-to-left mark', 'a\u200fb'],
    ['Arabic letter mark', 'a\u061cb'],
    ['byte order mark', 'a\ufeffb'],
    ['half a surrogate pair', 'a\ud800b'],
    ['the other half', 'a\udc00b'],
  ])('refuses %s', (_, written) => {
    expect(words.safeParse(written).error?.issues).toContainEqual(
      expect.objectContaining({ message: 'hidden-characters' }),
    );
  });

  it.each(['', ' ', '\n\t', '\u00a0', '\u200b', '\u200b \u2060', 42, null, {}])(
    'refuses %j, which says nothing',
    (written) => {
      expect(accepts(words, written)).toBe(false);
    },
  );

  it('is bounded in characters after trimming', () => {
    expect(accepts(words, ` ${'ა'.repeat(60)} `)).toBe(true);
    expect(accepts(words, 'ა'.repeat(61))).toBe(false);
  });

  it('is the same when read a second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (written) => {
        const first = words.safeParse(written);
        if (first.success) expect(words.parse(first.data)).toBe(first.data);
      }),
      { numRuns: 40 },
    );
  });
});

describe('line', () => {
  it.each(['a\nb', 'a\rb', 'a\tb', 'a\u2028b', 'a\u2029b'])(
    'refuses the break in %j',
    (written) => {
      expect(accepts(line(20), written)).toBe(false);
    },
  );

  it('keeps a name', () => {
    expect(line(20).parse(" ნინო  ბერიძე-O'Neill ")).toBe("ნინო  ბერიძე-O'Neill");
  });
});

describe('phone', () => {
  it.each([
    '112',
    '+995555123456',
    '+995 555 12 34 56',
    '(+995) 555-12-34-56',
    '(0432) 27 12 34',
    '0 (432) 271234',
    '555.12.34.56',
    ' 116 006 ',
  ])('accepts %j', (number) => {
    expect(Phone.parse(number)).toBe(number.trim());
  });

  it.each([
    '',
    '1',
    '+',
    '()-',
    '1(((((',
    'five five five',
    '555 12 34 56 დედა',
    '5'.repeat(31),
    '٥٥٥١٢٣',
  ])('refuses %j', (number) => {
    expect(accepts(Phone, number)).toBe(false);
  });
});

describe('codes and languages', () => {
  it.each(['assess-safety', 'sgn-GE', '2026.1', 'a_b', 'x'])('takes %j as a code', (code) => {
    expect(Code.parse(code)).toBe(code);
  });
  it.each(['', '-a', 'a-', 'a--b', 'a b', 'ა', '__proto__', 'a'.repeat(61)])(
    'refuses %j as a code',
    (code) => {
      expect(accepts(Code, code)).toBe(false);
    },
  );
  it.each(['ka', 'az-Cyrl', 'sgn-GE', 'kmr'])('takes %j as a language', (tag) => {
    expect(Language.parse(tag)).toBe(tag);
  });
  it.each(['', 'k', 'ka_GE', 'ka-', 'ქართული', 'abcd'])('refuses %j as a language', (tag) => {
    expect(accepts(Language, tag)).toBe(false);
  });
});
