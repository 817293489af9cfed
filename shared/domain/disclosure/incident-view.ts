import type { Incident } from '../incident/incident.ts';
import type { Touched } from '../incident/tally.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';

/** An incident: what is asked, how far it was counted, and what came of it. */
export function incidentView(
  incident: Incident,
  note: string | undefined,
  lang: Lang,
  edition: Edition,
) {
  const { number, version, at, noticedAt, notifyBy, notified, scope, progress, totals } = incident;
  const { done, of, entries } = progress;
  const code = totals ? 'ready' : 'computing';
  const self = `/v1/incidents/${number}`;
  return {
    ...{ number, version, state: { code, label: edition.label('incidentStates', code, lang) } },
    ...{ recordedAt: at, noticedAt, notifyBy, notifiedAt: notified?.at, note, scope },
    progress: { done, of, entries },
    totals,
    links: { self, steps: `${self}/steps`, records: `${self}/records` },
  };
}

export const touchedView = ({ by, groups, ...touched }: Touched) => ({
  ...touched,
  groups: [...groups],
  accounts: by.map(([account, agency, reads]) => ({ account, agency, reads })),
});
