import { randomUUID } from 'node:crypto';
import { cancelBooking } from '../../functions/bookings/cancel-booking.ts';
import { confirmBooking } from '../../functions/bookings/confirm-booking.ts';
import { declineBooking } from '../../functions/bookings/decline-booking.ts';
import { holdSlot } from '../../functions/bookings/hold-slot.ts';
import { moveBooking } from '../../functions/bookings/move-booking.ts';
import { expireHolds } from '../../functions/replan-visits/expire-holds.ts';
import { type Booking, Proposal } from '../../shared/domain/booking/booking.ts';
import type { Claim } from '../../shared/domain/booking/sheet.ts';
import type { BookingId, InterviewId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import type { Resource } from '../../shared/domain/resource/resource.ts';
import { policy } from '../../shared/policy/policy.ts';
import { accessLog } from '../../shared/store/access-log.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { journal } from '../../shared/store/journal.ts';
import { members } from '../../shared/store/members.ts';
import { proposals } from '../../shared/store/proposals.ts';
import { records } from '../../shared/store/records.ts';
import type { Table } from '../../shared/store/table.ts';
import {
  aCase,
  agency,
  aPrincipal,
  aReferralInProgress,
  CENTRE,
  counting,
  georgiaAt,
  LEAD,
  later,
  POLICE,
} from '../build.ts';
import { aPerson, aRole, aThing, aVisit, MORNING, PROSECUTOR } from '../finding.ts';
import { oneOf } from '../hub/chance.ts';

export const LEGAL_AID = agency('legal-aid-kutaisi');
export const AGENCIES = [CENTRE, LEAD, POLICE, PROSECUTOR, LEGAL_AID] as const;
/** Role by agency: each answers for one, the centre for two. */
const ROLES = [
  ['interviewer', CENTRE],
  ['psychologist', CENTRE],
  ['social-worker', LEAD],
  ['investigator', POLICE],
  ['prosecutor', PROSECUTOR],
  ['child-lawyer', LEGAL_AID],
] as const;
/** Thursday and Friday of the week that begins on `MORNING`'s Tuesday. */
export const DAYS = ['2026-11-26', '2026-11-27'] as const;
const bytes = counting(90_000);
const signer = proposals(async () => new Uint8Array(32).fill(3));

/** A clock that is moved by hand; each who acts may see it wrong by so many seconds. */
export interface Clock {
  now: number;
}
const text = (ms: number): string => new Date(ms).toISOString();

/** The use cases of the functions over a table, as somebody with a clock that is off runs them. */
export function actors(table: Table, clock: Clock, skewSeconds = 0) {
  const now = () => text(clock.now + skewSeconds * 1000);
  const deps = {
    table,
    records: records(table),
    journal: journal({
      table,
      nowSeconds: () => Math.floor(Date.parse(now()) / 1000),
      random: Math.random,
      newToken: randomUUID,
    }),
    access: accessLog({
      table: table,
      randomText: randomUUID,
      groundOf: () => undefined,
      count: () => undefined,
    }),
    policy,
    proposals: signer,
    now,
    bytes,
  };
  return {
    now,
    hold: holdSlot(deps),
    confirm: confirmBooking(deps),
    decline: declineBooking(deps),
    move: moveBooking(deps),
    cancel: cancelBooking(deps),
    expire: expireHolds(deps),
  };
}
export type Actors = ReturnType<typeof actors>;

export const principalOf = (of: (typeof AGENCIES)[number]) => aPrincipal(of);

/** What every call of a use case has beside its path and body. */
export const asked = (of: (typeof AGENCIES)[number], key: string = randomUUID()) => ({
  principal: principalOf(of),
  query: {},
  lang: 'en' as const,
  expected: 0,
  once: { operation: 'test', key, bodyHash: key },
});

interface SceneOptions {
  readonly people: number;
  readonly rooms: number;
  readonly visits: number;
}

/** Five agencies with their people and rooms, and visits that wait for a time. */
export async function scene(table: Table, { people, rooms, visits }: SceneOptions) {
  const store = members(table);
  for (const of of AGENCIES) {
    const { membership: version, ...member } = principalOf(of);
    if (!(await store.find(member.sub))) await store.save({ ...member, version }, randomUUID());
  }
  const able = (role: string, of: (typeof AGENCIES)[number]) =>
    Array.from({ length: people }, () => aPerson(of, role));
  const persons = ROLES.flatMap(([role, of]) => able(role, of));
  const things = Array.from({ length: rooms }, () => aThing('interview-room'));
  const resources = [...persons, ...things];
  for (const one of resources) {
    await table.transact(writesOf({ kept: [one], events: [] }), randomUUID());
  }
  const waiting: Interview[] = [];
  for (let made = 0; made < visits; made += 1) waiting.push(await openVisit(table));
  return { resources, visits: waiting };
}
export type Scene = Awaited<ReturnType<typeof scene>>;

/** A visit that waits for a time, with the case it belongs to. */
export async function openVisit(
  table: Table,
  over: Partial<Extract<Interview, { status: 'planning' }>> = {},
): Promise<Interview> {
  const referral = aReferralInProgress({ version: 1 });
  const opened = aCase({ referral: referral.id, file: referral.file });
  const roles = ROLES.map(([role, of]) => aRole(role, of, { standIn: true }));
  const tier = {
    tier: 1,
    startedAt: MORNING,
    dueAt: later({ hours: 168 }, MORNING),
    reasons: ['x'],
  };
  const visit = aVisit({
    case: opened.id,
    referral: referral.id,
    file: referral.file,
    child: opened.id,
    roles,
    tier,
    ...over,
  });
  await table.transact(writesOf({ kept: [referral, opened, visit], events: [] }), randomUUID());
  return visit;
}

interface Wanted {
  readonly visit: Interview;
  readonly at: string;
  readonly random: () => number;
  readonly purpose?: Booking['purpose'];
  readonly claims?: readonly Claim[];
}

/** Some time as a search might have found it: for anybody of each role and any room. */
export function proposalFor({ resources }: Pick<Scene, 'resources'>, wanted: Wanted): Proposal {
  const { visit, at, random, purpose = 'visit' } = wanted;
  const day = oneOf(DAYS, random);
  const from = 36 + Math.floor(random() * 24);
  const span = { day, from, to: from + 4 + Math.floor(random() * 5) };
  const start = text(Date.parse(`${day}T00:00:00+04:00`) + span.from * 900_000);
  const end = text(Date.parse(`${day}T00:00:00+04:00`) + span.to * 900_000);
  const claims = wanted.claims ?? claimsFor(resources, visit, span, random);
  return Proposal.parse({
    interview: visit.id,
    case: visit.case,
    referral: visit.referral,
    file: visit.file,
    purpose,
    start,
    end,
    site: CENTRE,
    parts: [{ part: purpose === 'visit' ? 'interview' : 'planning', start, end }],
    claims,
    agencies: AGENCIES.map((of) => ({
      agency: of,
      roles: ROLES.flatMap(([role, by]) => (by === of ? [role] : [])),
    })),
    told: AGENCIES,
    tier: 1,
    policy: georgiaAt().reference,
    version: visit.version,
    caseVersion: 1,
    dueAt: visit.tier.dueAt,
    validUntil: later({ minutes: 15 }, at),
  });
}

type Span = Pick<Claim, 'day' | 'from' | 'to'>;

function claimsFor(
  resources: readonly Resource[],
  visit: Interview,
  span: Span,
  random: () => number,
): Claim[] {
  const people = ROLES.map(([role, of]) => {
    const able = resources.filter(({ qualifications }) => qualifications[0]?.code === role);
    return { sheet: pick(able, random).id, role, agency: of, ...span };
  });
  const rooms = resources.filter(({ kind }) => kind === 'interview-room');
  const room = { sheet: pick(rooms, random).id, kind: 'interview-room', agency: CENTRE, ...span };
  const waiting = { ...span, to: span.from + 1 };
  return [
    ...people,
    room,
    { sheet: visit.child, ...span },
    // A zone of its own for each room: enough to be in each other's way, not more.
    { sheet: `${CENTRE}.waiting-${room.sheet.at(-1)}`, ...waiting },
  ];
}

const pick = <T>(all: readonly T[], random: () => number): T => {
  const one = all[Math.floor(random() * all.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

export const slotOf = (proposal: Proposal, of: (typeof AGENCIES)[number]): Promise<string> =>
  signer.sign(proposal, principalOf(of).sub);

/** A visit with the booking that stands for it, as it is now. */
export async function standing(table: Table, id: InterviewId) {
  const read = interviews(table);
  const visit = await read.interview(id);
  const booking: BookingId | undefined = 'booking' in visit ? visit.booking : undefined;
  return { visit, booking: booking && (await read.booking(id, booking)) };
}
