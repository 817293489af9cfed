import { type Proposal, Proposal as ProposalSchema } from '../../shared/domain/booking/booking.ts';
import { type HeldBooking, heldBooking } from '../../shared/domain/booking/hold.ts';
import type { LiveBooking } from '../../shared/domain/booking/standing.ts';
import { newBookingId, newResourceId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import {
  anEventId,
  aPrincipal,
  CENTRE,
  counting,
  georgiaAt,
  LEAD,
  later,
  POLICE,
} from '../build.ts';
import { aRole, aVisit, MORNING } from '../finding.ts';

/** Makers of a time that was found, held and booked; of three agencies, the centre with two roles. */

const bytes = counting(150_000);
export const EDITION = georgiaAt(MORNING);
export const START = '2026-11-26T06:00:00.000Z';
const DAY = '2026-11-26';
const SPAN = { day: DAY, from: 40, to: 50 };

export const PEOPLE = {
  interviewer: newResourceId(bytes),
  psychologist: newResourceId(bytes),
  'social-worker': newResourceId(bytes),
  investigator: newResourceId(bytes),
} as const;
type RoleName = keyof typeof PEOPLE;
const AGENCY_OF = {
  interviewer: CENTRE,
  psychologist: CENTRE,
  'social-worker': LEAD,
  investigator: POLICE,
} as const;
export const ROOM = newResourceId(bytes);

export const waitingVisit = (
  over: Partial<Extract<Interview, { status: 'planning' }>> = {},
): Extract<Interview, { status: 'planning' }> => {
  const roles = (Object.keys(PEOPLE) as RoleName[]).map((role) =>
    aRole(role, AGENCY_OF[role], { standIn: true, qualification: role }),
  );
  const visit = aVisit({ version: 3, roles, ...over });
  if (visit.status !== 'planning') throw new Error('made to be planned');
  return visit;
};

export const aProposal = (visit: Interview, over: Partial<Proposal> = {}): Proposal =>
  ProposalSchema.parse({
    interview: visit.id,
    case: visit.case,
    referral: visit.referral,
    file: visit.file,
    purpose: 'visit',
    start: START,
    end: later({ hours: 2, minutes: 30 }, START),
    site: CENTRE,
    parts: [{ part: 'interview', start: START, end: later({ hours: 1 }, START) }],
    claims: [
      ...(Object.keys(PEOPLE) as RoleName[]).map((role) => ({
        sheet: PEOPLE[role],
        role,
        agency: AGENCY_OF[role],
        ...SPAN,
      })),
      { sheet: ROOM, kind: 'interview-room', agency: CENTRE, ...SPAN },
      { sheet: visit.child, ...SPAN },
    ],
    agencies: [
      { agency: CENTRE, roles: ['interviewer', 'psychologist'] },
      { agency: LEAD, roles: ['social-worker'] },
      { agency: POLICE, roles: ['investigator'] },
    ],
    told: [CENTRE, LEAD, POLICE],
    tier: 1,
    policy: EDITION.reference,
    version: visit.version,
    caseVersion: 1,
    dueAt: visit.tier.dueAt,
    validUntil: later({ minutes: 15 }, MORNING),
    ...over,
  });

export const by = (of = LEAD) => {
  const { sub, agency } = aPrincipal(of);
  return { sub, agency };
};

export interface Held {
  readonly interview: Extract<Interview, { status: 'held' }>;
  readonly booking: HeldBooking;
}

/** A visit with a time that was held in the morning. */
export function aHold(over: Parameters<typeof waitingVisit>[0] = {}): Held {
  const visit = waitingVisit(over);
  const proposal = aProposal(visit);
  const given = { id: newBookingId(bytes), event: anEventId(), by: by(), at: MORNING };
  const booking = heldBooking({ interview: visit.id, proposal, ...given }, EDITION);
  const version = visit.version + 1;
  return { interview: { ...visit, status: 'held', booking: booking.id, version }, booking };
}

/** The same, when all have confirmed. */
export function aBooked(over: Parameters<typeof waitingVisit>[0] = {}) {
  const { interview, booking } = aHold(over);
  const { expiresAt: _, next: __, ...rest } = booking;
  const booked: LiveBooking = {
    ...rest,
    state: 'booked',
    bookedAt: later({ hours: 1 }, MORNING),
    agencies: booking.agencies.map((one) => ({ ...one, state: 'confirmed' })),
  };
  return { interview: { ...interview, status: 'booked' as const }, booking: booked };
}

/** Everybody who was taken, with the qualification for it. */
export const qualified = (to?: string) =>
  new Map(
    (Object.keys(PEOPLE) as RoleName[]).map((role) => [
      PEOPLE[role] as string,
      [{ code: role as string, from: '2020-01-01', to }],
    ]),
  );

export const acting = (of = LEAD, at = later({ hours: 1 }, MORNING)) => ({
  by: by(of),
  at,
  event: anEventId(),
});
export const nobody = { qualified: qualified(), watched: [] };
