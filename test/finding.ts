import type { TakenDay } from '../shared/domain/booking/taken-day.ts';
import type { Sought } from '../shared/domain/finding/sought.ts';
import {
  type AgencyId,
  newFileId,
  newInterviewId,
  newReferralId,
  newResourceId,
  type ResourceId,
} from '../shared/domain/ids.ts';
import type { Interview } from '../shared/domain/interview/interview.ts';
import type { PlannedRole } from '../shared/domain/interview/role.ts';
import type { Availability, Resource, ResourceKind } from '../shared/domain/resource/resource.ts';
import { aCaseId, agency, CENTRE, counting, georgiaAt, LEAD, later, POLICE } from './build.ts';

/** Makers of what a search for a time looks at: a visit at a centre, and people and rooms for it. */

const bytes = counting(50_000);
/** Tuesday 24 November 2026, 08:00 in Tbilisi. */
export const MORNING = '2026-11-24T04:00:00.000Z';
export const TBILISI = agency('centre-tbilisi');
export const PROSECUTOR = agency('prosecutor-imereti');

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;
export const hours = (from: string, to: string): Availability => ({
  pattern: Object.fromEntries(WEEK.map((day) => [day, [{ from, to }]])),
  exceptions: [],
  leave: [],
  onCall: [],
  onHolidays: false,
});

export const aResource = (over: Partial<Resource> = {}): Resource => ({
  what: 'resource',
  id: newResourceId(bytes),
  agency: CENTRE,
  file: newFileId(bytes),
  version: 1,
  kind: 'person',
  qualifications: [],
  languages: ['ka'],
  availability: hours('09:00', '18:00'),
  buffers: { before: 0, after: 0 },
  accessible: true,
  ...over,
});

export const aPerson = (of: AgencyId, code: string, over: Partial<Resource> = {}): Resource =>
  aResource({ agency: of, qualifications: [{ code, from: '2020-01-01' }], ...over });

export const aThing = (kind: ResourceKind, over: Partial<Resource> = {}): Resource =>
  aResource({
    kind,
    site: over.agency ?? CENTRE,
    availability: hours('08:00', '20:00'),
    languages: [],
    ...(kind === 'interview-room' && {
      qualifications: [{ code: 'accredited-room', from: '2020-01-01' }],
    }),
    ...over,
  });

/** One room of each kind, two recorders and a car. */
export function aHouse(of: AgencyId = CENTRE): Resource[] {
  const room = aThing('interview-room', { agency: of });
  return [
    room,
    aThing('observation-room', { agency: of, observes: [room.id] }),
    aThing('waiting-room', { agency: of }),
    aThing('medical-room', { agency: of }),
    aThing('recorder', { agency: of }),
    aThing('recorder', { agency: of }),
    aThing('vehicle', { agency: of }),
  ];
}

export const aRole = (
  role: string,
  of: AgencyId,
  over: Partial<PlannedRole> = {},
): PlannedRole => ({
  role,
  parts: ['planning', 'interview'],
  place: 'observation-room',
  required: true,
  video: false,
  standIn: false,
  from: 'resources',
  agency: of,
  languages: [],
  because: [],
  ...over,
});

/** A visit of a child who lives where the centre is: an interview of an hour and a first contact. */
export const aVisit = (
  over: Partial<Extract<Interview, { status: 'planning' }>> = {},
): Interview => ({
  what: 'interview',
  id: newInterviewId(bytes),
  case: aCaseId(),
  referral: newReferralId(bytes),
  file: newFileId(bytes),
  version: 1,
  status: 'planning',
  child: aCaseId(),
  episode: 1,
  place: 1,
  requestedBy: POLICE,
  openedAt: MORNING,
  municipality: 'kutaisi',
  tier: { tier: 1, startedAt: MORNING, dueAt: later({ hours: 168 }, MORNING), reasons: ['young'] },
  ground: 'no-consent-needed',
  site: { agency: CENTRE, because: ['catchment'] },
  parts: [
    { part: 'planning', minutes: 45, breaks: 0 },
    { part: 'interview', minutes: 60, breaks: 1 },
    { part: 'first-contact', minutes: 30, breaks: 0 },
  ],
  medical: { because: 'later', ordered: false },
  roles: [
    aRole('interviewer', CENTRE, {
      place: 'interview-room',
      qualification: 'forensic-interviewer',
      languages: ['ka'],
    }),
    aRole('psychologist', CENTRE, {
      parts: ['planning', 'interview', 'first-contact'],
      qualification: 'psychologist',
    }),
    aRole('social-worker', LEAD, { qualification: 'social-worker' }),
  ],
  needs: [],
  language: 'ka',
  apart: [],
  policy: georgiaAt().reference,
  ...over,
});

/** Those who fill the roles of `aVisit`, one for each. */
export const theStaff = () => ({
  interviewer: aPerson(CENTRE, 'forensic-interviewer'),
  psychologist: aPerson(CENTRE, 'psychologist'),
  socialWorker: aPerson(LEAD, 'social-worker'),
});

export const aSearch = (over: Partial<Sought> = {}): Sought => ({
  interview: aVisit(),
  caseVersion: 1,
  lead: LEAD,
  purpose: 'visit',
  from: MORNING,
  to: later({ hours: 82 }, MORNING),
  now: MORNING,
  limit: 20,
  allowed: { standIns: false, video: true },
  onCall: false,
  resources: [...Object.values(theStaff()), ...aHouse()],
  calendars: new Map(),
  child: { years: 10, forbidden: [], preferred: [], known: [] },
  attending: [],
  shut: { agencies: [], accounts: [] },
  apart: [],
  siblings: [],
  declined: [],
  ...over,
});

/** A calendar in which these quarters of a day are surely taken. */
export function takenOn(
  ...all: readonly { sheet: ResourceId | string; day: string; from: number; to: number }[]
): Map<string, Map<string, TakenDay>> {
  const found = new Map<string, Map<string, TakenDay>>();
  for (const { sheet, day, from, to } of all) {
    const days = found.get(sheet) ?? new Map<string, TakenDay>();
    const { bits } = days.get(day) ?? { bits: new Uint8Array(12) };
    for (let q = from; q < to; q += 1) bits[q >> 3] = (bits[q >> 3] ?? 0) | (1 << (q & 7));
    found.set(sheet, days.set(day, { v: 1, bits, holds: [] }));
  }
  return found;
}
