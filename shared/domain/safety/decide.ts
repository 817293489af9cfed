import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import { type Decision, join } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Assignment } from '../routing/decide.ts';
import type { Sealed } from '../sealed.ts';
import { hasEnded, isTakenOn, type Task } from '../task/task.ts';
import { isSeen } from './check.ts';
import { endedBy, startedBy } from './clocks.ts';
import type { SafetyDecision } from './decision.ts';
import { answeredIn, type JoinedCase, owing } from './joined.ts';
import { openSearch } from './not-seen.ts';
import type { SafetyDecisionRequest } from './request.ts';

interface Decide {
  readonly case: Case;
  readonly request: SafetyDecisionRequest;
  readonly earlier: readonly SafetyDecision[];
  /** The case's own clocks. */
  readonly clocks: readonly Clock[];
  /** The case's tasks, and the clocks of those that owe what the case waits for. */
  readonly tasks: readonly Task[];
  readonly ofTasks: readonly Clock[];
  /** The other cases of the same child. */
  readonly joined?: readonly JoinedCase[];
  /** When each report of the child came in. */
  readonly reports?: readonly string[];
  /** Who must get to a child that was not seen. */
  readonly search: readonly Assignment[];
  readonly sealed: Sealed;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly newTask: () => TaskId;
  readonly newEvent: () => EventId;
}

/**
 * Keeps a decision on the child's safety, with all that follows from it at once: what it answers
 * ends, what it promises is watched, and where the child was not seen others are sent. Call after
 * `checkSafetyDecision`.
 */
export function decideSafety(call: Decide, edition: Edition): Decision {
  const { case: opened, clocks, search } = call;
  if (opened.status === 'closed') throw new Refusal('already-closed');
  const works = openSearch({ ...call, assignments: search }, edition);
  const decision = decisionOf(
    call,
    works.map(({ task }) => task.id),
  );
  const ended = endedBy(decision, clocks);
  const started = startedBy(decision, opened, edition);
  const counted: Case = { ...opened, version: opened.version + 1 };
  const running = [
    ...clocks.filter(({ name }) => !ended.some((clock) => clock.name === name)),
    ...started,
  ];
  const owed = owing(call.tasks, call.ofTasks, running);
  const kept = [decision, counted, ...ended, ...started, ...owed];
  const told = decided(call, decision, counted, edition);
  const { joined = [], reports = [], by, newEvent } = call;
  const further = joined.map((one) => answeredIn(one, { decision, reports, by, newEvent }));
  return [...works.map((work) => work.decision), ...further].reduce(join, { kept, events: [told] });
}

function decisionOf(call: Decide, opened: TaskId[]): SafetyDecision {
  const { request, by, at, sealed } = call;
  const { id, file } = call.case;
  const base = {
    what: 'safety-decision' as const,
    of: { kind: 'case' as const, id },
    number: nextNumber(call.earlier),
    version: 1,
    file,
    at,
    by: { sub: by.sub, agency: by.agency },
    sealed,
    reviewBy: request.reviewBy,
  };
  if (!isSeen(request)) {
    const { notSeen, triedAt, where } = request;
    return { ...base, result: 'not-seen', notSeen, triedAt, where, opened };
  }
  const { childSeenAt, seenAlone, where, sleepsTonight, siblingsChecked } = request;
  const measures = request.measures.map(({ kind, against, validUntil }) => ({
    kind,
    perpetrator: typeof against === 'number' ? against : undefined,
    validUntil,
  }));
  const said = { childSeenAt, seenAlone, where, sleepsTonight, measures, siblingsChecked };
  return { ...base, result: 'seen', ...said };
}

/** Codes only, and no more than that it was decided: where a child sleeps stands in no event. */
function decided(
  { by, at, newEvent, tasks, ...call }: Decide,
  decision: SafetyDecision,
  { id, version, file, referral, lead }: Case,
  edition: Edition,
): JournalEvent {
  const working = tasks.filter((task) => isTakenOn(task) && !hasEnded(task));
  const concerned = [lead, ...working.map(({ agency }) => agency)];
  const result = isSeen(call.request) ? 'seen' : call.request.notSeen;
  return {
    id: newEvent(),
    type: 'safety.decided',
    at,
    subject: { kind: 'case', id },
    version,
    by,
    file,
    referral,
    case: id,
    to: [...new Set(concerned)].filter((agency) => agency !== by.agency),
    deadline: decision.reviewBy,
    codes: { number: String(decision.number), result },
    policy: edition.reference,
  };
}
