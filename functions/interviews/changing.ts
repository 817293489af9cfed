import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Clock } from '../../shared/domain/clock/state.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { VisitFacts } from '../../shared/domain/interview/facts.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Planning } from '../../shared/domain/interview/plan.ts';
import type { StepBy } from '../../shared/domain/visit/step.ts';
import type { PlanDeps } from '../../shared/platform/plan-deps.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { consentsOf, planningOf } from './child-of-visit.ts';

/** A visit with everything that its plan is made of, read to plan it anew. */
export interface Changing {
  readonly visit: Interview;
  readonly planning: Planning;
  readonly clocks: readonly Clock[];
  readonly step: StepBy;
}

/** Reads what a plan is made of as it is now, with these needs and facts said besides. */
export async function changing(
  deps: PlanDeps,
  read: ReadInterview,
  by: Principal,
  needs: readonly string[] = [],
): Promise<Changing> {
  const { records, sealing, now, bytes } = deps;
  const { interview: visit } = read;
  const { medical } = await sealing.forHub(visit, 'plan-visit', ['medical']);
  const said = {
    visit: factsOf(visit),
    choices: visit.choices ?? {},
    legalForm: visit.legalForm,
    order: visit.order,
    openedAt: visit.openedAt,
    tier: visit.tier,
    needs: [...(medical?.needs ?? []), ...needs],
  };
  const [planning, clocks] = await Promise.all([
    planningOf(deps, { child: read, consents: await consentsOf(deps, visit), said }),
    records.clocksOf({ kind: 'interview', id: visit.id }),
  ]);
  const step = {
    by: { sub: by.sub, agency: by.agency },
    at: now(),
    event: newEventId(bytes),
    lead: planning.lead,
  };
  return { visit, planning: again(visit, planning), clocks, step };
}

/** The order for an examination of the interview before is no order for another one. */
function factsOf({ facts = {}, place, openedAt }: Interview): VisitFacts {
  const { forensicOrder, ...rest } = facts;
  const stands = forensicOrder && (place === 1 || forensicOrder.at >= openedAt);
  return stands ? facts : rest;
}

/** The time of a further interview counts from when it was asked for. */
const again = ({ place, openedAt }: Interview, planning: Planning): Planning =>
  place === 1
    ? planning
    : {
        ...planning,
        child: { ...planning.child, firstReportAt: openedAt, countsFrom: 'opening' },
      };
