import type { AgencyId, EventId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { DETAIL_GROUPS, type Group } from '../referral/group.ts';
import type { Referral, RoutedReferral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { Task } from '../task/task.ts';
import { recallClocks } from './clock.ts';
import { type Recall, type RecallKind, type Recipient, WATCHED_RECALLS } from './recall.ts';
import { recipientsOf, type VisitRoles } from './recipients.ts';
import type { Told } from './told.ts';

/** What is asked for. */
export interface RecallRequest {
  readonly kind: RecallKind;
  readonly reason: string;
  /** Absent: all of it. */
  readonly fieldGroups?: readonly Group[] | undefined;
  readonly to?: readonly AgencyId[] | undefined;
}

interface Begun {
  readonly referral: RoutedReferral;
  readonly earlier: readonly Recall[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
  /** What is right now: only a correction has it. */
  readonly sealed?: Sealed | undefined;
}

interface Make extends Begun {
  readonly request: RecallRequest;
  readonly told: readonly Told[];
  /** Of the referral and of its case. */
  readonly tasks: readonly Task[];
  readonly visits: readonly VisitRoles[];
  /** By the right of whoever sent it, and no other. */
  readonly asReferrer: boolean;
}

/**
 * Takes back what was shared. No task, no clock and no protection ends by it; an agency told by
 * mistake loses its access, and nothing that it read or did is lost.
 */
export function make(call: Make, edition: Edition): Decision {
  const { referral, request, told, tasks, visits, by, at } = call;
  // With danger it became a case: then its lead alone knows what the child's protection needs.
  if (call.asReferrer && isProtection(referral)) throw new Refusal('recall-by-lead');
  const rule = edition.recall.kinds[request.kind];
  if (!rule.reasons.includes(request.reason)) {
    throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
  }
  const recipients = recipientsOf({
    ...{ kind: request.kind, to: request.to, by: by.agency },
    ...{ referral, told, tasks, visits },
  });
  const begun = begin(call, { ...request, recipients }, edition);
  const counted: RoutedReferral = {
    ...withOpenRecall(referral),
    version: referral.version + 1,
    ...(request.kind === 'wrong-agency' && { recalled: closedTo(referral, recipients, at) }),
  };
  return { kept: [counted, ...begun.kept], events: begun.events };
}

/** Protection of a child does not rest on consent: early identification without a case does. */
export const isProtection = (referral: Referral): boolean =>
  referral.kind !== 'early-identification' ||
  (referral.status !== 'submitted' && referral.case !== undefined);

/** A referral of which one recall more is open. */
export const withOpenRecall = <R extends RoutedReferral>(referral: R): R => ({
  ...referral,
  openRecalls: (referral.openRecalls ?? 0) + 1,
});

/** Whose access is closed, and since when: a task they are given later opens it again. */
function closedTo(referral: RoutedReferral, recipients: readonly Recipient[], at: string) {
  const now = recipients.map(({ agency }) => ({ agency, at }));
  const before = (referral.recalled ?? []).filter(
    (one) => !now.some(({ agency }) => agency === one.agency),
  );
  return [...before, ...now];
}

type What = Omit<RecallRequest, 'to'> & { readonly recipients: readonly Recipient[] };

/** The recall itself with its clocks and its message; the referral counts it beside. */
export function begin(call: Begun, what: What, edition: Edition) {
  const { referral, earlier, by, at, sealed } = call;
  const { kind, reason, fieldGroups = DETAIL_GROUPS, recipients } = what;
  const { urgency } = edition.recall.kinds[kind];
  const made: Recall = {
    ...{ what: 'recall', of: { kind: 'referral', id: referral.id }, number: nextNumber(earlier) },
    ...{ version: 1, file: referral.file, at, by: { sub: by.sub, agency: by.agency } },
    ...{ kind, reason, fieldGroups: [...fieldGroups], from: by.agency, urgency },
    ...{ recipients: [...recipients], watched: WATCHED_RECALLS, sealed },
  };
  const clocks = recallClocks(made, referral, edition);
  const recall: Recall = { ...made, deadline: clocks[0]?.dueAt };
  const kept: Kept[] = [recall, ...clocks];
  const to = recipients.map(({ agency }) => agency);
  return { kept, events: [{ ...saidOf('recall.made', recall, call), to, ...dueOf(recall) }] };
}

const dueOf = ({ deadline, urgency }: Recall) => ({ deadline, urgency });

/** A line of the journal about a recall: it has the recall's version, which is not the referral's. */
export const saidOf = (
  type: JournalEvent['type'],
  { number, version, kind, file }: Recall,
  { referral, by, at, event }: Pick<Begun, 'referral' | 'by' | 'at' | 'event'>,
): JournalEvent => ({
  ...{ id: event, type, at, version, file },
  subject: { kind: 'referral', id: referral.id },
  by: { sub: by.sub, agency: by.agency },
  referral: referral.id,
  case: referral.case,
  to: [],
  codes: { number: String(number), kind },
});
