import type { Principal } from '../../shared/domain/access/principal.ts';
import { incidentView } from '../../shared/domain/disclosure/incident-view.ts';
import { Incident } from '../../shared/domain/incident/incident.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';

interface Asked {
  readonly number: number;
  readonly by: Principal;
  readonly action: 'incident.read' | 'incident.report';
  /** The version a change is based on. */
  readonly expected?: number | undefined;
}

/** An incident of the caller's own oversight body. */
export async function readIncident(deps: PrivacyDeps, { number, by, action, expected }: Asked) {
  const of = { kind: 'agency', id: by.agency } as const;
  const permit = may(by, action, { ofAgency: by.agency });
  const incident = await deps.records.part('incident', Incident, of, number);
  if (expected !== undefined && incident.version !== expected) {
    throw new Refusal('changed-meanwhile');
  }
  await deps.access.read({ action, by, subject: of, permit, at: deps.now() });
  return { incident, permit };
}

export async function shownIncident(
  deps: PrivacyDeps,
  { incident, permit }: Awaited<ReturnType<typeof readIncident>>,
  lang: Lang,
) {
  const { outcome } = await deps.sealing.open(incident, permit, ['outcome']);
  return incidentView(incident, outcome?.note, lang, editionNow(deps, deps.now()));
}
