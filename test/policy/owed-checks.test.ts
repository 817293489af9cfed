import { describe, expect, it } from 'vitest';
import { owedChecks } from '../../shared/platform/owed-checks.ts';
import inGeorgian from '../../shared/policy/owed-checks.ka.json' with { type: 'json' };

const english = owedChecks('en').items;
const georgian = owedChecks('ka').items;
/** Figures and ids of sources, which no language changes. */
const fixed = (text: string) => (text.match(/S\d+|\d+/g) ?? []).toSorted();

describe('what a lawyer has to check', () => {
  it('stands in Georgian as well, each with the same figures and sources', () => {
    expect(english.length).toBeGreaterThan(100);
    expect(georgian.filter(({ check }) => !/[ა-ჰ]{3}/.test(check))).toEqual([]);
    const other = english.flatMap(({ check }, at) => {
      const said = georgian[at]?.check ?? '';
      return String(fixed(check)) === String(fixed(said)) ? [] : [[check, said]];
    });
    expect(other).toEqual([]);
  });

  it('keeps no text of what is not owed any more', () => {
    const owed = new Set(english.map(({ check }) => check));
    expect(Object.keys(inGeorgian).filter((check) => !owed.has(check))).toEqual([]);
  });
});
