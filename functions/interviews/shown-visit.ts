import { Temporal } from 'temporal-polyfill';
import type { Permit } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { guardedVisitView } from '../../shared/domain/disclosure/guarded-visit-view.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { Further } from '../../shared/domain/interview/further.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { readChild } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';

type Deps = Pick<VaultedStore, 'table' | 'records' | 'sealing' | 'policy' | 'now'>;

interface Reader {
  readonly by: Principal;
  readonly permit: Permit;
  readonly lang: Lang;
}

/** Where a visit stands as far as the one interview is concerned, as it is now. */
export async function shownVisit(deps: Deps, id: InterviewId, { by, permit, lang }: Reader) {
  const visit = await interviews(deps.table).interview(id);
  const { family } = await readChild(deps, visit.case);
  const asked = visit.further && (await askedOf(deps, id, visit.further.number, permit));
  const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
  return guardedVisitView({ visit, family, asked, by, lang }, edition);
}

async function askedOf(
  { records, sealing }: Deps,
  id: InterviewId,
  number: number,
  permit: Permit,
) {
  const part = await records.part('further', Further, { kind: 'interview', id }, number);
  const { outcome } = await sealing.open(part, permit, ['outcome']);
  return { part, necessity: outcome?.note };
}
