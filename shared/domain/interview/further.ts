import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Booking } from '../booking/booking.ts';
import { type AgencyId, type EventId, InterviewId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { part } from '../part.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { Code } from '../text.ts';
import { text } from '../time.ts';
import type { Interview } from './interview.ts';
import { toldOf } from './stopping.ts';

/** A person asks for it on behalf of the defence: the right stands for itself. */
export const DEFENCE_RIGHT = 'defence-right';

/**
 * Why the child must be interviewed once more, on what, and by whom. The written necessity and the
 * topics in words are sealed.
 */
export const Further = z.object({
  ...part('further'),
  of: z.object({ kind: z.literal('interview'), id: InterviewId }),
  after: InterviewId,
  need: Code,
  topics: z.int().min(1),
  /** Why it is not the interviewer of before. */
  otherInterviewer: Code.optional(),
});
export type Further = z.infer<typeof Further>;

interface Asking {
  /** The interview that was held; the plan of the further one follows it. */
  readonly previous: Extract<Interview, { status: 'ended' }>;
  readonly booking: Pick<Booking, 'claims'>;
  readonly id: InterviewId;
  readonly place: number;
  readonly need: string;
  readonly topics: number;
  readonly otherInterviewer: string | undefined;
  readonly order: { readonly document: string; readonly court: AgencyId } | undefined;
  readonly sealed: Sealed;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly event: EventId;
}

/** Opens a further interview of the episode; it is not bookable before it is approved. */
export function askFurther(asking: Asking, edition: Edition): Decision {
  const { previous, id, need, otherInterviewer, sealed, by, at, event } = asking;
  mustBeKnown(edition.has('furtherNeeds', need), '/need');
  mustBeKnown(
    !otherInterviewer || edition.has('otherInterviewerReasons', otherInterviewer),
    '/otherInterviewer',
  );
  const { file, referral } = previous;
  const of = { kind: 'interview' as const, id };
  const asked: Further = {
    what: 'further',
    of,
    number: 1,
    version: 1,
    file,
    at,
    by: { sub: by.sub, agency: by.agency },
    after: previous.id,
    need,
    topics: asking.topics,
    ...(otherInterviewer && { otherInterviewer }),
    sealed,
  };
  const visit = planned(asking, edition);
  const told: JournalEvent = {
    id: event,
    type: 'interview.further-asked',
    at,
    by,
    file,
    referral,
    case: visit.case,
    subject: of,
    version: 1,
    to: toldOf(visit, [], by.agency),
    codes: { need, place: String(visit.place) },
    deadline: visit.tier.dueAt,
  };
  return { kept: [visit, asked], events: [told] };
}

const mustBeKnown = (known: boolean, pointer: string): void => {
  if (!known) throw new Refusal('unknown-code', [{ pointer, code: 'unknown-code' }]);
};

/** The plan of the interview that was held, without what is not done again. */
function planned(asking: Asking, edition: Edition): Interview {
  const { previous, id, place, need, order, by, at } = asking;
  const { status, booking, startedAt, result, endedAt, leftAt, ...before } = previous;
  const { siblings, breach, unreachable, meeting, goesOn, sealed, interviewer, ...plan } = before;
  const known = knownInterviewer(asking);
  return {
    ...plan,
    id,
    version: 1,
    status: 'planning',
    place,
    requestedBy: by.agency,
    openedAt: at,
    tier: tierFrom(previous.tier, at, edition),
    ground: order ? 'court-order' : groundAgain(previous.ground),
    ...(order && { order: { ...order, at } }),
    parts: plan.parts.filter(({ part: one }) => one !== 'medical'),
    roles: plan.roles.flatMap(withoutMedical),
    medical: { ...plan.medical, ordered: false },
    ...(known && { interviewer: known }),
    further: { number: 1, after: previous.id, need },
    policy: edition.reference,
  };
}

function tierFrom(tier: Interview['tier'], at: string, edition: Edition): Interview['tier'] {
  const rule = edition.interview.tiers.find((one) => one.tier === tier.tier);
  if (!rule) return { ...tier, startedAt: at };
  const due = Temporal.Instant.from(at).add({ [rule.within.unit]: rule.within.amount });
  return { ...tier, startedAt: at, dueAt: text(due) };
}

/** A consent was for the interview it was given for. */
const groundAgain = (ground: Interview['ground']): Interview['ground'] =>
  ground === 'no-consent-needed' ? ground : 'consent-awaited';

const withoutMedical = (role: Interview['roles'][number]): Interview['roles'] => {
  const parts = role.parts.filter((one) => one !== 'medical');
  return parts.length > 0 ? [{ ...role, parts }] : [];
};

/** The same person as before, unless it was said why that is not possible. */
function knownInterviewer({ booking, otherInterviewer, previous }: Asking): string | undefined {
  if (otherInterviewer) return undefined;
  const claim = booking.claims.find(({ role }) => role === 'interviewer');
  return claim?.sheet ?? previous.interviewer;
}
