import type { Case } from '../../shared/domain/case/case.ts';
import { REPRESENTATIVE_WORK } from '../../shared/domain/family/representatives.ts';
import type { AgencyId, CaseId } from '../../shared/domain/ids.ts';
import {
  type Accused,
  childFacts,
  type Report,
} from '../../shared/domain/interview/child-facts.ts';
import { Consent } from '../../shared/domain/interview/ground.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Planning } from '../../shared/domain/interview/plan.ts';
import { Addition } from '../../shared/domain/referral/addition-submission.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import { hasEnded, isTakenOn, type Task } from '../../shared/domain/task/task.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import type { ReadChild } from '../../shared/platform/read-interview.ts';
import {
  type Family,
  familyOf,
  householdOf,
  uncorrected,
} from '../../shared/store/family-facts.ts';

type Deps = Pick<PlanDeps, 'records' | 'sealing' | 'policy' | 'openCentres' | 'now'>;
type Said = Pick<Planning, 'visit' | 'choices' | 'legalForm' | 'order' | 'openedAt' | 'tier'> & {
  /** Needs said with the visit, beside those of the reports. */
  readonly needs: readonly string[];
};

const GROUPS = ['identity', 'concern', 'medical'] as const;

/**
 * Everything a plan is made of, from all cases of the child. Sealed details are opened for the
 * decision alone: of them only codes and instants go into the plan.
 */
export async function planningOf(
  deps: Deps,
  { child, consents, said }: { child: ReadChild; consents: readonly Consent[]; said: Said },
): Promise<Planning> {
  const { needs, ...visit } = said;
  const at = deps.now();
  const families = await Promise.all(child.family.map((one) => familyOf(deps, one)));
  const family = merged(families);
  const reports = await reportsOf(deps, family);
  const zone = editionAt(deps, at).calendar.zone;
  const facts = childFacts({ reports, accused: accusedOf(family), at, zone });
  const root = child.family[0] ?? child.case;
  return {
    ...visit,
    municipality: root.municipality,
    lead: root.lead,
    excluded: excludedOf(child),
    child: { ...facts, needs: [...new Set([...facts.needs, ...needs])] },
    household: householdOf(family),
    consents,
    appoints: appointing(child.tasks),
    at,
  };
}

/** The consents and refusals of a visit, in the order they came. */
export const consentsOf = (
  { records }: Pick<Deps, 'records'>,
  { id }: Pick<Interview, 'id'>,
): Promise<Consent[]> => records.parts('consent', Consent, { kind: 'interview', id });

/** Cases of children who must never be at the centre at the same time: of one said to have harmed the other. */
export async function apartFrom({ records }: Pick<Deps, 'records'>, family: readonly Case[]) {
  const ids = (await Promise.all(family.map(({ id }) => records.referralsOf(id)))).flat();
  const own = await Promise.all(ids.map((id) => records.referral(id)));
  const routings = (await Promise.all(ids.map((id) => records.routings(id)))).flat();
  const others = [
    ...routings.flatMap(({ became }) => became ?? []),
    ...own.flatMap(({ origin }) => origin ?? []),
  ];
  const read = await Promise.all([...new Set(others)].map((id) => records.referral(id)));
  const cases = read.filter(oneHarmedTheOther(own)).flatMap(caseOf);
  return [...new Set(cases)].filter((id) => !family.some((one) => one.id === id));
}

const oneHarmedTheOther = (own: readonly Referral[]) => (other: Referral) =>
  other.kind === 'child-in-need' || own.some(({ kind }) => kind === 'child-in-need');

const caseOf = (referral: Referral): CaseId[] =>
  referral.status === 'submitted' || !referral.case ? [] : [referral.case];

const excludedOf = ({ subject }: ReadChild): AgencyId[] => [...new Set(subject.excluded ?? [])];

/** Who has taken on, or done, the work of appointing somebody. */
const appointing = (tasks: readonly Task[]): AgencyId | undefined =>
  tasks.findLast(
    (task) =>
      task.kind === REPRESENTATIVE_WORK &&
      isTakenOn(task) &&
      (!hasEnded(task) || task.status === 'completed'),
  )?.agency;

const merged = (families: readonly Family[]): Family => ({
  reports: families.flatMap(({ reports }) => reports),
  named: families.flatMap(({ named }) => named),
  speakers: families.flatMap(({ speakers }) => speakers),
  contacts: families.flatMap(({ contacts }) => contacts),
  conflicts: families.flatMap(({ conflicts }) => conflicts),
});

async function reportsOf({ records, sealing }: Deps, { reports }: Family): Promise<Report[]> {
  const each = reports.map(async ({ referral }): Promise<Report[]> => {
    const of = { kind: 'referral' as const, id: referral.id };
    const additions = await records.parts('addition', Addition, of);
    return Promise.all([
      stated(sealing, referral, referral.submittedAt),
      ...additions.map((one) => stated(sealing, one, one.at)),
    ]);
  });
  return (await Promise.all(each)).flat();
}

const stated = async (
  sealing: Deps['sealing'],
  record: Parameters<Deps['sealing']['forHub']>[0],
  at: string,
): Promise<Report> => ({ at, stated: await sealing.forHub(record, 'plan-visit', GROUPS) });

/** A correction counts in the place of what it corrects, from when that was first said. */
function accusedOf({ reports, named }: Family): Accused[] {
  const submittedAt = (id: Referral['id']) =>
    reports.find(({ referral }) => referral.id === id)?.referral.submittedAt;
  return [
    ...reports.flatMap((report) => [
      ...uncorrected(report, named).map(({ livesWithChild }) => ({
        livesWithChild,
        saidAt: report.referral.submittedAt,
      })),
      ...report.added.map(({ said, at }) => ({ livesWithChild: said.livesWithChild, saidAt: at })),
    ]),
    ...named.map(({ livesWithChild, at, corrects }) => ({
      livesWithChild,
      saidAt: (corrects && submittedAt(corrects.referral)) ?? at,
    })),
  ];
}
