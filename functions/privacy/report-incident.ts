import type { reportIncident as contract } from '../../shared/contract/incidents.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId, newFileId } from '../../shared/domain/ids.ts';
import {
  checkWindow,
  Incident,
  notifyBy,
  saidOfIncident,
  WATCHED_INCIDENTS,
} from '../../shared/domain/incident/incident.ts';
import { firstReminder } from '../../shared/domain/incident/remind.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { stretchesOf } from '../../shared/store/incidents.ts';
import type { Once } from '../../shared/store/journal.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';
import { readIncident, shownIncident } from './incident.ts';

type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** An incident is recorded, and its time runs; what it touched is counted in the steps after. */
export const reportIncident =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ body, principal: by, lang, once }) => {
    const permit = may(by, 'incident.report', { ofAgency: by.agency });
    const made = await reported(deps, body, by, once);
    const action = 'incident.report';
    const { incident } = await readIncident(deps, { number: Number(made.number), by, action });
    const shown = await shownIncident(deps, { incident, permit }, lang);
    return { status: 201, body: shown, location: shown.links.self };
  };

async function reported(deps: PrivacyDeps, body: Body, by: Principal, once: Once | undefined) {
  const { records, journal, sealing, now, bytes } = deps;
  const at = now();
  const { note, noticedAt = at, ...scope } = body;
  checkWindow(scope, noticedAt, at);
  const of = { kind: 'agency', id: by.agency } as const;
  const number = nextNumber(await records.parts('incident', Incident, of));
  const place = { what: 'incident', of, number, file: newFileId(bytes) } as const;
  const terms = editionNow(deps, at).access;
  const deadline = notifyBy(noticedAt, terms);
  const incident: Incident = {
    ...{ ...place, version: 1, at, by: { sub: by.sub, agency: by.agency }, scope, noticedAt },
    ...{ notifyBy: deadline, deadline, watched: WATCHED_INCIDENTS },
    next: firstReminder(deadline, terms),
    progress: { steps: 0, done: 0, of: stretchesOf(scope).length, entries: 0, lists: 0 },
    sealed: await sealing.seal(place, { outcome: { note } }),
  };
  const event = saidOfIncident('incident.reported', { ...incident, id: newEventId(bytes), by, at });
  const made = { number: String(number) };
  return (await journal.commit({ kept: [incident], events: [event] }, { by, once, made })) ?? made;
}
