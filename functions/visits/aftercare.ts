import { Temporal } from 'temporal-polyfill';
import type { aftercare as reading } from '../../shared/contract/aftercare.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { clockNameOf } from '../../shared/domain/clock/definition.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Aftercare } from '../../shared/domain/visit/aftercare.ts';
import { openBeforeLeaving } from '../../shared/domain/visit/departure.ts';
import { lastSession } from '../../shared/domain/visit/session.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { safetyOf } from '../../shared/store/case-standing.ts';
import { sessionsOf } from './sessions.ts';
import { labelIn, labeller, readVisit, type VisitDeps } from './visit.ts';

export const careOf = (
  { records }: Pick<VisitDeps, 'records'>,
  id: InterviewId,
): Promise<Aftercare[]> => records.parts('aftercare', Aftercare, { kind: 'interview', id });

/** Care after the interview: what was done, and what is owed by when. */
export const aftercare =
  (deps: VisitDeps): UseCase<typeof reading> =>
  async ({ path: { interviewId: id }, principal, lang }) => ({
    status: 200,
    body: await shownCare(deps, id, principal, lang),
  });

/** What lies with health is for those whose work needs it; that somebody is in touch is for all. */
const isHealth = (code: string, { visit: { after } }: Edition): boolean =>
  after.care.some(({ item }) => item === code);

/** Of which care a clock speaks: its number stands before that of the sitting. */
function careItem(clock: string, edition: Edition, lang: Lang) {
  const number = Number(/-(\d+)-\d+$/.exec(clock)?.[1]);
  const care = edition.visit.after.care.find((one) => one.number === number);
  return care ? { item: labelIn(edition.interview.after, care.item, lang) } : {};
}

export async function shownCare(deps: VisitDeps, id: InterviewId, by: Principal, lang: Lang) {
  const read = await readVisit(deps, { id, by, action: 'visit.read' });
  const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
  const [entries, clocks, open] = await Promise.all([
    careOf(deps, id),
    deps.records.clocksOf({ kind: 'interview', id }),
    stillOpen(deps, read, edition),
  ]);
  const healthOpen = read.permit.groups.includes('medical');
  const sealed = read.permit.withheld.medical !== undefined;
  const shown = entries.filter(({ code }) => healthOpen || !isHealth(code, edition));
  const label = labeller(edition, lang);
  const { after } = edition.interview;
  const owed = clocks
    .filter(({ name, endedAt }) => !endedAt && /^(contact|care)-/.test(name))
    // What is owed to the child is owed under a seal as before.
    .filter(({ name }) => healthOpen || sealed || !name.startsWith('care-'))
    .map(({ name, holder, dueAt }) => ({
      clock: label('clocks', clockNameOf(name)),
      ...careItem(name, edition, lang),
      holder,
      dueAt,
    }))
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  return {
    items: await Promise.all(shown.map((entry) => careEntry(deps, entry, read, { lang, edition }))),
    openBeforeLeaving: open.map((code) => labelIn(after, code, lang)),
    owed,
    leftAt: 'leftAt' in read.interview ? read.interview.leftAt : undefined,
  };
}

async function stillOpen(
  deps: VisitDeps,
  { interview: visit, case: opened }: ReadInterview,
  edition: Edition,
): Promise<string[]> {
  if (visit.status !== 'under-way') return [];
  const session = lastSession(await sessionsOf(deps, visit.id));
  if (!session) return [];
  const [entries, decisions] = await Promise.all([
    careOf(deps, visit.id),
    safetyOf(deps.records, opened.id),
  ]);
  return openBeforeLeaving({ entries, decisions }, session, deps.now(), edition);
}

async function careEntry(
  { sealing }: VisitDeps,
  entry: Aftercare,
  { permit }: ReadInterview,
  { lang, edition }: { readonly lang: Lang; readonly edition: Edition },
) {
  const label = labeller(edition, lang);
  const health = permit.groups.includes('medical');
  const { outcome } = await sealing.open(entry, permit, ['outcome']);
  const { number, at, by, state, reason, result, followUp, tasks } = entry;
  const reasons = entry.by.agency && edition.has('careReasons', reason ?? '');
  return {
    ...{ number, at, agency: by.agency, followUp },
    item: labelIn(edition.interview.after, entry.code, lang),
    state: label('careStates', state),
    reason: reason ? label(reasons ? 'careReasons' : 'leavingReasons', reason) : undefined,
    person: outcome?.actingPerson,
    ...(health && {
      result: result ? label('selfHarmResults', result) : undefined,
      note: outcome?.note,
      tasks,
    }),
  };
}
