import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { hasEnded, type Task } from '../task/task.ts';
import { recallClockName } from './clock.ts';
import { isProtection, saidOf } from './make.ts';
import { isOpen, ownLine, type Recall, type Recipient } from './recall.ts';

/** What a recipient answers. */
export type RecallAnswer =
  | { readonly status: 'deleted' }
  | { readonly status: 'kept'; readonly basis: string };

interface Confirm {
  readonly referral: RoutedReferral;
  readonly recall: Recall;
  readonly answer: RecallAnswer;
  readonly tasks: readonly Task[];
  /** Of the referral. */
  readonly clocks: readonly Clock[];
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
  /** The recall's groups with the person who answered. */
  readonly sealed: Sealed | undefined;
}

/** A recipient answers for itself, once; its clock ends by this and by nothing else. */
export function confirm(call: Confirm, edition: Pick<Edition, 'has'>): Decision {
  const { referral, recall, answer, by, at, clocks, sealed } = call;
  const own = ownLine(recall, by.agency);
  if (!own) throw new Refusal('not-found');
  if (own.status !== 'open') throw new Refusal('recall-answered');
  if (answer.status === 'kept' && !edition.has('recallBases', answer.basis)) {
    throw new Refusal('unknown-code', [{ pointer: '/basis', code: 'unknown-code' }]);
  }
  if (answer.status === 'deleted') refuseNeeded(call);
  const answered: Recipient = {
    ...own,
    ...{ version: own.version + 1, confirmedAt: at, confirmedBy: by.sub },
    // Named one by one: whoever asks may hold more of the answer, such as a person's name.
    ...(answer.status === 'kept'
      ? { status: answer.status, basis: answer.basis }
      : { status: answer.status }),
  };
  const line = recall.recipients.indexOf(own);
  const after = settled({
    ...recall,
    version: recall.version + 1,
    recipients: recall.recipients.map((one) => (one === own ? answered : one)),
    sealed,
  });
  const name = recallClockName(recall.number, line);
  const ended = clocks.filter((clock) => clock.name === name && !clock.endedAt);
  const kept: Kept[] = [counted(referral, after), after, ...ended.map((one) => endClock(one, at))];
  const said = saidOf('recall.confirmed', after, call);
  const codes = { ...said.codes, answer: answer.status };
  return { kept, events: [{ ...said, to: waiting(call), codes }] };
}

/** With the last answer it leaves every list. */
function settled(recall: Recall): Recall {
  if (isOpen(recall)) return recall;
  const { watched: _, ...rest } = recall;
  return rest;
}

const counted = (referral: RoutedReferral, after: Recall): RoutedReferral => {
  const { openRecalls = 0 } = referral;
  const next = { ...referral, version: referral.version + 1 };
  return isOpen(after) ? next : { ...next, openRecalls: Math.max(0, openRecalls - 1) };
};

/** Whoever made it, and the lead. */
const waiting = ({ referral, recall, by }: Confirm): AgencyId[] =>
  [...new Set([recall.from, referral.lead])].filter(
    (agency) => agency !== by.agency && !referral.excluded?.includes(agency),
  );

/** What the protection of a child still needs is not deleted because somebody no longer consents. */
function refuseNeeded({ referral, recall, tasks, by }: Confirm): void {
  if (recall.kind !== 'consent-withdrawn' || !isProtection(referral)) return;
  const open = tasks.filter((task) => task.agency === by.agency && !hasEnded(task));
  if (open.length > 0) {
    throw new Refusal(
      'needed-for-protection',
      open.map(({ id }) => ({ pointer: id, code: 'needed-for-protection' })),
    );
  }
}
