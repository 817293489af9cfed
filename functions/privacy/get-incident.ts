import type { getIncident as contract, incidentRecords } from '../../shared/contract/incidents.ts';
import { touchedView } from '../../shared/domain/disclosure/incident-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { PrivacyDeps } from './deps.ts';
import { readIncident, shownIncident } from './incident.ts';

/** An incident, with what it touched as far as that is counted. */
export const getIncident =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ path, principal: by, lang }) => {
    const read = await readIncident(deps, { ...path, by, action: 'incident.read' });
    const body = await shownIncident(deps, read, lang);
    return { status: 200, body, version: read.incident.version };
  };

/** Record by record; nothing before all is counted. */
export const listIncidentRecords =
  (deps: PrivacyDeps): UseCase<typeof incidentRecords> =>
  async ({ path, query, principal: by }) => {
    const { incident } = await readIncident(deps, { ...path, by, action: 'incident.read' });
    const { lines, more } = await deps.incidents.records(incident, query.slice);
    const next = more ? `/v1/incidents/${path.number}/records?slice=${query.slice + 1}` : undefined;
    return { status: 200, body: { items: lines.map(touchedView), next } };
  };
