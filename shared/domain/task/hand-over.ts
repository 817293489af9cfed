import type { Case } from '../case/case.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import { hasEnded, type Task } from './task.ts';

interface Redirect {
  readonly task: Task;
  readonly clocks: readonly Clock[];
  readonly to: AgencyId;
  readonly reason: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly lead: AgencyId | undefined;
  readonly at: string;
  readonly ids: { readonly task: TaskId; readonly events: readonly [EventId, EventId] };
}

/**
 * Offers a task to another agency. The deadlines do not restart, and the agency that had the task
 * answers for it until a person at the other one has accepted.
 */
export function redirect({ task, clocks, to, reason, by, lead, at, ids }: Redirect): Decision {
  if (task.agency === to) throw new Refusal('redirect-to-itself');
  if (task.status === 'completed' || task.replacedBy) throw new Refusal('transition-not-allowed');
  const subject = { kind: 'task' as const, id: ids.task };
  const offered: Task = {
    ...task,
    id: ids.task,
    version: 1,
    status: 'requested',
    agency: to,
    requestedBy: by.agency,
    createdAt: at,
    redirectedFrom: task.id,
    reason: undefined,
    outcome: undefined,
    offeredTo: undefined,
    listed: undefined,
    sealed: undefined,
  };
  const running = clocks.map(
    (clock): Clock => ({ ...clock, subject, holder: to, version: 1, fired: 0, endedAt: undefined }),
  );
  const source: Task = { ...task, version: task.version + 1, offeredTo: ids.task };
  const common = { at, by, file: task.file, referral: task.referral, case: task.case };
  const codes = { kind: task.kind, reason };
  const told = [task.agency, lead].filter((agency) => agency !== undefined && agency !== by.agency);
  const events: JournalEvent[] = [
    {
      ...common,
      id: ids.events[0],
      type: 'task.redirected',
      subject: { kind: 'task', id: task.id },
      version: source.version,
      to: [...new Set(told)] as AgencyId[],
      codes: { ...codes, to },
    },
    {
      ...common,
      id: ids.events[1],
      type: 'task.requested',
      subject,
      version: 1,
      to: [to],
      deadline: offered.deadline,
      urgency: offered.urgency,
      codes,
    },
  ];
  return { kept: [source, offered, ...running], events };
}

interface TakeOver {
  /** The accepted task. */
  readonly task: Task;
  /** The tasks it was redirected from, nearest first, each with its clocks. */
  readonly chain: readonly { readonly task: Task; readonly clocks: readonly Clock[] }[];
  readonly case: Case | undefined;
  readonly referral: RoutedReferral;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly newEvent: () => EventId;
}

/** A person elsewhere has accepted: whoever held the task before is released, and a lead moves. */
export function takeOver({ task, chain, at, by, newEvent, ...rest }: TakeOver): Decision {
  const released = chain.filter((link) => link.task.replacedBy === undefined);
  const kept = released.flatMap((link): Kept[] => [
    {
      ...link.task,
      version: link.task.version + 1,
      status: hasEnded(link.task) ? link.task.status : 'cancelled',
      replacedBy: task.id,
      deadline: undefined,
    },
    ...link.clocks.filter(({ endedAt }) => !endedAt).map((clock) => endClock(clock, at)),
  ]);
  const common = { at, by, file: task.file, referral: task.referral, case: task.case };
  const events = released.map(
    (link): JournalEvent => ({
      ...common,
      id: newEvent(),
      type: 'task.cancelled',
      subject: { kind: 'task', id: link.task.id },
      version: link.task.version + 1,
      to: [link.task.agency],
      codes: { kind: task.kind, replacedBy: task.id },
    }),
  );
  if (task.role !== 'lead' || rest.referral.lead === task.agency) return { kept, events };
  const moved = moveLead({ ...rest, common, newEvent, to: task.agency });
  return { kept: [...kept, ...moved.kept], events: [...events, ...moved.events] };
}

interface MoveLead extends Pick<TakeOver, 'case' | 'referral' | 'newEvent'> {
  readonly common: Pick<JournalEvent, 'at' | 'by' | 'file' | 'referral' | 'case'>;
  readonly to: AgencyId;
}

function moveLead({ case: opened, referral, common, newEvent, to }: MoveLead): Decision {
  const newReferral: RoutedReferral = { ...referral, version: referral.version + 1, lead: to };
  if (!opened) return { kept: [newReferral], events: [] };
  const version = opened.version + 1;
  const event: JournalEvent = {
    ...common,
    id: newEvent(),
    type: 'case.lead-changed',
    subject: { kind: 'case', id: opened.id },
    version,
    to: [...new Set([opened.lead, to])],
    codes: { lead: to },
  };
  return { kept: [newReferral, { ...opened, version, lead: to }], events: [event] };
}

interface LeadRefuses {
  readonly task: Task;
  readonly clocks: readonly Clock[];
  readonly at: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly ids: { readonly task: TaskId; readonly event: EventId };
}

/** A lead's own rejection goes to a person at the national desk, with the same deadlines. */
export function callNationalDesk(
  { task, clocks, at, by, ids }: LeadRefuses,
  edition: Edition,
): Decision {
  const [asked] = edition.unrouted.tasks;
  const desk = edition.agencies.find(({ kind }) => kind === asked?.to.agencyKind);
  if (!asked || !desk) throw new Error('the pack names no national duty desk');
  const subject = { kind: 'task' as const, id: ids.task };
  const call: Task = {
    ...task,
    id: ids.task,
    version: 1,
    status: 'requested',
    kind: asked.kind,
    agency: desk.id,
    role: 'participant',
    urgency: asked.urgency,
    instructions: [...asked.instructions],
    requestedBy: by.agency,
    createdAt: at,
    rule: 'lead-refused',
    reason: undefined,
    listed: undefined,
    sealed: undefined,
  };
  const running = clocks
    .filter(({ endedAt }) => endedAt === undefined)
    .map((clock): Clock => ({ ...clock, subject, holder: desk.id, version: 1, fired: 0 }));
  const event: JournalEvent = {
    id: ids.event,
    type: 'task.requested',
    at,
    subject,
    version: 1,
    by,
    file: task.file,
    referral: task.referral,
    case: task.case,
    to: [desk.id],
    deadline: call.deadline,
    urgency: call.urgency,
    codes: { kind: call.kind, rule: call.rule },
    policy: edition.reference,
  };
  return { kept: [call, ...running], events: [event] };
}
