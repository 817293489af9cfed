import * as z from 'zod';
import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import { AgencyId, CaseId, type EventId, ReferralId, type TaskId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import type { Task } from '../task/task.ts';
import { Instant } from '../time.ts';
import { confirmed } from './confirmed.ts';
import { askedToLead } from './take-over.ts';

/**
 * The lead's answer whether two reports are about one child, kept with the case that goes on. The
 * reason in its own words is sealed; undone, it stays on record.
 */
export const Joining = z.object({
  ...part('joining'),
  of: z.object({ kind: z.literal('case'), id: CaseId }),
  same: z.enum(['yes', 'no']),
  /** What it was compared with. */
  referral: ReferralId,
  case: CaseId.optional(),
  /** Who led the other case when the two were joined. */
  formerLead: AgencyId.optional(),
  undoneAt: Instant.optional(),
});
export type Joining = z.infer<typeof Joining>;

/** One of the two: a referral with its case if it has one. */
export interface Side {
  readonly referral: RoutedReferral;
  readonly case: Case | undefined;
}

/** A question to the lead that this answers, with its clocks. */
export interface Asked {
  readonly task: Task;
  readonly clocks: readonly Clock[];
}

export interface Join {
  /** The case on which it is answered. */
  readonly own: Side & { readonly case: Case };
  readonly other: Side;
  readonly same: 'yes' | 'no';
  /** The referral whose lead was asked, with all that this answer covers. */
  readonly covers: { readonly of: Side; readonly referrals: readonly ReferralId[] } | undefined;
  readonly asked: readonly Asked[];
  readonly number: number;
  readonly sealed: Sealed;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly ids: { readonly task: () => TaskId; readonly event: () => EventId };
}

/** The case that goes on for both: of those still open the older one. */
export function survivorOf({ own, other }: Pick<Join, 'own' | 'other'>): Case {
  const open = [own.case, other.case].filter((one) => one?.status === 'open');
  const [oldest] = open
    .filter((one) => one !== undefined)
    .toSorted((a, b) => a.openedAt.localeCompare(b.openedAt) || a.id.localeCompare(b.id));
  return oldest ?? own.case;
}

/** Where the answer is kept: two children stay where they are, one goes on in one case. */
export const keptIn = (call: Pick<Join, 'own' | 'other' | 'same'>): Case =>
  call.same === 'yes' ? survivorOf(call) : call.own.case;

/** Where nothing is open any more, the answer is remembered and nothing is joined. */
export const joins = (call: Pick<Join, 'own' | 'other' | 'same'>): boolean =>
  call.same === 'yes' && call.other.case !== undefined && keptIn(call).status === 'open';

/**
 * Answers whether two reports are about one child. Joined, both keep their histories, tasks and
 * clocks, none of which moves; the unit that leads the older case is asked to lead the other too.
 */
export function join(call: Join, edition: Edition): Decision {
  const { own, other } = call;
  const kept = keptIn(call);
  const away = joins(call) ? (kept.id === own.case.id ? other : own) : undefined;
  const given = recorded(call, kept, away);
  const takenOver =
    away?.case && away.case.lead !== kept.lead && away.case.status === 'open'
      ? askedToLead({ ...call, of: away, lead: kept.lead }, edition)
      : NOTHING;
  const answered = confirmed(call);
  return {
    kept: [...given.kept, ...takenOver.kept, ...answered.kept],
    events: [...given.events, ...takenOver.events, ...answered.events],
  };
}

const NOTHING: Decision = { kept: [], events: [] };

/** The answer itself, with what each case knows of the other from now on. */
function recorded(call: Join, survivor: Case, away: Side | undefined): Decision {
  const { other, own, same, number, sealed, by, at } = call;
  // Seen from the case that goes on, the other one is whatever was compared with it.
  const compared = survivor.id === own.case.id ? other : own;
  const joining: Joining = {
    what: 'joining',
    of: { kind: 'case', id: survivor.id },
    number,
    version: 1,
    file: survivor.file,
    at,
    by: { sub: by.sub, agency: by.agency },
    same,
    referral: compared.referral.id,
    ...(compared.case && { case: compared.case.id }),
    ...(away?.case && { formerLead: away.case.lead }),
    sealed,
  };
  const counted: Case = {
    ...survivor,
    version: survivor.version + 1,
    ...(away?.case && { joined: [...(survivor.joined ?? []), away.case.id] }),
  };
  const type = same === 'yes' ? 'case.joined' : 'case.told-apart';
  if (!away?.case) return { kept: [joining, counted], events: [event(call, counted, type)] };
  const gone: Case = { ...away.case, version: away.case.version + 1, joinedTo: survivor.id };
  const events = [event(call, counted, type), event(call, gone, type)];
  return { kept: [joining, counted, gone], events };
}

interface Undo {
  readonly joining: Joining;
  readonly survivor: Side & { readonly case: Case };
  readonly away: Side;
  /** The question to take over the lead, while nobody has answered it. */
  readonly offer: Asked | undefined;
  readonly sealed: Sealed;
  readonly by: Join['by'];
  readonly at: string;
  readonly ids: Join['ids'];
}

/**
 * Takes a joining back: both cases are as before, with everything that has happened since. Where the
 * lead has moved, the former one is asked to take over again, and the present one answers until then.
 */
export function undo(call: Undo, edition: Edition): Decision {
  const { joining, survivor, away, offer, at, sealed } = call;
  if (joining.undoneAt) throw new Refusal('already-undone');
  const gone: Joining = { ...joining, version: joining.version + 1, undoneAt: at, sealed };
  const { joined = [], ...rest } = survivor.case;
  const version = survivor.case.version + 1;
  const left = joined.filter((id) => id !== away.case?.id);
  const alone: Case = { ...rest, version, ...(left.length > 0 && { joined: left }) };
  if (!away.case) return { kept: [gone, alone], events: [event(call, alone, 'case.parted')] };
  const { joinedTo: _, ...own } = away.case;
  const apart: Case = { ...own, version: away.case.version + 1 };
  const events = [event(call, alone, 'case.parted'), event(call, apart, 'case.parted')];
  const back = leadGoesBack(call, offer, edition);
  return { kept: [gone, alone, apart, ...back.kept], events: [...events, ...back.events] };
}

function leadGoesBack(call: Undo, offer: Asked | undefined, edition: Edition): Decision {
  const { joining, away } = call;
  if (offer) return confirmed({ ...call, asked: [offer], parted: true });
  const { formerLead } = joining;
  if (!formerLead || !away.case || away.case.status !== 'open') return NOTHING;
  if (away.case.lead === formerLead) return NOTHING;
  return askedToLead({ ...call, of: away, lead: formerLead }, edition);
}

/** Told to whoever leads the case; what it is about its lead reads there. */
const event = (
  { by, at, ids }: Pick<Join, 'by' | 'at' | 'ids'>,
  changed: Case,
  type: 'case.joined' | 'case.told-apart' | 'case.parted',
): JournalEvent => ({
  id: ids.event(),
  type,
  at,
  by,
  file: changed.file,
  referral: changed.referral,
  case: changed.id,
  subject: { kind: 'case', id: changed.id },
  version: changed.version,
  to: changed.lead === by.agency ? [] : [changed.lead],
});
