import type { Action } from '../../shared/domain/access/actions.ts';
import type { Granted } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { leadOfGlass, subjectOf } from '../../shared/domain/break-glass/open.ts';
import { subjectAccessView } from '../../shared/domain/disclosure/subject-access-view.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { SubjectAccess } from '../../shared/domain/subject-access/request.ts';
import { may } from '../../shared/platform/access/may.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';
import { type ReadGlass, readGlass } from './glass.ts';
import type { Place } from './ticket.ts';

export interface ReadRequest extends ReadGlass {
  readonly request: SubjectAccess;
  readonly permit: Granted;
  readonly lead: AgencyId;
}

/** Nobody decides with a lead that there is not yet. */
export function leadThere({ glass }: ReadGlass): AgencyId {
  const lead = leadOfGlass(glass);
  if (!lead) throw new Refusal('not-routed-yet');
  return lead;
}

export async function readRequest(
  deps: PrivacyDeps,
  { place, by, action }: { place: Place; by: Principal; action: Action },
): Promise<ReadRequest> {
  const at = deps.now();
  const read = await readGlass(deps, place.record, by);
  const permit = may(by, action, { ...read.subject, at });
  const of = subjectOf(read.glass.record);
  const request = await deps.records.part('subject-access', SubjectAccess, of, place.number);
  await deps.access.read({ action, by, subject: of, permit, at });
  return { ...read, request, permit, lead: leadThere(read) };
}

export async function shownRequest(
  deps: PrivacyDeps,
  { request, permit }: Pick<ReadRequest, 'request' | 'permit'>,
  lang: Lang,
) {
  const { outcome } = await deps.sealing.open(request, permit, ['outcome']);
  return subjectAccessView(request, outcome, lang, editionNow(deps, deps.now()));
}
