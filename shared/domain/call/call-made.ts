import type { AgencyId, EventId } from '../ids.ts';
import type { CallMessage } from '../journal/call-messages.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Called, CallResult } from './call.ts';

interface Made {
  readonly owed: CallMessage;
  readonly id: EventId;
  readonly at: string;
  readonly result: CallResult;
  readonly as: Called | undefined;
  /** Nobody of the agency is on duty, or none of them may be called. */
  readonly gap: boolean;
  readonly national: AgencyId;
  /** A mail of the same follows, for no system of the agency was told. */
  readonly beside?: boolean;
}

/**
 * What became of a call, for the timeline and for oversight: who as what, how, with which result;
 * never a name or a number. Where nobody is on duty, or nobody could be reached, the national duty
 * officer is called at once, beside whoever else of the agency was.
 */
export function callMade({ owed, id, at, result, as, gap, national, beside }: Made): Decision {
  const { subject, referral, clock, agency, role, by } = owed;
  const missed = gap || result === 'given-up';
  const handedOn = missed && agency !== national && !owed.beside;
  const event: JournalEvent = {
    id,
    type: 'call.made',
    at,
    subject,
    version: 1,
    clock,
    by: { sub: 'calls' },
    referral,
    to: [],
    ...(handedOn && { call: { agency: national, role: 'national-duty' as const, by } }),
    codes: { ...named(owed), role, way: by, result, ...called(as, beside) },
  };
  return { kept: [], events: [event] };
}

/** What is asked of a referral's own agency may be asked of a referrer who is hidden: its role is enough. */
const named = ({ subject, agency }: CallMessage) => (subject.kind === 'referral' ? {} : { agency });

const called = (as: Called | undefined, beside: boolean | undefined) => ({
  ...(as && { called: as }),
  ...(beside && { beside: 'mail' }),
});
