import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { EventType } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Interview } from './interview.ts';
import { toldOf } from './stopping.ts';

interface Approving {
  readonly visit: Interview;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/**
 * A second agency agrees that the child is interviewed once more, or that an interview broken off
 * long ago goes on. It must be another legal person than the one that asks.
 */
export function approve(approving: Approving, edition: Edition): Decision {
  const { visit, by, at } = approving;
  if (visit.status !== 'planning') throw new Refusal('visit-not-in-planning');
  const approved = { at, agency: by.agency, sub: by.sub };
  const { further, goesOn } = visit;
  const open = further && !further.approved && !visit.order;
  if (!open && (!goesOn || goesOn.approved)) throw new Refusal('nothing-to-approve');
  if (!areOther(visit.requestedBy, by.agency, edition)) {
    throw new Refusal('other-legal-person-needed');
  }
  const version = visit.version + 1;
  const after: Interview = open
    ? { ...visit, version, further: { ...further, approved } }
    : { ...visit, version, ...(goesOn && { goesOn: { ...goesOn, approved } }) };
  return changed(approving, after, 'interview.further-approved');
}

/** Agencies of one kind belong to one body; so do those kinds the pack names together. */
function areOther(a: AgencyId, b: AgencyId, edition: Edition): boolean {
  const [asks, approves] = [edition.agency(a)?.kind, edition.agency(b)?.kind];
  if (a === b || !asks || !approves || asks === approves) return false;
  return !edition.interview.further.oneLegalPerson.some(
    (kinds) => kinds.includes(asks) && kinds.includes(approves),
  );
}

/** What the child itself says to going on; without its yes nothing is booked. */
export function childAnswers(answering: Approving & { readonly agrees: boolean }): Decision {
  const { visit, agrees, at } = answering;
  const { goesOn } = visit;
  if (visit.status !== 'planning' || !goesOn) throw new Refusal('nothing-goes-on');
  const { childAgreedAt: _, ...rest } = goesOn;
  const after: Interview = {
    ...visit,
    version: visit.version + 1,
    goesOn: agrees ? { ...rest, childAgreedAt: at } : rest,
  };
  return changed(answering, after, 'interview.planned', { child: agrees ? 'yes' : 'no' });
}

function changed(
  { visit, by, at, event }: Approving,
  after: Interview,
  type: EventType,
  codes?: Readonly<Record<string, string>>,
): Decision {
  const { id, file, referral } = visit;
  const told = {
    id: event,
    type,
    at,
    by,
    file,
    referral,
    case: visit.case,
    subject: { kind: 'interview' as const, id },
    version: after.version,
    to: toldOf(visit, [], by.agency),
    ...(codes && { codes }),
  };
  return { kept: [after], events: [told] };
}
