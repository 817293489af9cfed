import type { listInterviews as contract } from '../../shared/contract/interviews.ts';
import { interviewSubject } from '../../shared/domain/access/subject.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { readChild } from '../../shared/platform/read-interview.ts';

/** The visits of a child, of all its cases, that the caller may see. */
export const listInterviews =
  (deps: PlanDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { interviews, access, now } = deps;
    const child = await readChild(deps, path.caseId);
    const all = await Promise.all(child.family.map(({ id }) => interviews.ofCase(id)));
    const action = 'interview.read' as const;
    const seen = all.flat().flatMap((visit) => {
      const subject = interviewSubject(visit, child.subject);
      const permit = allowed(() => may(principal, action, subject));
      return permit ? [{ visit, permit }] : [];
    });
    const permit = seen[0]?.permit ?? may(principal, action, child.subject);
    const at = now();
    const subject = { kind: 'case', id: path.caseId } as const;
    await access.read({ action, by: principal, subject, permit, at });
    const edition = editionAt(deps, at);
    const items = seen
      .map(({ visit }) => visit)
      .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
      .map(({ id, status, openedAt, episode, place, tier, site }) => ({
        ...{ id, openedAt, episode, place },
        status: { code: status, label: edition.label('interviewStatuses', status, lang) },
        tier: tier.tier,
        dueAt: tier.dueAt,
        site: site.agency,
        links: { self: `/v1/interviews/${id}` },
      }));
    return { status: 200, body: { items } };
  };

/** Of each visit it is asked anew; where nothing allows it, the line is left out. */
function allowed<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not-found') return undefined;
    throw error;
  }
}
