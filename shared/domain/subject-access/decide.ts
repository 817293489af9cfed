import { counted, type Glass, subjectOf } from '../break-glass/open.ts';
import { startClock } from '../clock/start.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { nextNumber } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import {
  AGREED_CLOCK,
  type SubjectAccess,
  type Verdict,
  type Vote,
  WATCHED_REQUESTS,
} from './request.ts';
import type { Reason } from './shielded.ts';

interface Acting extends Glass {
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
  readonly lead: AgencyId;
  readonly national: AgencyId;
}

type Asking = Acting &
  Pick<SubjectAccess, 'subject' | 'requester' | 'ties' | 'through'> & {
    readonly earlier: readonly SubjectAccess[];
    readonly against: readonly Reason[];
    readonly sealed: Sealed | undefined;
  };

/** Where nothing speaks against it, it is released; else two people decide, and their time runs. */
export function askAccess(asking: Asking, edition: Edition): Decision {
  const { record, earlier, against, by, at, sealed, subject, requester, ties, through } = asking;
  const number = nextNumber(earlier);
  const clock = against.length > 0 ? agreedClock(asking, number, edition) : undefined;
  const request: SubjectAccess = {
    ...{ what: 'subject-access', of: subjectOf(record), number, version: 1, file: record.file },
    ...{ at, by: { sub: by.sub, agency: by.agency }, sealed, subject, requester, ties, through },
    ...{ because: [...against], votes: [], state: clock ? 'waiting' : 'released' },
    ...(clock ? { watched: WATCHED_REQUESTS, deadline: clock.dueAt } : { decidedAt: at }),
  };
  const event = { ...said('request.asked', asking, request), deadline: clock?.dueAt };
  return { kept: [counted(record), request, ...(clock ? [clock] : [])], events: [event] };
}

type Voting = Acting & {
  readonly request: SubjectAccess;
  readonly side: Vote['side'];
  readonly verdict: Verdict;
  readonly clocks: readonly Clock[];
  readonly sealed: Sealed | undefined;
};

/** An officer and a person of the lead, never one for both; one who refuses is enough. */
export function vote(voting: Voting): Decision {
  const { record, request, side, verdict, by, at, clocks, sealed } = voting;
  if (request.state !== 'waiting') throw new Refusal('already-decided');
  const known = request.votes.some((one) => one.side === side || one.by.sub === by.sub);
  if (known) throw new Refusal('second-person-needed');
  const own = { side, verdict, at, by: { sub: by.sub, agency: by.agency } };
  const votes = [...request.votes, own];
  const state = stateAfter(votes);
  const after: SubjectAccess = {
    ...{ ...request, version: request.version + 1, votes, state },
    ...(sealed && { sealed }),
  };
  const kept: Kept[] = [counted(record), state === 'waiting' ? after : settled(after, at)];
  const name = `${AGREED_CLOCK}-${request.number}`;
  const open = clocks.filter((clock) => clock.name === name && !clock.endedAt);
  const ended = state === 'waiting' ? [] : open.map((clock) => endClock(clock, at));
  return { kept: [...kept, ...ended], events: [said('request.decided', voting, after)] };
}

function stateAfter(votes: readonly Vote[]): SubjectAccess['state'] {
  if (votes.some(({ verdict }) => verdict === 'refuse')) return 'refused';
  return votes.length < 2 ? 'waiting' : 'released';
}

const settled = ({ watched: _, deadline: __, ...rest }: SubjectAccess, at: string) => ({
  ...rest,
  decidedAt: at,
});

const said = (
  type: JournalEvent['type'],
  { record, referral, by, at, event, lead, national }: Acting,
  { number, state }: SubjectAccess,
): JournalEvent => ({
  ...{ id: event, type, at, subject: subjectOf(record), version: record.version + 1 },
  ...{ by: { sub: by.sub, agency: by.agency }, file: record.file, referral: referral.id },
  case: record.what === 'case' ? record.id : undefined,
  to: [...new Set([lead, national])],
  codes: { number: String(number), state },
});

const agreedClock = (
  { record, referral, at, national }: Acting,
  number: number,
  edition: Edition,
) =>
  startClock(
    {
      ...{ name: AGREED_CLOCK, numbered: String(number), subject: subjectOf(record) },
      ...{ holder: national, file: record.file, referral: referral.id, urgency: 'routine' },
      case: record.what === 'case' ? record.id : undefined,
      startedAt: at,
    },
    edition,
  );
