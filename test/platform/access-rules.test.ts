import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMPILED, compileRules } from '../../shared/platform/access/compile.ts';
import { georgia } from '../../shared/policy/ge/pack.ts';

const bases = new Set(Object.keys(georgia.legalBases));

describe('the rules of access', () => {
  it('are loaded as their files say: `npm run policy` was run after the last change', () => {
    expect(JSON.parse(readFileSync(COMPILED, 'utf8'))).toEqual(compileRules(bases));
  });

  it('cite legal bases of the pack only', () => {
    expect(() => compileRules(new Set(['decree-437']))).toThrow(/the pack has no legal basis/);
  });
});
