import type { Case } from '../case/case.ts';
import { outlastsWork } from '../clock/lasting.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import { type Decision, join } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import {
  type CaseStanding,
  inWords,
  openGuards,
  openInCase,
  openTasks,
} from '../safety/conditions.ts';
import type { Sealed } from '../sealed.ts';
import type { Task } from '../task/task.ts';
import type { FeedbackException } from './exception.ts';
import { LOOK_AGAIN, lookAgain } from './look-again.ts';
import { openLoop } from './loop.ts';
import type { closedAs } from './not-acting.ts';
import { type Feedback, hearersOf, hearsBack, isOver, type RoutedReferral } from './referral.ts';
import type { Statement } from './statement.ts';

/** A referral with its case, as far as closing looks at it. */
interface Report {
  readonly referral: RoutedReferral;
  /** How its case stands, where it has one. */
  readonly standing: CaseStanding | undefined;
  /** The tasks of the case or, where there is none, of the referral. */
  readonly tasks: readonly Task[];
  readonly feedback: readonly Feedback[];
  readonly exceptions?: readonly FeedbackException[] | undefined;
  readonly statements?: readonly Statement[] | undefined;
  /** Clocks of the referral and of its case. */
  readonly clocks: readonly Clock[];
}

interface Closing extends Report {
  /** The other reports of the same child, with the cases that are joined with this one. */
  readonly others?: readonly Report[];
  readonly at: string;
}

/** No other report of the child is still worked on: with this one its cases close. */
const isLast = ({ others = [] }: Closing): boolean =>
  others.every(({ referral }) => isOver(referral));

/**
 * Everything that is still open, each by name; codes from the pack's list of closure conditions. Of
 * joined cases all that is open counts, once no other report of the child is worked on.
 */
export function openConditions(closing: Closing): Hindrance[] {
  const { others = [], at } = closing;
  const joined = isLast(closing) ? others.flatMap((one) => openBeside(one, at)) : [];
  return [...openOf(closing, at), ...joined];
}

function openOf({ standing, tasks, clocks, ...report }: Report, at: string): Hindrance[] {
  const work = standing ? openInCase(standing, at) : openTasks(tasks);
  return [...work, ...openGuards(clocks, work), ...loopOf(report)];
}

const loopOf = (report: Pick<Report, 'referral' | 'feedback' | 'exceptions' | 'statements'>) =>
  hearsBack(report.referral) ? openLoop(report) : [];

/** The same of another report, each named with the record in which it stands. */
function openBeside(one: Report, at: string): Hindrance[] {
  const { referral, standing } = one;
  const within = (record: string) => (hindrance: Hindrance) => ({
    ...hindrance,
    pointer: `${record}/${hindrance.pointer}`,
  });
  const loop = loopOf(one).map(within(`referrals/${referral.id}`));
  if (standing?.case.status !== 'open') return loop;
  const work = openInCase(standing, at);
  const open = [...work, ...openGuards(one.clocks, work)];
  return [...open.map(within(`cases/${standing.case.id}`)), ...loop];
}

interface Close extends Closing {
  /** Clocks of offers that nobody took up: they hinder nothing, and fall silent with the rest. */
  readonly ofOffers?: readonly Clock[];
  readonly reason: string;
  /** How it is closed; where nothing was done, with the contact to whoever referred. */
  readonly closedAs?: ReturnType<typeof closedAs>;
  /** The referral's groups with the reason in words beside them. */
  readonly sealed?: Sealed | undefined;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly newEvent: () => EventId;
}

/**
 * Closes a referral and, with the last of a child, all of its joined cases; refuses while anything is
 * open, and names each such thing. Whoever guards the child goes on until the cases close.
 */
export function close(call: Close, edition: Edition): Decision {
  const { referral, standing, others = [] } = call;
  const family = [standing, ...others.map((one) => one.standing)];
  const open = isLast(call) ? family.filter((one) => one?.case.status === 'open') : [];
  // Parted from the case it was joined with, a case can outlive its referral: it is closed by it.
  if (isOver(referral) && open.length === 0) throw new Refusal('already-closed');
  const conditions = openConditions(call);
  if (conditions.length > 0) throw new Refusal('still-open', inWords(conditions, edition));
  const silent = silenced(call, open.length > 0 || !standing).map((clock) =>
    endClock(clock, call.at),
  );
  const closed = open.map((one) => (one ? closedCase(call, one) : NOTHING));
  const fallen: Decision = { kept: silent, events: [] };
  return [fallen, ...closed].reduce(join, closedReferral(call, edition));
}

const NOTHING: Decision = { kept: [], events: [] };

/** What falls silent: with the cases everything, with a referral alone no clock of its case. */
const silenced = (call: Close, whole: boolean): Clock[] =>
  [call, ...(call.others ?? [])]
    .flatMap(({ clocks }) => clocks)
    .concat(call.ofOffers ?? [])
    .filter(({ subject }) => whole || subject.id === call.referral.id || subject.kind === 'task')
    // A family that declined is looked at again, whatever becomes of this referral; and whoever was
    // asked to delete what it was told still has to answer.
    .filter((clock) => !clock.endedAt && clock.name !== LOOK_AGAIN && !outlastsWork(clock));

function closedReferral(call: Close, edition: Edition): Decision {
  const { referral, reason, by, at, newEvent } = call;
  if (isOver(referral)) return NOTHING;
  const closed: RoutedReferral = {
    ...referral,
    status: 'closed',
    version: referral.version + 1,
    closedAt: at,
    ...(call.closedAs ?? { closedAs: reason }),
    sealed: call.sealed ?? referral.sealed,
  };
  const again = lookAgain(referral, { closure: reason }, { clocks: call.clocks, at }, edition);
  const event: JournalEvent = {
    ...{ at, by, file: referral.file, referral: referral.id, case: referral.case },
    id: newEvent(),
    type: 'referral.closed',
    subject: { kind: 'referral', id: referral.id },
    version: closed.version,
    to: hearersOf(referral),
    codes: { reason },
  };
  return { kept: [closed, ...(again ? [again] : [])], events: [event] };
}

function closedCase({ reason, by, at, newEvent }: Close, standing: CaseStanding): Decision {
  const { case: opened, tasks } = standing;
  const version = opened.version + 1;
  const concerned = [...new Set(tasks.map(({ agency }) => agency))];
  const event: JournalEvent = {
    ...{ at, by, file: opened.file, referral: opened.referral, case: opened.id },
    id: newEvent(),
    type: 'case.closed',
    subject: { kind: 'case', id: opened.id },
    version,
    to: concerned.filter((agency) => agency !== by.agency),
    codes: { reason },
  };
  const closed: Case = { ...opened, status: 'closed', version, closedAt: at };
  return { kept: [closed], events: [event] };
}
