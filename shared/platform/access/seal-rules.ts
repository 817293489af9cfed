import { writeFileSync } from 'node:fs';
import { georgia } from '../../policy/ge/pack.ts';
import { COMPILED, compileRules } from './compile.ts';

// Part of `npm run policy`: checks the rules of access and writes what the functions load.
const rules = compileRules(new Set(Object.keys(georgia.legalBases)));
writeFileSync(COMPILED, `${JSON.stringify(rules, null, 1)}\n`);
