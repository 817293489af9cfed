import { Temporal } from 'temporal-polyfill';
import type { childOfVisit as contract } from '../../shared/contract/preparation.ts';
import { hasPartIn } from '../../shared/domain/disclosure/part-in-visit.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { conflictNames } from './conflict-names.ts';
import { labeller, readVisit, type VisitDeps } from './visit.ts';

/** What the interviewer always knows: the child, its needs, its health, and whom to check for conflicts. */
export const childOfVisit =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { sealing, policy, now } = deps;
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    const label = labeller(policy.at(Temporal.Instant.from(now())), lang);
    const [details, names] = await Promise.all([
      sealing.open(read.referral, read.permit),
      hasPartIn(read, principal.agency) || read.permit.groups.includes('concern')
        ? conflictNames(deps, read)
        : [],
    ]);
    const { needs, language } = read.interview;
    return {
      status: 200,
      body: {
        details,
        needs: needs.map((code) => label('visitNeeds', code)),
        language,
        conflictNames: names,
        shownBy: read.permit.rule,
      },
    };
  };
