import type { AgencyId, EventId } from '../ids.ts';
import type { Interview } from '../interview/interview.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { Edition } from '../policy/edition.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import type { Blocked } from '../scheduling/question.ts';

interface Looked {
  readonly visit: Interview;
  readonly lead: AgencyId;
  readonly blocked: Blocked | undefined;
  readonly at: string;
  readonly event: EventId;
}

/** Codes of an event are short: so many blockers are named in it, the others where times are sought. */
const NAMED_MOST = 6;

/** Whoever can do something about it: the lead, the site, the prosecutor, who asked, the national desk. */
const escalatedTo = ({ visit, lead }: Looked, edition: Edition): AgencyId[] => [
  ...new Set([
    lead,
    visit.site.agency,
    visit.requestedBy,
    ...visit.roles.map(({ agency }) => agency).filter((one) => isProsecutor(one, edition)),
    nationalDesk(edition).desk.id,
  ]),
];

const isProsecutor = (agency: AgencyId, edition: Edition): boolean =>
  edition.agency(agency)?.kind === 'prosecutor';

/**
 * No time is left before the deadline: said once, until one appears again or another deadline holds.
 * Nothing, where it has been said or there is nothing to say.
 */
export function reachability(looked: Looked, edition: Edition): Decision | undefined {
  const { visit, blocked, at } = looked;
  if (blocked && !visit.unreachable) {
    const changed = { ...visit, version: visit.version + 1, unreachable: { since: at } };
    const codes = { blockers: blockersOf(blocked), tier: String(visit.tier.tier) };
    const event = eventOf(looked, 'interview.unreachable', codes, escalatedTo(looked, edition));
    return { kept: [changed], events: [event] };
  }
  if (!blocked && visit.unreachable) {
    const { unreachable: _, ...rest } = visit;
    const changed = { ...rest, version: visit.version + 1 };
    const codes = { reachable: 'yes' };
    const event = eventOf(looked, 'interview.reachable', codes, escalatedTo(looked, edition));
    return { kept: [changed], events: [event] };
  }
  return undefined;
}

const blockersOf = ({ blockers }: Blocked): string =>
  blockers
    .slice(0, NAMED_MOST)
    .map(({ codes }) => codes.join('+'))
    .join(' ')
    .slice(0, 200);

function eventOf(
  { visit, at, event }: Looked,
  type: 'interview.unreachable' | 'interview.reachable',
  codes: Record<string, string>,
  to: AgencyId[],
): JournalEvent {
  const { id, file, referral, policy, tier } = visit;
  return {
    id: event,
    type,
    at,
    subject: { kind: 'interview', id },
    version: visit.version + 1,
    by: HUB,
    file,
    referral,
    case: visit.case,
    to,
    deadline: tier.dueAt,
    codes,
    policy,
  };
}

/** The hub itself, where nobody else acts. */
export const HUB = { sub: 'replan-visits' } as const;
