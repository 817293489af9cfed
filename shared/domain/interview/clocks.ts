import { Temporal } from 'temporal-polyfill';
import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { Urgency } from '../task/statuses.ts';
import type { Interview } from './interview.ts';

type Visit = Pick<
  Interview,
  'id' | 'case' | 'referral' | 'file' | 'tier' | 'medical' | 'roles' | 'openedAt'
>;

/** The strictest tier is called like urgent work, the next like work of high urgency. */
const URGENCIES: readonly Urgency[] = ['urgent', 'high'];
const urgencyOf = ({ tier }: Visit['tier']): Urgency => URGENCIES[tier] ?? 'routine';

/** The lead answers for the interview being held in time. */
function heldClock(visit: Visit, lead: AgencyId, edition: Edition): Clock {
  const { tier } = visit;
  return startClock(
    {
      name: 'interview-held',
      ...commonOf(visit),
      holder: lead,
      startedAt: tier.startedAt,
      notAfter: [{ at: Temporal.Instant.from(tier.dueAt), because: 'interview-tier' }],
    },
    edition,
  );
}

/** While traces can be taken: the investigator must order the examination, then the doctor do it. */
function examinationClock(visit: Visit, lead: AgencyId, edition: Edition): Clock | undefined {
  const { medical, roles, openedAt } = visit;
  if (!medical.by) return undefined;
  const answers = medical.ordered ? 'forensic-doctor' : 'investigator';
  const agency = roles.find(({ role }) => role === answers)?.agency;
  const bureau = edition.agencies.find(({ kind }) => kind === 'forensic-bureau')?.id;
  return startClock(
    {
      name: 'examination-held',
      ...commonOf(visit),
      holder: agency ?? (medical.ordered ? bureau : undefined) ?? lead,
      startedAt: openedAt,
      notAfter: [{ at: Temporal.Instant.from(medical.by), because: 'traces-fade' }],
    },
    edition,
  );
}

const commonOf = (visit: Visit) => ({
  subject: { kind: 'interview' as const, id: visit.id },
  file: visit.file,
  referral: visit.referral,
  case: visit.case,
  urgency: urgencyOf(visit.tier),
});

/**
 * The clocks of a visit as they have to stand now, beside those that stand: new ones, sooner ones in
 * place of later ones, and the end of those that are no longer needed. None is ever put off.
 */
export function visitClocks(
  visit: Visit,
  lead: AgencyId,
  standing: readonly Clock[],
  at: string,
  edition: Edition,
): Clock[] {
  const named = (name: string) => standing.find((clock) => clock.name === name);
  return [
    ...settled(named('interview-held'), heldClock(visit, lead, edition), at),
    ...settled(named('examination-held'), examinationClock(visit, lead, edition), at),
  ];
}

function settled(before: Clock | undefined, wanted: Clock | undefined, at: string): Clock[] {
  if (!before) return wanted ? [wanted] : [];
  if (before.endedAt) return [];
  if (!wanted) return [endClock(before, at)];
  const version = before.version + 1;
  if (wanted.dueAt < before.dueAt) return [{ ...wanted, version }];
  return wanted.holder === before.holder ? [] : [{ ...before, holder: wanted.holder, version }];
}
