import type { notifyIncident as contract } from '../../shared/contract/incidents.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { type Incident, saidOfIncident } from '../../shared/domain/incident/incident.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { PrivacyDeps } from './deps.ts';
import { readIncident, shownIncident } from './incident.ts';

/** The supervisory authority was told: the incident leaves the list in which its time runs. */
export const notifyIncident =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ path, principal: by, lang, expected }) => {
    const action = 'incident.report';
    const read = await readIncident(deps, { ...path, by, action, expected });
    if (read.incident.notified) throw new Refusal('already-decided');
    const at = deps.now();
    const { watched: _, deadline: __, next: ___, ...rest } = read.incident;
    const incident: Incident = {
      ...rest,
      version: rest.version + 1,
      notified: { at, sub: by.sub },
    };
    const event = saidOfIncident('incident.notified', {
      ...{ ...incident, id: newEventId(deps.bytes), by, at },
    });
    await deps.journal.commit({ kept: [incident], events: [event] }, { by });
    const body = await shownIncident(deps, { ...read, incident }, lang);
    return { status: 200, body, version: incident.version };
  };
