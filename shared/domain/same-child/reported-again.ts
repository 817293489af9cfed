import { announcement } from '../call/announcement.ts';
import type { Case } from '../case/case.ts';
import { startClock } from '../clock/start.ts';
import type { EventId, ReferralId, TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent, Subject } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import { newTask } from '../task/new-task.ts';

/** The work of saying whether two reports are about one child. */
export const CONFIRM_SAME_CHILD = 'confirm-same-child';

/** A referral as it stands, with its case if it has one. */
export interface Reported {
  readonly referral: RoutedReferral;
  readonly case: Case | undefined;
}

interface ReportedAgain {
  readonly own: Reported;
  /** Referrals that may be about the same child, the newest first. */
  readonly hits: readonly ReferralId[];
  /** How many more there are than a report is compared with: the lead is told how many. */
  readonly more: number;
  /** Those of them that have a lead to tell. */
  readonly earlier: readonly Reported[];
  readonly ids: {
    readonly task: TaskId;
    readonly event: (of: string) => EventId;
  };
  readonly at: string;
}

/** Earlier records that are told in the same transaction, for a transaction has its limit. */
const TOLD_MOST = 10;

/**
 * A child may have been reported before: the lead is asked whether it is the same one, and every
 * earlier record learns that a new report came, so that nobody closes it on an earlier look.
 */
export function reportedAgain(call: ReportedAgain, edition: Edition): Decision {
  const { own, hits, earlier } = call;
  const news = hits.filter((id) => !own.referral.earlier?.includes(id));
  if (news.length === 0) return { kept: [], events: [] };
  const parents = [...new Map(earlier.map((one) => [parentOf(one).id, one])).values()];
  const told = parents.toSorted(openFirst).slice(0, TOLD_MOST);
  const asked = confirmation(call, edition);
  const kept = [
    withEarlier(call, news),
    ...(own.case ? [{ ...counted(own), repeats: repeatsOf(own.case, call, news) }] : []),
    ...told.map((one) => counted(one)),
    ...asked.kept,
  ];
  return { kept, events: [...[own, ...told].map((one) => event(call, one)), ...asked.events] };
}

const parentOf = ({ referral, case: opened }: Reported): Subject =>
  opened ? { kind: 'case', id: opened.id } : { kind: 'referral', id: referral.id };

/** The record to which the report is added: the case or, where there is none, the referral. */
const counted = ({ referral, case: opened }: Reported): Case | RoutedReferral => {
  const record = opened ?? referral;
  return { ...record, version: record.version + 1, repeats: (record.repeats ?? 0) + 1 };
};

/** Whoever could still close a case on an earlier look hears of it first; else the newest. */
const openFirst = (a: Reported, b: Reported): number => Number(isOpen(b)) - Number(isOpen(a));

const isOpen = ({ referral, case: opened }: Reported): boolean =>
  (opened ?? referral).status !== 'closed';

/** All reports beside this one, also those it is not compared with. */
const repeatsOf = (
  { repeats = 0 }: Case | RoutedReferral,
  { hits, more }: ReportedAgain,
  news: readonly ReferralId[],
): number => Math.max(repeats + news.length, hits.length + more);

const withEarlier = (call: ReportedAgain, news: readonly ReferralId[]): RoutedReferral => {
  const { referral } = call.own;
  return {
    ...referral,
    version: referral.version + 1,
    repeats: repeatsOf(referral, call, news),
    earlier: [...(referral.earlier ?? []), ...news],
  };
};

/** The lead's task and its clocks; they count from now, for the question arose now. */
function confirmation({ own, ids, at }: ReportedAgain, edition: Edition): Decision {
  const { task: asked } = edition.sameChild;
  const { referral } = own;
  const { lead: agency, case: opened, file } = referral;
  const subject = { kind: 'task' as const, id: ids.task };
  const { urgency, kind } = asked;
  const common = { file, referral: referral.id, case: opened };
  const started = { ...common, holder: agency, subject, urgency, startedAt: at, taskKind: kind };
  const clocks = asked.clocks.map((name) => startClock({ ...started, name }, edition));
  const made = { ...asked, id: ids.task, referral, opened, at, agency };
  const task = newTask(
    { ...made, requestedBy: 'policy', role: 'participant', track: 'safety', rule: 'same-child' },
    clocks,
    edition,
  );
  const requested: JournalEvent = {
    ...common,
    id: ids.event('confirm'),
    type: 'task.requested',
    at,
    by: { sub: 'routing' },
    subject,
    version: 1,
    to: [agency],
    ...announcement(agency, [edition.clock('received', urgency, kind)]),
    deadline: task.deadline,
    urgency,
    codes: { kind, rule: task.rule },
    policy: edition.reference,
  };
  return { kept: [task, ...clocks], events: [requested] };
}

/** Told to whoever leads; it names no other record, which a feed of another unit must not. */
function event({ at, ids }: ReportedAgain, { referral, case: opened }: Reported): JournalEvent {
  const record = opened ?? referral;
  return {
    id: ids.event(record.id),
    type: 'child.reported-again',
    at,
    by: { sub: 'routing' },
    file: record.file,
    referral: referral.id,
    case: referral.case,
    subject: parentOf({ referral, case: opened }),
    version: record.version + 1,
    to: [record.lead],
  };
}
