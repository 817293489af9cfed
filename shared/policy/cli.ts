import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Temporal } from 'temporal-polyfill';
import { AgencyId } from '../domain/ids.ts';
import { Lang } from '../domain/labels.ts';
import { ReferralSubmission } from '../domain/referral/submission.ts';
import { policyOf } from './editions.ts';
import { explainDecision } from './explain-decision.ts';
import { georgia } from './ge/pack.ts';
import { loadPack } from './load.ts';
import { counts, owed } from './report.ts';
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
  const at = values.at ? Temporal.Instant.from(values.at) : Temporal.Now.instant();
  const submission = ReferralSubmission.parse(JSON.parse(readFileSync(file, 'utf8')));
  const edition = policyOf(loaded).at(at, { openCentres: values['open-centre'] });
  const referrer = AgencyId.parse(values.from);
  return explainDecision({ submission, referrer, at, lang: Lang.parse(values.lang) }, edition);
}

const [command, file] = positionals;
const loaded = loadPack(georgia);
const lines = command === 'explain' && file ? explain(loaded, file) : validate(loaded);
console.log(lines.join('\n'));
