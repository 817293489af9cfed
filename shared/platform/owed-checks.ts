import type { Lang } from '../domain/labels.ts';
import { georgia } from '../policy/ge/pack.ts';
import { owedIn } from '../policy/owed.ts';
import inGeorgian from '../policy/owed-checks.ka.json' with { type: 'json' };

/** The pack has each check in English; a check without its Georgian fails a test. */
const GEORGIAN: Readonly<Record<string, string>> = inGeorgian;

/** Between the part of the pack and the place in it. */
const STEP = ' › ';

/** Every legal check that the pack this hub runs with still owes, with the edition it stands in. */
export function owedChecks(lang: Lang) {
  const { edition, effectiveFrom } = georgia.pack;
  const items = owedIn(georgia).map(({ at, check, source }) => {
    const [file = '', ...place] = at.split(STEP);
    const said = lang === 'ka' ? (GEORGIAN[check] ?? check) : check;
    return { file, item: place.join(STEP), check: said, ...(source && { source }) };
  });
  return { edition, since: effectiveFrom, items };
}
