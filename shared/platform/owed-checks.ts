import { georgia } from '../policy/ge/pack.ts';
import { owedIn } from '../policy/owed.ts';

/** Between the part of the pack and the place in it. */
const STEP = ' › ';

/** Every legal check that the pack this hub runs with still owes, with the edition it stands in. */
export function owedChecks() {
  const { edition, effectiveFrom } = georgia.pack;
  const items = owedIn(georgia).map(({ at, check, source }) => {
    const [file = '', ...place] = at.split(STEP);
    return { file, item: place.join(STEP), check, ...(source && { source }) };
  });
  return { edition, since: effectiveFrom, items };
}
