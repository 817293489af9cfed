import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { policyOf } from './editions.ts';
import { explainDecision } from './explain-decision.ts';
import { georgia } from './ge/pack.ts';
import { loadPack } from './load.ts';
import { counts, owed } from './report.ts';
import { readSample, Unexplained } from './sample.ts';
import type { LoadedPack } from './seal.ts';

const SEAL = new URL('ge/seal.json', import.meta.url);

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string', default: 'school-zestaponi' },
    at: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    'open-centre': { type: 'string', multiple: true, default: [] },
  },
});

/** Checks the pack, seals what was checked, and prints what is in it and what is owed. */
function validate(loaded: LoadedPack): readonly string[] {
  writeFileSync(SEAL, `{ "sha256": "${loaded.sha256}" }\n`);
  return [...counts(loaded), '', ...owed(loaded)];
}

/** `npm run policy -- explain referral.json [--from agency] [--at instant] [--lang ka]` */
function explain(loaded: LoadedPack, file: string): readonly string[] {
  const { edition, ...sample } = readSample({ file, ...values }, policyOf(loaded));
  return explainDecision(sample, edition);
}

function run(): readonly string[] {
  const [command, file, ...rest] = positionals;
  const loaded = loadPack(georgia);
  if (command === undefined) return validate(loaded);
  if (command === 'explain' && file && rest.length === 0) return explain(loaded, file);
  throw new Unexplained(
    'npm run policy -- explain referral.json [--from agency] [--at instant] [--lang ka]',
  );
}

try {
  console.log(run().join('\n'));
} catch (error) {
  if (!(error instanceof Unexplained)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
