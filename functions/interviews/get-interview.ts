import type { getInterview as contract } from '../../shared/contract/interviews.ts';
import { timesToldShown } from '../../shared/domain/disclosure/guarded-visit-view.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { PlanDeps } from '../../shared/platform/plan-deps.ts';
import { readInterview } from '../../shared/platform/read-interview.ts';
import { shownPlan } from './shown-plan.ts';

/** The plan of a visit in words, with its reasons. */
export const getInterview =
  (deps: PlanDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.interviewId;
    const read = await readInterview(deps, { id, by: principal, action: 'interview.read' });
    const plan = await shownPlan(deps, id, { permit: read.permit, lang });
    const timesToldCount = timesToldShown(read.interview, read.family, principal);
    const body = { ...plan, ...(timesToldCount !== undefined && { timesToldCount }) };
    return { status: 200, body, version: body.version };
  };
