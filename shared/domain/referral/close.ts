import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
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

interface Closing {
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
  readonly at: string;
}

/** Everything that is still open, each by name; codes from the pack's list of closure conditions. */
export function openConditions(closing: Closing): Hindrance[] {
  const { standing, tasks, clocks, at } = closing;
  const work = standing ? openInCase(standing, at) : openTasks(tasks);
  const loop = hearsBack(closing.referral) ? openLoop(closing) : [];
  return [...work, ...openGuards(clocks, work), ...loop];
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

/** Closes a referral and its case; refuses while anything is open, and names each such thing. */
export function close(call: Close, edition: Edition): Decision {
  const { referral, standing, reason, by, at, newEvent } = call;
  const opened = standing?.case;
  if (isOver(referral)) throw new Refusal('already-closed');
  const conditions = openConditions(call);
  if (conditions.length > 0) throw new Refusal('still-open', inWords(conditions, edition));
  const closed: RoutedReferral = {
    ...referral,
    status: 'closed',
    version: referral.version + 1,
    closedAt: at,
    ...(call.closedAs ?? { closedAs: reason }),
    sealed: call.sealed ?? referral.sealed,
  };
  const again = lookAgain(referral, { closure: reason }, { clocks: call.clocks, at }, edition);
  const running = [...call.clocks, ...(call.ofOffers ?? [])].filter(
    // A family that declined is looked at again, whatever becomes of this referral.
    ({ name, endedAt }) => !endedAt && name !== LOOK_AGAIN,
  );
  const ended = running.map((clock) => endClock(clock, at));
  const kept: Kept[] = [closed, ...ended, ...(again ? [again] : [])];
  const common = { at, by, file: referral.file, referral: referral.id, case: referral.case };
  const events: JournalEvent[] = [
    {
      ...common,
      id: newEvent(),
      type: 'referral.closed',
      subject: { kind: 'referral', id: referral.id },
      version: closed.version,
      to: hearersOf(referral),
      codes: { reason },
    },
  ];
  if (opened?.status !== 'open') return { kept, events };
  const version = opened.version + 1;
  const concerned = [...new Set(call.tasks.map(({ agency }) => agency))];
  events.push({
    ...common,
    id: newEvent(),
    type: 'case.closed',
    subject: { kind: 'case', id: opened.id },
    version,
    to: concerned.filter((agency) => agency !== by.agency),
    codes: { reason },
  });
  return { kept: [...kept, { ...opened, status: 'closed', version, closedAt: at }], events };
}
