import type { listVisits as contract } from '../../shared/contract/visit-list.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { visitLineView } from '../../shared/domain/disclosure/visit-line-view.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { isActive } from '../../shared/domain/interview/active.ts';
import { access as engine, may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { interviewFacts } from '../../shared/platform/read-interview.ts';
import { visitLists } from '../../shared/store/visit-lists.ts';

/** The visits the caller's agency has a part in, nearest deadline first. */
export const listVisits =
  (deps: PlanDeps): UseCase<typeof contract> =>
  async ({ query, principal, lang }) => {
    const { table, cursors, access, now } = deps;
    may(principal, 'task.list');
    const at = now();
    const { ids, next } = await visitLists(table, cursors).page({ by: principal, ...query });
    const all = await Promise.all(ids.map((id) => seenOf(deps, id, principal, at)));
    const seen = all
      .filter((one) => one !== undefined)
      .filter(({ visit }) => isActive(visit) === (query.status === 'open'));
    await access.page({ by: principal, list: 'interviews', lines: seen.length, at });
    const edition = editionAt(deps, at);
    const items = seen
      .map((one) => visitLineView({ ...one, agency: principal.agency }, lang, edition))
      .toSorted((a, b) => a.deadline.dueAt.localeCompare(b.deadline.dueAt));
    const { status, limit } = query;
    const more = next && `/v1/interviews?status=${status}&limit=${limit}&cursor=${next}`;
    return { status: 200, body: { items, next: more } };
  };

/** Read anew for each line: a list stands as it was written, who may see a visit changes. */
async function seenOf(deps: PlanDeps, id: InterviewId, by: Principal, at: string) {
  const { interview: visit, subject } = await interviewFacts(deps, id, by);
  const mayDo = (action: 'interview.read' | 'case.read') =>
    engine.judge(by, action, { ...subject, at }).allowed;
  if (!mayDo('interview.read')) return undefined;
  const bookings = await deps.interviews.bookingsOf(id);
  return { visit, bookings, ofCase: mayDo('case.read') ? visit.case : undefined };
}
