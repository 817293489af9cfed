import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { assess, unknownIndicators } from '../../../shared/domain/screening/assess.ts';
import type { Answer, Answers } from '../../../shared/domain/screening/instrument.ts';
import { policy } from '../../../shared/policy/policy.ts';

const [instrument] = policy.at(Temporal.Instant.from('2026-06-01T00:00:00Z')).instruments;
if (!instrument) throw new Error('the pack has no instrument');

const codes = instrument.indicators.map(({ code }) => code);
const dangerous = instrument.indicators.filter(({ danger }) => danger).map(({ code }) => code);
const allNo: Answers = Object.fromEntries(codes.map((code) => [code, 'no' as const]));
const yesTo = (...yes: string[]): Answers => ({
  ...allNo,
  ...Object.fromEntries(yes.map((code) => [code, 'yes' as const])),
});

describe('levels', () => {
  it.each([
    [1, []],
    [1, ['single-parent', 'many-children']],
    [2, ['low-income', 'single-parent']],
    [2, ['harsh-discipline']],
    [3, ['low-income', 'no-home', 'disability', 'not-enrolled']],
    [3, ['violence-in-family']],
    [4, ['violence-in-family', 'fearful-withdrawn', 'harsh-discipline']],
    [4, ['tells-of-violence']],
  ])('is %i for yes to %j', (level, yes) => {
    expect(assess(instrument, yesTo(...yes)).level).toBe(level);
  });

  it('takes the higher of the two scores and says which reached it', () => {
    const { welfare, maltreatment, level, reasons } = assess(
      instrument,
      yesTo('violence-in-family'),
    );
    expect({ welfare, maltreatment, level }).toEqual({ welfare: 2, maltreatment: 5, level: 3 });
    expect(reasons).toEqual([
      { code: 'maltreatment-reaches', values: { score: 5, threshold: 5, level: 3 } },
    ]);
  });

  it.each(dangerous)('is 4 for %s alone, whatever else is answered', (code) => {
    const { level, danger, reasons } = assess(instrument, yesTo(code));
    expect({ level, danger }).toEqual({ level: 4, danger: [code] });
    expect(reasons[0]).toEqual({ code: 'danger', values: { indicator: code } });
  });
});

describe('what is not known', () => {
  const unknown = (count: number): Answers =>
    Object.fromEntries(codes.map((code, i) => [code, i < count ? 'not-known' : 'no']));
  const third = Math.floor(codes.length / 3);

  it('leaves the sum to decide up to one third, and a person above', () => {
    expect(assess(instrument, unknown(third)).personDecides).toBe(false);
    expect(assess(instrument, unknown(third + 1))).toMatchObject({
      personDecides: true,
      reasons: expect.arrayContaining([
        { code: 'unknown-share', values: { unknown: third + 1, of: codes.length } },
      ]),
    });
  });

  it('counts an indicator nobody answered', () => {
    expect(assess(instrument, {})).toMatchObject({
      unknownShare: 1,
      personDecides: true,
      level: 1,
    });
  });

  it('does not read answers from what objects inherit', () => {
    const inherited: Answers = Object.create({ 'tells-of-violence': 'yes' });
    expect(assess(instrument, inherited).danger).toEqual([]);
  });
});

describe('answers to other questions', () => {
  it('are named', () => {
    expect(unknownIndicators(instrument, { ...allNo, weather: 'yes' })).toEqual(['weather']);
  });
});

const answers = fc.record(
  Object.fromEntries(
    codes.map((code) => [code, fc.constantFrom<Answer>('yes', 'no', 'not-known')]),
  ),
);
const anyCode = fc.constantFrom(...codes);

describe('whatever the answers', () => {
  it('`not-known` never gives a lower level than `no`', () => {
    fc.assert(
      fc.property(answers, anyCode, (given, code) => {
        const no = assess(instrument, { ...given, [code]: 'no' });
        const notKnown = assess(instrument, { ...given, [code]: 'not-known' });
        expect(notKnown.level).toBeGreaterThanOrEqual(no.level);
        expect(notKnown.unknownShare).toBeGreaterThan(no.unknownShare);
        expect(no.personDecides && !notKnown.personDecides).toBe(false);
      }),
    );
  });

  it('one more `yes` never lowers level or score', () => {
    fc.assert(
      fc.property(answers, anyCode, (given, code) => {
        const before = assess(instrument, { ...given, [code]: 'no' });
        const after = assess(instrument, { ...given, [code]: 'yes' });
        expect(after.level).toBeGreaterThanOrEqual(before.level);
        expect(after.welfare).toBeGreaterThanOrEqual(before.welfare);
        expect(after.maltreatment).toBeGreaterThanOrEqual(before.maltreatment);
      }),
    );
  });

  it('danger is level 4', () => {
    fc.assert(
      fc.property(answers, fc.constantFrom(...dangerous), (given, code) => {
        expect(assess(instrument, { ...given, [code]: 'yes' }).level).toBe(4);
      }),
    );
  });
});
