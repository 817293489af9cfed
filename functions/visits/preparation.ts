import { Temporal } from 'temporal-polyfill';
import type {
  prepare as contract,
  preparation as reading,
} from '../../shared/contract/preparation.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { hasPartIn } from '../../shared/domain/disclosure/part-in-visit.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { checklistFor } from '../../shared/domain/visit/checklist.ts';
import {
  prepare as deal,
  lastOn,
  openPoints,
  Preparation,
} from '../../shared/domain/visit/preparation.ts';
import { lastSession, Session } from '../../shared/domain/visit/session.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { labeller, readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** A point of the checklist is done, or somebody says why it is not. */
export const prepare =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.prepare' });
    await takeOnce(deps, { by: principal, once }, async () => {
      const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
      const number = nextNumber(await preparedOf(deps, read));
      const dealing = { code: path.code, ...(await said(deps, read, body, number)) };
      const asked = { visit: read.interview, number, dealing };
      return { decision: deal(asked, stepOf(deps, read, principal), edition) };
    });
    return { status: 201, body: await shown(deps, read, { lang, by: principal }) };
  };

/** What has to be prepared for this child. */
export const preparation =
  (deps: VisitDeps): UseCase<typeof reading> =>
  async ({ path, principal, lang }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    return { status: 200, body: await shown(deps, read, { lang, by: principal }) };
  };

export const preparedOf = (
  { records }: Pick<VisitDeps, 'records'>,
  { interview: { id } }: Pick<ReadInterview, 'interview'>,
): Promise<Preparation[]> => records.parts('preparation', Preparation, { kind: 'interview', id });

async function said(
  { sealing }: VisitDeps,
  { interview: { id, file } }: ReadInterview,
  body: Body,
  number: number,
) {
  const place = { what: 'preparation', of: { kind: 'interview', id }, number, file } as const;
  const { note } = body;
  const sealed = note ? await sealing.seal(place, { outcome: { note } }) : undefined;
  if ('notDone' in body) return { reason: body.notDone, devices: [], sealed };
  return { reason: undefined, devices: body.devices ?? [], sealed };
}

async function shown(
  deps: VisitDeps,
  read: ReadInterview,
  { lang, by }: { readonly lang: Lang; readonly by: Principal },
) {
  const { records, policy, now, sealing } = deps;
  const { interview: visit, permit } = read;
  const of = { kind: 'interview', id: visit.id } as const;
  const edition = policy.at(Temporal.Instant.from(now()));
  const label = labeller(edition, lang);
  const [entries, sessions] = await Promise.all([
    preparedOf(deps, read),
    records.parts('session', Session, of),
  ]);
  const since = lastSession(sessions)?.endedAt ?? '';
  const notes = hasPartIn(read, by.agency) ? (['outcome'] as const) : [];
  const points = checklistFor(visit, edition).map(async ({ code, required, label: words }) => {
    const last = lastOn(code, entries, since);
    const point = { code, label: words[lang], required };
    if (!last) return { ...point, state: 'open' as const };
    const { outcome } = await sealing.open(last, permit, notes);
    return {
      ...point,
      state: last.state,
      reason: last.reason ? label('preparationReasons', last.reason) : undefined,
      devices: last.devices,
      note: outcome?.note,
      at: last.at,
      agency: last.by.agency,
    };
  });
  const open = openPoints(visit, entries, { at: now(), since }, edition);
  return { points: await Promise.all(points), ready: open.length === 0 };
}
