import { randomUUID } from 'node:crypto';
import { operatorTable } from '../../infra/local/operator.ts';
import { openInterview, planInterview } from '../../shared/contract/interviews.ts';
import { prepare } from '../../shared/contract/preparation.ts';
import { fileTopics } from '../../shared/contract/topics.ts';
import { holdPlanning, startVisit } from '../../shared/contract/visits.ts';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import { AgencyId, type CaseId, type InterviewId, newBookingId } from '../../shared/domain/ids.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { counting, georgiaAt } from '../build.ts';
import { accept, readReferral, routed } from './steps.ts';
import { type Violence, violence } from './submissions.ts';
import type { World } from './world.ts';

/** The way of a visit to the day on which it is held; each step as its agency takes it. */

export const LEAD = 'agency-imereti';
export const POLICE = 'police-imereti';
export const PROSECUTOR = 'prosecutor-imereti';
/** Open on the local hub. */
export const CENTRE = 'centre-kutaisi';
const bytes = counting(120_000);

/** A child old enough to need nobody's consent, somewhere safe. */
export const grown = (changes: Partial<Violence> = {}): Violence =>
  violence({
    forms: ['sexual'],
    child: { municipality: 'zestaponi', ageYears: 15, languages: ['ka'] },
    allegedPerpetrators: [{ relation: 'neighbour', livesWithChild: 'no', name: 'გოჩა მაისურაძე' }],
    lastIncidentAt: '2026-01-02',
    ...changes,
  });

/** A case on which everybody who was asked is at work. */
export async function atWork(world: World, body: Violence = grown()) {
  const referral = await routed(world, body);
  for (const { kind, agency } of referral.asked) await accept(world, agency, referral.task(kind));
  const { case: caseId } = await readReferral(world, LEAD, referral.id);
  if (!caseId) throw new Error('no case');
  return { ...referral, caseId };
}

export const opened = async (world: World, caseId: CaseId): Promise<InterviewId> =>
  (await world.as(POLICE)(openInterview, { path: { caseId }, body: {} })).body.id;

export const visitOf = (world: World, id: InterviewId): Promise<Interview> =>
  interviews(operatorTable(world.hub)).interview(id);

export const AGENDA = ['safety-now', 'siblings', 'who', 'where', 'when', 'medical'];

export const meeting = (world: World) => ({
  heldAt: world.now(),
  attendance: [{ agency: AgencyId.parse(POLICE), role: 'investigator' }],
  agenda: AGENDA,
  decisions: [],
  informs: { agency: AgencyId.parse(LEAD), person: 'გიორგი კობახიძე' },
});

export const met = (world: World, interviewId: InterviewId) =>
  world.as(LEAD)(holdPlanning, { path: { interviewId }, body: meeting(world) });

export async function formChosen(world: World, interviewId: InterviewId): Promise<void> {
  const { version } = await visitOf(world, interviewId);
  const call = { path: { interviewId }, body: { legalForm: 'interview' as const } };
  await world.as(PROSECUTOR)(planInterview, { ...call, ifMatch: version });
}

/** Written into the store as a finished booking: by what way it was found is not asked here. */
export async function booked(world: World, id: InterviewId, start = world.now()): Promise<void> {
  const visit = await visitOf(world, id);
  const end = new Date(Date.parse(start) + 3 * 3600_000).toISOString();
  const booking: Booking = {
    what: 'booking',
    id: newBookingId(bytes),
    version: 1,
    state: 'booked',
    bookedAt: world.now(),
    interview: id,
    case: visit.case,
    referral: visit.referral,
    file: visit.file,
    purpose: 'visit',
    start,
    end,
    site: visit.site.agency,
    parts: [{ part: 'interview', start, end }],
    claims: [{ sheet: visit.child, day: start.slice(0, 10), from: 32, to: 44 }],
    agencies: [{ agency: visit.site.agency, roles: ['interviewer'], state: 'confirmed' }],
    told: [AgencyId.parse(LEAD)],
    tier: visit.tier.tier,
    heldAt: world.now(),
    heldBy: { sub: LEAD, agency: AgencyId.parse(LEAD) },
    sequence: 1,
    policy: georgiaAt().reference,
  };
  const next = { ...visit, status: 'booked', booking: booking.id, version: visit.version + 1 };
  await operatorTable(world.hub).transact(
    writesOf({ kept: [booking, next as Interview], events: [] }),
    randomUUID(),
  );
}

/** Every required point of the checklist is dealt with. */
export async function prepared(world: World, interviewId: InterviewId): Promise<void> {
  const done = (code: string, body: Parameters<typeof sent>[1]) => sent(code, body);
  const sent = (code: string, body: { done: true; devices?: string[] } | { notDone: string }) =>
    world.as(CENTRE)(prepare, { path: { interviewId, code }, body });
  await done('child-told', { done: true });
  await done('transport', { notDone: 'not-needed' });
  await done('recorders-tested', { done: true, devices: ['REC-1', 'REC-2'] });
}

/** All required roles of the visit, each filled by its agency. */
export async function everybody(world: World, id: InterviewId) {
  const { roles } = await visitOf(world, id);
  return roles
    .filter(({ required, parts }) => required && parts.includes('interview'))
    .map(({ role, agency }) => ({ role, agency }));
}

export async function started(world: World, interviewId: InterviewId) {
  const present = await everybody(world, interviewId);
  const call = { path: { interviewId }, body: { present } };
  return (await world.as(CENTRE)(startVisit, call)).body;
}

/** Planned, booked for now and prepared: the child can enter. */
export async function ready(world: World, body?: Violence) {
  const referral = await atWork(world, body);
  const interviewId = await opened(world, referral.caseId);
  await met(world, interviewId);
  await formChosen(world, interviewId);
  for (const agency of [POLICE, PROSECUTOR, LEAD]) {
    const call = { path: { interviewId }, body: { nothing: true as const } };
    await world.as(agency)(fileTopics, call);
  }
  await booked(world, interviewId);
  await prepared(world, interviewId);
  return { ...referral, interviewId };
}
