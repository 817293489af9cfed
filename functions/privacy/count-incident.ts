import type { countIncident as contract } from '../../shared/contract/incidents.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { type Incident, saidOfIncident } from '../../shared/domain/incident/incident.ts';
import { isInScope, Tally, totalsOf } from '../../shared/domain/incident/tally.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { stretchesOf } from '../../shared/store/incidents.ts';
import type { Key } from '../../shared/store/write.ts';
import type { PrivacyDeps } from './deps.ts';
import { readIncident, shownIncident } from './incident.ts';

/** Pages of the journal in one step, each up to 1 MB: some 60 000 entries are found in memory. */
const PAGES_A_STEP = 30;
/** A step begins no page after so long: whoever asked waits half a minute for an answer, no longer. */
const STEP_MS = 8000;

/**
 * Goes on counting where the last step ended. What a step found is kept before the step is, so one
 * that was broken off is done again and nothing is counted twice.
 */
export const countIncident =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ path, principal: by, lang, expected }) => {
    const asked = { number: path.number, by, action: 'incident.report', expected } as const;
    const read = await readIncident(deps, asked);
    if (!read.incident.totals) await step(deps, read.incident, by);
    const { incident } = await readIncident(deps, { ...asked, expected: undefined });
    const body = await shownIncident(deps, { ...read, incident }, lang);
    return { status: 200, body, version: incident.version };
  };

async function step(deps: PrivacyDeps, incident: Incident, by: Principal): Promise<void> {
  const { done, of } = incident.progress;
  const after = done < of ? await looked(deps, incident) : await summed(deps, incident);
  const next: Incident = { ...incident, ...after, version: incident.version + 1 };
  const said = { ...next, id: newEventId(deps.bytes), by, at: deps.now() };
  const events = next.totals ? [saidOfIncident('incident.computed', said)] : [];
  await deps.journal.commit({ kept: [next], events }, { by });
}

/** Some pages more of the journal. */
async function looked({ incidents, elapsed }: PrivacyDeps, incident: Incident) {
  const { scope, progress } = incident;
  const begun = elapsed();
  const stretches = stretchesOf(scope);
  const tally = new Tally();
  let { done, entries, lists, from } = progress;
  for (let page = 0; page < PAGES_A_STEP; page += 1) {
    const stretch = stretches[done];
    if (!stretch || elapsed() - begun > STEP_MS) break;
    const found = await incidents.page(stretch, scope, from as Key | undefined);
    const own = found.entries.filter((entry) => isInScope(entry, scope));
    for (const entry of own) tally.look(entry);
    entries += own.length;
    lists += own.filter(({ record }) => record === undefined).length;
    from = found.last && { ...found.last };
    if (!from) done += 1;
  }
  const steps = progress.steps + 1;
  await incidents.keepStep(incident, steps, tally.lines());
  return { progress: { steps, done, of: progress.of, entries, lists, from } };
}

/** The last step: all that was found as one, with whose children they are now and who leads. */
async function summed({ incidents }: PrivacyDeps, incident: Incident) {
  const tally = new Tally();
  for (const line of await incidents.steps(incident)) tally.count(line);
  const lines = tally.lines();
  const childOf = await incidents.childrenOf(lines.map(({ child }) => child));
  await incidents.keepRecords(incident, lines);
  const { entries, lists } = incident.progress;
  return { totals: totalsOf(lines, childOf, { entries, lists }) };
}
