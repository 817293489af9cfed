import { endDeparture } from '../../shared/contract/aftercare.ts';
import { addTask } from '../../shared/contract/cases.ts';
import { endVisit } from '../../shared/contract/visits.ts';
import { AgencyId, type CaseId, type InterviewId } from '../../shared/domain/ids.ts';
import type { InterviewResult } from '../../shared/domain/interview/interview.ts';
import { accept } from './steps.ts';
import { CENTRE, grown, LEAD, PROSECUTOR, ready, started } from './visits.ts';
import type { World } from './world.ts';

const KEEPER = 'person-eka-centre-kutaisi';
const AFTER = ['safety-renewed', 'self-harm-screen', 'named-contact'];

/** The prosecutor is at work beside those who were asked by routing. */
export async function prosecuted(world: World, caseId: CaseId): Promise<void> {
  const body = { kind: 'register-report', agency: AgencyId.parse(PROSECUTOR) };
  const task = (await world.as(LEAD)(addTask, { path: { caseId }, body })).body;
  await accept(world, PROSECUTOR, task.id);
}

/** A child in whose case everybody is at work has been interviewed, and this came of it. */
export async function interviewed(world: World, result: InterviewResult) {
  const visit = await ready(world, grown());
  await prosecuted(world, visit.caseId);
  await held(world, visit.interviewId, result);
  return visit;
}

/** The interview has begun, ended so, and the child has left. */
export async function held(world: World, interviewId: InterviewId, result: InterviewResult) {
  await started(world, interviewId);
  const body = { result, covered: [], notAsked: [] };
  await world.as(CENTRE)(endVisit, { path: { interviewId }, body });
  const reasons = AFTER.map((item) => ({ item, reason: 'child-left' }));
  await world.as(KEEPER)(endDeparture, { path: { interviewId }, body: { reasons } });
}
