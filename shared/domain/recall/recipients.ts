import type { AgencyId } from '../ids.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import { type Hindrance, Refusal } from '../refusal.ts';
import { hasEnded, type Task } from '../task/task.ts';
import type { RecallKind, Recipient } from './recall.ts';
import { isReferrerAlone, type Told } from './told.ts';

/** Where an agency has a part in a visit that is still ahead. */
export interface VisitRoles {
  readonly id: string;
  readonly over: boolean;
  readonly agencies: readonly AgencyId[];
}

interface Choice {
  readonly kind: RecallKind;
  /** Named by whoever makes it; absent: everybody who was told. */
  readonly to?: readonly AgencyId[] | undefined;
  readonly by: AgencyId;
  readonly referral: RoutedReferral;
  readonly told: readonly Told[];
  readonly tasks: readonly Task[];
  readonly visits: readonly VisitRoles[];
}

/** Two writes a recipient, beside those of the recall itself: a transaction holds a hundred. */
export const RECIPIENTS_MOST = 40;

/** To whom a recall goes: to everybody who was told or, of those, to those that are named. */
export function recipientsOf(choice: Choice): Recipient[] {
  const { to, told, kind, referral } = choice;
  const concerned = told.filter((one) => mustAnswer(one, choice));
  if (concerned.length === 0) throw new Refusal('nobody-told');
  if (to) refuseUntold(to, concerned, referral);
  if (kind === 'wrong-agency') refuseAtWork(choice);
  const chosen = to ? concerned.filter(({ agency }) => to.includes(agency)) : concerned;
  if (chosen.length > RECIPIENTS_MOST) throw new Refusal('recall-too-wide');
  return chosen.map(asRecipient);
}

/**
 * Whoever makes a recall need not be told of it. Where consent is withdrawn it answers all the same
 * for what it was told itself, as everybody who was asked to work does.
 */
export const mustAnswer = (
  { agency, toldBy }: Told,
  { kind, by }: Pick<Choice, 'kind' | 'by'>,
): boolean => agency !== by || (kind === 'consent-withdrawn' && toldBy.includes('asked'));

export const asRecipient = ({ agency, toldSince, toldBy, shown }: Told): Recipient => ({
  ...{ agency, toldSince, toldBy: [...toldBy], shown: [...shown] },
  ...{ version: 1, status: 'open' },
});

/** Whoever referred counts as not told here: the answer must not show who that is. */
function refuseUntold(
  to: readonly AgencyId[],
  concerned: readonly Told[],
  referral: RoutedReferral,
): void {
  const named = concerned.filter((one) => !isReferrerAlone(one, referral));
  const untold = to.flatMap((agency, place): Hindrance[] =>
    named.some((one) => one.agency === agency)
      ? []
      : [{ pointer: `/to/${place}`, code: 'agency-not-told' }],
  );
  if (untold.length > 0) throw new Refusal('agency-not-told', untold);
}

/** Work never stops by a recall: it has gone to somebody else before access to it is closed. */
function refuseAtWork({ to = [], referral, tasks, visits }: Choice): void {
  const leads = to.flatMap((agency, place): Hindrance[] =>
    agency === referral.lead ? [{ pointer: `/to/${place}`, code: 'recall-from-lead' }] : [],
  );
  if (leads.length > 0) throw new Refusal('recall-from-lead', leads);
  const working = [
    ...tasks.filter((task) => to.includes(task.agency) && isAtWork(task)),
    ...visits.filter(({ over, agencies }) => !over && to.some((one) => agencies.includes(one))),
  ];
  if (working.length > 0) {
    throw new Refusal(
      'recall-from-worker',
      working.map(({ id }) => ({ pointer: id, code: 'recall-from-worker' })),
    );
  }
}

const isAtWork = (task: Task): boolean => !hasEnded(task) && task.offeredTo === undefined;
