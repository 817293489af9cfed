import type { addFacts as contract } from '../../shared/contract/interviews.ts';
import { changeVisit } from '../../shared/domain/interview/change.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Sealed } from '../../shared/domain/sealed.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { type ReadInterview, readInterview } from '../../shared/platform/read-interview.ts';
import { changing } from './changing.ts';
import { checkFacts, factsNow } from './facts-given.ts';
import { shownPlan } from './shown-plan.ts';

type Call = Parameters<UseCase<typeof contract>>[0];

/** Something became known of the visit: it is planned anew, and can only be due sooner. */
export const addFacts =
  (deps: PlanDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang, once } = call;
    const id = path.interviewId;
    const read = await readInterview(deps, { id, by: principal, action: 'interview.plan' });
    const earlier = await deps.journal.earlier(principal, once);
    if (!earlier) await added(deps, read, call);
    const body = await shownPlan(deps, id, { permit: read.permit, lang });
    return { status: 200, body, version: body.version };
  };

async function added(deps: PlanDeps, read: ReadInterview, call: Call): Promise<void> {
  const { body, principal: by, once } = call;
  const at = deps.now();
  const edition = editionAt(deps, at);
  checkFacts(body, at, edition);
  const before = await changing(deps, read, by, body.needs);
  const { planning } = before;
  const visit = factsNow(planning.visit, body, at);
  const sealed = body.needs && (await withNeeds(deps, read.interview, body.needs));
  const decision = changeVisit(
    {
      ...before,
      planning: { ...planning, visit },
      ...(sealed && { also: { sealed } }),
      type: 'interview.planned',
      codes: { facts: Object.keys(body).toSorted().join(' ') },
    },
    edition,
  );
  const made = { interview: read.interview.id };
  await deps.journal.commit(decision, { by, once, made });
}

/** What the child needs is sealed with the visit, beside what was said before. */
async function withNeeds(
  { sealing }: PlanDeps,
  visit: Interview,
  more: readonly string[],
): Promise<Sealed> {
  const { medical } = await sealing.forHub(visit, 'seal-anew');
  const needs = [...new Set([...(medical?.needs ?? []), ...more])];
  return sealing.seal(visit, { medical: { needs } }, visit.version + 1, visit.sealed);
}
