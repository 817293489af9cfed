import type { Proposal } from '../domain/booking/booking.ts';
import type { HeldBooking } from '../domain/booking/hold.ts';
import { Interview } from '../domain/interview/interview.ts';
import { Refusal } from '../domain/refusal.ts';
import { take } from './day-sheets.ts';
import { caseKey, interviewKey } from './keys.ts';
import type { Seen } from './seen-sheets.ts';
import type { Moment } from './sheet-update.ts';
import { checkVersion, type Item, type Write } from './write.ts';

/** Everything a hold writes beside the booking and its event. Nothing has to be read for it. */
export const holdWrites = (
  proposal: Proposal,
  booking: HeldBooking,
  moment: Moment,
  seen: Seen,
): Write[] => {
  const { claims, id, expiresAt } = booking;
  const taken = take({ claims, booking: id, until: expiresAt }, moment, seen);
  return [visitHeld(proposal, booking), caseUnchanged(proposal), ...taken];
};

/** The case is as it was when the time was found: nothing was learned that would change the plan. */
export const caseUnchanged = (proposal: Pick<Proposal, 'case' | 'caseVersion'>): Write =>
  checkVersion('proposal', caseKey(proposal.case), proposal.caseVersion);

/**
 * The visit gets a held time, without having been read: only if it still waits for one, and nothing
 * about it has changed since the time was found.
 */
export function visitHeld(proposal: Proposal, booking: HeldBooking): Write {
  const key = interviewKey(proposal.interview);
  const { names, values, set, condition } = changeOf(booking);
  return {
    what: 'proposal',
    key,
    as: (TableName) => ({
      Update: {
        TableName,
        Key: { ...key },
        UpdateExpression: `SET version = :next, ${set}`,
        ConditionExpression: `version = :read AND ${condition}`,
        ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
        ExpressionAttributeValues: {
          ...values,
          ':read': proposal.version,
          ':next': proposal.version + 1,
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    }),
  };
}

function changeOf({ id, purpose, breach, heldAt }: HeldBooking) {
  const names = { '#status': 'status' };
  if (purpose === 'planning-meeting') {
    return {
      names,
      values: { ':m': { booking: id }, ':p': 'planning', ':h': 'held', ':b': 'booked' },
      set: 'meeting = :m',
      condition: '#status IN (:p, :h, :b) AND attribute_not_exists(meeting.booking)',
    };
  }
  const noted = breach && { reason: breach, at: heldAt };
  return {
    names,
    values: {
      ':held': 'held',
      ':planning': 'planning',
      ':booking': id,
      ...(noted && { ':breach': noted }),
    },
    set: `#status = :held, booking = :booking${noted ? ', breach = :breach' : ''}`,
    condition: '#status = :planning',
  };
}

/** Why a time can no longer be held, by what stood there instead. */
export function outdated(found: Item | undefined, { purpose }: Pick<Proposal, 'purpose'>): Refusal {
  const visit = Interview.safeParse(found);
  // The case, or a visit that is gone: nothing more is said of it.
  if (!visit.success) return new Refusal('proposal-outdated');
  const { status, meeting } = visit.data;
  if (status === 'frozen') return new Refusal('interview-frozen');
  if (status === 'under-way' || status === 'ended' || status === 'cancelled') {
    return new Refusal('interview-not-to-book');
  }
  const held = purpose === 'visit' ? status !== 'planning' : meeting?.booking !== undefined;
  return new Refusal(held ? 'time-held-already' : 'proposal-outdated');
}
