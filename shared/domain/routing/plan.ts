import { Temporal } from 'temporal-polyfill';
import type { Case } from '../case/case.ts';
import type { ClockName } from '../clock/definition.ts';
import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, CaseId, EventId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { Referral, RoutedReferral } from '../referral/referral.ts';
import { newTask } from '../task/new-task.ts';
import type { Task } from '../task/task.ts';
import type { Assignment } from './decide.ts';
import type { RoutingFacts } from './rule.ts';

/** The ids of what a routing makes; see `routingIds`. */
export interface RoutingIds {
  readonly case: () => CaseId;
  readonly task: (rule: string, kind: string, agency: AgencyId) => TaskId;
  readonly event: (of: string) => EventId;
}

interface Plan {
  readonly referral: Referral;
  /** The referral's own clock that waits for this routing. */
  readonly waiting: Clock | undefined;
  readonly assignments: readonly Assignment[];
  readonly facts: Pick<RoutingFacts, 'level' | 'childNowUntil'>;
  readonly at: string;
  readonly ids: RoutingIds;
}

/** Clocks of the case and of the referral begin with the lead's task, but do not end with it. */
const OF_CASE: readonly ClockName[] = ['safety-decision', 'child-seen'];
const OF_REFERRAL: readonly ClockName[] = ['first-feedback', 'outcome-feedback'];

/** Everything a routing decision brings into being, in one decision. */
export function planRouting(plan: Plan, edition: Edition): Decision {
  const { referral, assignments, at, ids } = plan;
  const opened = opensCase(plan) ? ids.case() : undefined;
  const lead = assignments.find(({ role }) => role === 'lead');
  if (!lead) throw new Error('a routing without a lead');
  const works = assignments.map((assignment) => plannedWork(assignment, plan, opened, edition));
  const tasks = works.map(({ task }) => task);
  const routed = routedReferral(referral, lead.agency, opened, at);
  const kept = [
    routed,
    ...(opened ? [newCase(opened, routed, at)] : []),
    ...works.flatMap(({ task, clocks }) => [task, ...clocks]),
    ...(plan.waiting ? [endClock(plan.waiting, at)] : []),
    routingRecord(plan, tasks, edition),
  ];
  return { kept, events: events(plan, routed, tasks, edition) };
}

/** A violence referral has its case; so has an early identification that turns out to be one. */
const opensCase = ({ referral, facts }: Plan): boolean =>
  referral.kind === 'violence' || facts.level === 4;

function plannedWork(
  assignment: Assignment,
  { referral, facts, at, ids }: Plan,
  opened: CaseId | undefined,
  edition: Edition,
): { task: Task; clocks: Clock[] } {
  const { kind, agency, rule, urgency } = assignment;
  const id = ids.task(rule, kind, agency);
  const common = {
    holder: agency,
    file: referral.file,
    referral: referral.id,
    case: opened,
    urgency,
  };
  const start = (name: ClockName) => {
    const subject = subjectOf(name, referral, opened, id);
    // Case and referral have one of each, and the lead answers for it.
    if (!subject || (subject.kind !== 'task' && assignment.role !== 'lead')) return [];
    // Whoever comes must know before the child leaves the referrer's sight.
    const first = name === 'received' && assignment.role === 'lead';
    const notAfter = first ? childLeaves(facts.childNowUntil) : [];
    // Counted from the report, not from when a machine got round to routing it.
    const from = { startedAt: referral.submittedAt, taskKind: kind, notAfter };
    return [startClock({ ...common, ...from, name, subject }, edition)];
  };
  const clocks = assignment.clocks.flatMap(start);
  // The lead owes what the case waits for; the referrer's clocks are shown with the referral.
  const owed = clocks.filter(({ subject }) => subject.kind !== 'referral');
  const task = newTask(
    { ...assignment, id, referral, opened, at, requestedBy: 'policy' },
    owed,
    edition,
  );
  return { task, clocks };
}

const childLeaves = (until: string | undefined) =>
  until ? [{ at: Temporal.Instant.from(until), because: 'child-leaves' as const }] : [];

function subjectOf(
  name: ClockName,
  referral: Referral,
  opened: CaseId | undefined,
  task: TaskId,
): Clock['subject'] | undefined {
  if (OF_REFERRAL.includes(name)) return { kind: 'referral', id: referral.id };
  if (OF_CASE.includes(name)) return opened && { kind: 'case', id: opened };
  return { kind: 'task', id: task };
}

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

const newCase = (
  id: CaseId,
  { id: referral, file, municipality, lead }: RoutedReferral,
  at: string,
): Case => ({
  what: 'case',
  id,
  file,
  version: 1,
  status: 'open',
  referral,
  municipality,
  lead,
  openedAt: at,
});

const routingRecord = (
  { referral, assignments, facts, at }: Plan,
  tasks: readonly Task[],
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
  tasks: tasks.map(({ id, agency, kind, role, urgency, deadline, rule }, i) => ({
    task: id,
    agency,
    kind,
    role,
    urgency,
    deadline,
    rule,
    why: assignments[i]?.why ?? { ka: '', en: '' },
  })),
});

function events(
  { at, ids, referral }: Plan,
  routed: RoutedReferral,
  tasks: readonly Task[],
  edition: Edition,
): JournalEvent[] {
  const by = { sub: 'routing' };
  const common = {
    at,
    by,
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
  const requested = tasks.map(
    (task): JournalEvent => ({
      ...common,
      id: ids.event(task.id),
      type: 'task.requested',
      subject: { kind: 'task', id: task.id },
      version: 1,
      to: [task.agency],
      deadline: task.deadline,
      urgency: task.urgency,
      codes: { kind: task.kind, rule: task.rule },
    }),
  );
  const subject = { kind: 'referral' as const, id: routed.id };
  const told: JournalEvent = {
    ...common,
    id: ids.event('referral'),
    type: 'referral.routed',
    subject,
    version: routed.version,
    to: [referral.agency],
  };
  return [told, ...opened, ...requested];
}
