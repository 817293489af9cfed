import type { Case } from '../case/case.ts';
import { type Clock, endClock } from '../clock/state.ts';
import { type IdentityGap, WATCHED_IDENTITIES } from '../family/parts.ts';
import type { AgencyId, CaseId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { anonymousException } from '../referral/exception.ts';
import { lookAgain } from '../referral/look-again.ts';
import { hearersOf, type Referral, type RoutedReferral, shownPlace } from '../referral/referral.ts';
import type { Assignment } from './decide.ts';
import {
  explained,
  type PlannedWork,
  type Planning,
  plannedWork,
  type RoutingIds,
  requested,
} from './planned-work.ts';
import type { RoutingFacts } from './rule.ts';

interface Plan {
  readonly referral: Referral;
  /** The referral's own clock that waits for this routing. */
  readonly waiting: Clock | undefined;
  readonly assignments: readonly Assignment[];
  readonly facts: Pick<RoutingFacts, 'level' | 'childNowUntil' | 'consent'>;
  /** How many the child has told already, as the referrer states it. */
  readonly toldBefore?: number;
  /** How many other children the reports name: each is seen to by a message of its own. */
  readonly children?: number;
  readonly at: string;
  readonly ids: RoutingIds;
}

/** Everything a routing decision brings into being, in one decision. */
export function planRouting(plan: Plan, edition: Edition): Decision {
  const { referral, facts, at, ids } = plan;
  const opened = opensCase(plan) ? ids.case() : undefined;
  const assignments = plan.assignments.filter(({ each }) => !each);
  const lead = assignments.find(({ role }) => role === 'lead');
  if (!lead) throw new Error('a routing without a lead');
  const planning: Planning = {
    ...{ referral, opened, at, ids },
    municipality: shownPlace(referral),
    reportedAt: referral.submittedAt,
    childNowUntil: facts.childNowUntil,
  };
  const works = assignments.map((assignment) => plannedWork(assignment, planning, edition));
  const routed = routedReferral(referral, lead.agency, opened, at);
  const kept = [
    routed,
    ...(opened ? [newCase(opened, routed, plan)] : []),
    ...works.flatMap(({ task, clocks }) => [task, ...clocks]),
    ...(plan.waiting ? [endClock(plan.waiting, at)] : []),
    ...answersOwed(plan, routed, edition),
    ...identityGap(routed, at),
    routingRecord(plan, works, edition),
  ];
  return { kept, events: events(plan, routed, works, edition) };
}

/** Why no answer is owed, and when a family that refused is looked at again. */
function answersOwed({ facts, at }: Plan, routed: RoutedReferral, edition: Edition) {
  const exception = anonymousException(routed, at, edition);
  const again = lookAgain(routed, { consent: facts.consent }, { clocks: [], at }, edition);
  return [...(exception ? [exception] : []), ...(again ? [again] : [])];
}

/** Whoever is named without a personal number can be compared with nobody: the oversight body sees that. */
function identityGap(
  { case: opened, file, named = [] }: RoutedReferral,
  at: string,
): IdentityGap[] {
  if (!opened || named.every(({ hash }) => hash !== undefined)) return [];
  return [
    {
      ...{ what: 'identity-gap', of: { kind: 'case', id: opened }, number: 1, version: 1, file },
      ...{ at, by: { sub: 'routing' }, code: 'person-without-number', watched: WATCHED_IDENTITIES },
    },
  ];
}

/** A violence referral has its case; so has an early identification that turns out to be one. */
const opensCase = ({ referral, facts }: Plan): boolean =>
  referral.kind === 'violence' || facts.level === 4;

const routedReferral = (
  { ...referral }: Referral,
  lead: AgencyId,
  opened: CaseId | undefined,
  at: string,
): RoutedReferral => ({
  ...referral,
  status: 'routed',
  version: referral.version + 1,
  lead,
  case: opened,
  routedAt: at,
});

const newCase = (id: CaseId, routed: RoutedReferral, { at, toldBefore }: Plan): Case => ({
  what: 'case',
  id,
  file: routed.file,
  version: 1,
  status: 'open',
  referral: routed.id,
  municipality: shownPlace(routed),
  lead: routed.lead,
  openedAt: at,
  ...(routed.excluded && { excluded: routed.excluded }),
  ...(routed.conflicted && { conflicted: routed.conflicted }),
  ...(routed.addressProtected && { addressProtected: routed.addressProtected }),
  ...(toldBefore && { toldBefore }),
});

const routingRecord = (
  { referral, facts, at, children = 0 }: Plan,
  works: readonly PlannedWork[],
  edition: Edition,
) => ({
  what: 'routing' as const,
  referral: referral.id,
  file: referral.file,
  revision: 1,
  version: 1 as const,
  at,
  policy: edition.reference,
  level: facts.level,
  children,
  tasks: works.map(explained),
});

function events(
  plan: Plan,
  routed: RoutedReferral,
  works: readonly PlannedWork[],
  edition: Edition,
): JournalEvent[] {
  const { at, ids, referral, children = 0 } = plan;
  const common = {
    at,
    by: { sub: 'routing' },
    file: routed.file,
    referral: routed.id,
    case: routed.case,
    policy: edition.reference,
  };
  const opened: JournalEvent[] = routed.case
    ? [
        {
          ...common,
          id: ids.event('case'),
          type: 'case.opened',
          version: 1,
          to: [],
          subject: { kind: 'case', id: routed.case },
        },
      ]
    : [];
  const told: JournalEvent = {
    ...common,
    id: ids.event('referral'),
    type: 'referral.routed',
    subject: { kind: 'referral', id: routed.id },
    version: routed.version,
    to: hearersOf(referral),
    ...(children > 0 && { children: { from: 1, to: children } }),
  };
  return [told, ...opened, ...works.map(({ task }) => requested(task, plan, edition))];
}
