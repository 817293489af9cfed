import { Temporal } from 'temporal-polyfill';
import type {
  permitTopics as contract,
  visibility as reading,
} from '../../shared/contract/preparation.ts';
import type { Subject } from '../../shared/domain/journal/event.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { permitTopics as permit, Visibility } from '../../shared/domain/visit/firewall.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { accessReads } from '../../shared/store/access-reads.ts';
import { labelIn, readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

/** At planning the lead says what more the interviewer may know beforehand. */
export const permitTopics =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.plan' });
    if (read.case.lead !== principal.agency) throw new Refusal('not-your-role');
    await takeOnce(deps, { by: principal, once }, async () => {
      const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
      const number = nextNumber(await changesOf(deps, read));
      const asked = { visit: read.interview, number, permits: body.permits };
      return { decision: permit(asked, stepOf(deps, read, principal), edition) };
    });
    return { status: 201, body: await shown(deps, read, lang) };
  };

/** What the interviewer's side could see and when, and what of it was read. */
export const visibility =
  (deps: VisitDeps): UseCase<typeof reading> =>
  async ({ path, principal, lang }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    return { status: 200, body: await shown(deps, read, lang) };
  };

const changesOf = ({ records }: VisitDeps, { interview: { id } }: ReadInterview) =>
  records.parts('visibility', Visibility, { kind: 'interview', id });

/** The groups that are never held back: who the child is, and what health needs. */
const ALWAYS = ['identity', 'medical'];

async function shown(deps: VisitDeps, read: ReadInterview, lang: Lang) {
  const { interview, case: opened, family, tasks } = read;
  const { permits } = deps.policy.at(Temporal.Instant.from(deps.now())).visit.firewall;
  const subjects: Subject[] = [
    { kind: 'interview', id: interview.id },
    ...family.flatMap((one): Subject[] => [
      { kind: 'case', id: one.id },
      { kind: 'referral', id: one.referral },
    ]),
    ...tasks.map((task): Subject => ({ kind: 'task', id: task.id })),
  ];
  const [changes, reads] = await Promise.all([
    changesOf(deps, read),
    accessReads(deps.table, subjects, interview.site.agency),
  ]);
  const first = {
    at: interview.openedAt,
    because: 'opened' as const,
    agency: opened.lead,
    permits: [],
    groups: ALWAYS,
  };
  const further = changes.map(({ at, because, by, permits: codes, groups }) => ({
    at,
    because,
    agency: by.agency,
    permits: codes.map((code) => labelIn(permits, code, lang)),
    groups: [...ALWAYS, ...groups],
  }));
  return { changes: [first, ...further], reads };
}
