import { Temporal } from 'temporal-polyfill';
import type { BookingId, EventId, InterviewId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { Refusal } from '../refusal.ts';
import { text } from '../time.ts';
import type { Booking, Proposal } from './booking.ts';
import { type By, toldOf } from './told.ts';

export type HeldBooking = Extract<Booking, { state: 'held' }>;

export interface Holding {
  readonly interview: InterviewId;
  readonly proposal: Proposal;
  /** Why it is held after its deadline, where it is. */
  readonly breach?: string | undefined;
  readonly id: BookingId;
  readonly event: EventId;
  readonly by: Required<By> & HeldBooking['heldBy'];
  readonly at: string;
}

/** A time that was found is held until all have confirmed. The store refuses what is not free. */
export function holdSlot(
  holding: Holding,
  edition: Edition,
): Decision & { readonly booking: HeldBooking } {
  const booking = heldBooking(holding, edition);
  const { event: id, by, at, proposal } = holding;
  const version = proposal.version + 1;
  const event = toldOf(booking, { type: 'interview.held', id, version, by, at });
  return { booking, kept: [booking], events: [event] };
}

/** What was found, as a booking that waits for its answers; refuses what may not be held. */
export function heldBooking(holding: Holding, edition: Edition): HeldBooking {
  checkProposal(holding, edition);
  const { proposal, breach, id, by, at } = holding;
  const { version, caseVersion: _case, dueAt: _due, validUntil: _until, ...place } = proposal;
  const expiresAt = lapsesAt(proposal, at, edition);
  return {
    ...place,
    what: 'booking',
    id,
    version: 1,
    state: 'held',
    agencies: place.agencies.map((one) => ({ ...one, state: 'asked' })),
    heldAt: at,
    heldBy: { sub: by.sub, agency: by.agency },
    sequence: version,
    breach,
    expiresAt,
    next: afterSkew(expiresAt, edition),
  };
}

function checkProposal({ interview, proposal, breach, at }: Holding, edition: Edition): void {
  if (proposal.interview !== interview) throw wrong('/slot', 'other-interview');
  if (proposal.validUntil <= at) throw new Refusal('proposal-expired');
  if (proposal.start <= at) throw new Refusal('in-the-past', [pointed('/slot', 'in-the-past')]);
  if (breach !== undefined && !edition.has('breachReasons', breach)) {
    throw new Refusal('unknown-code', [pointed('/breach', 'unknown-code')]);
  }
  const late = proposal.purpose === 'visit' && proposal.start > proposal.dueAt;
  if (late && breach === undefined) {
    throw new Refusal('breach-reason-missing', [pointed('/breach', 'breach-reason-missing')]);
  }
}

const pointed = (pointer: string, code: string) => ({ pointer, code });
const wrong = (pointer: string, code: string) =>
  new Refusal('body-invalid', [pointed(pointer, code)]);

/** Until when all have to answer: by the tier, and never beyond the start. In whole seconds. */
export function lapsesAt(
  { tier, start }: Pick<Booking, 'tier' | 'start'>,
  at: string,
  edition: Edition,
): string {
  const { minutes } = edition.interview.holding;
  const most = minutes[tier] ?? minutes.at(-1) ?? 0;
  const lapses = Temporal.Instant.from(at).add({ minutes: most });
  const begins = Temporal.Instant.from(start);
  const first = Temporal.Instant.compare(lapses, begins) < 0 ? lapses : begins;
  return text(first.round({ smallestUnit: 'second', roundingMode: 'floor' }));
}

/** From when a clock that goes wrong by no more than the skew sees it run out. */
export const afterSkew = (expiresAt: string, { interview }: Edition): string =>
  text(Temporal.Instant.from(expiresAt).add({ seconds: interview.holding.skewSeconds }));

/** Until when it may still be made final. */
export const beforeSkew = (expiresAt: string, { interview }: Edition): string =>
  text(Temporal.Instant.from(expiresAt).subtract({ seconds: interview.holding.skewSeconds }));
