import { CaseId, InterviewId, ReferralId, TaskId } from '../../../shared/domain/ids.ts';
import { routingOf } from '../steps.ts';
import { AGENDA, booked, everybody } from '../visits.ts';
import { report, WHO, WORDS } from './child.ts';
import type { Teller } from './teller.ts';

/** One case of violence in which every unit does its work and everybody writes something. */

export const SCHOOL = 'school-zestaponi';
export const LEAD = 'agency-imereti';
export const POLICE = 'police-imereti';
export const PROSECUTOR = 'prosecutor-imereti';
export const CENTRE = 'centre-kutaisi';
export const CLINIC = 'clinic-kutaisi';
export const SERVICE = 'municipality-zestaponi';
export const NGO = 'ngo-zestaponi';
export const GIORGI = 'person-giorgi-agency-imereti';

const TIES = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' };
const hoursFrom = (now: string, hours: number) =>
  new Date(Date.parse(now) + hours * 3_600_000).toISOString();

/** The child is reported, every unit accepts, the lead decides, asks and answers. */
export async function protectedChild(tell: Teller) {
  const { world, say } = tell;
  const { id } = await say(SCHOOL, 'submitReferral', {}, report());
  await world.hub.idle();
  const referralId = ReferralId.parse(id);
  const { asked, task } = await routingOf(world, referralId, SCHOOL);
  const at = { referralId };
  const accept = (agency: string, taskId: string, over: object = {}) =>
    say(
      agency,
      'transitionTask',
      { taskId },
      {
        ...{ to: 'accepted', actingPerson: WHO, deputy: WHO, note: WORDS },
        ...over,
      },
    );
  for (const { kind, agency, urgency } of asked) {
    const body = { to: 'accepted', actingPerson: WHO };
    if (urgency === 'urgent')
      await tell.plainly(agency, 'transitionTask', { taskId: task(kind) }, body);
    else await accept(agency, task(kind));
  }
  const read = await say(LEAD, 'getReferral', at);
  const caseId = CaseId.parse(read.case);
  const of = { caseId };
  const added: Record<string, TaskId> = {};
  for (const [agency, kind] of [
    [PROSECUTOR, 'register-report'],
    [SERVICE, 'support-family'],
    [NGO, 'provide-shelter'],
  ] as const) {
    const made = await say(LEAD, 'addTask', of, { kind, agency, note: WORDS });
    added[agency] = TaskId.parse(made.id);
    await accept(agency, String(made.id));
  }
  await say(LEAD, 'sendFeedback', at, { code: 'acting', message: WORDS });
  await say(SCHOOL, 'acknowledgeFeedback', { ...at, number: 1 });
  await say(LEAD, 'askReferrer', at, { question: WORDS });
  await say(SCHOOL, 'answerQuestion', { ...at, number: 1 }, { answer: WORDS });
  await say(SCHOOL, 'makeStatement', at, { kind: 'mistake', text: WORDS });
  await say(GIORGI, 'considerStatement', { ...at, number: 1 }, { note: WORDS });
  await say(LEAD, 'exceptFromFeedback', at, { code: 'child-told-in-person', note: WORDS });
  const news = (who: string) => {
    const { kind: _, narrativeLanguage, injuryVisible, safeContact, ...whole } = report();
    const { languages, sex, identity, ...child } = whole.child;
    return say(who, 'addNews', at, { ...whole, child, forms: [], narrativeLanguage });
  };
  for (const who of [SCHOOL, POLICE, LEAD]) await news(who);
  await world.hub.idle();
  const urgent = await tell.versionOf(LEAD, `/v1/tasks/${task('assess-safety')}`);
  const calmer = { urgency: 'routine', reason: 'child-safe-now', note: WORDS };
  await tell.send(LEAD, 'changeUrgency', { taskId: task('assess-safety') }, calmer, urgent);
  const decision = {
    ...{ childSeenAt: world.now(), seenBy: WHO, seenAlone: 'yes', where: 'school' },
    ...{ sleepsTonight: 'protective-relative', siblingsChecked: 'none', reason: WORDS },
    measures: [
      { kind: 'restraining-order', against: WORDS, validUntil: hoursFrom(world.now(), 90) },
    ],
    reviewBy: hoursFrom(world.now(), 100),
  };
  await tell.send(LEAD, 'decideSafety', of, decision);
  const lost = await say(LEAD, 'addTask', of, { kind: 'provide-shelter', agency: NGO });
  await accept(NGO, String(lost.id));
  const failed = { to: 'failed', reason: 'family-refused', note: WORDS };
  await say(NGO, 'transitionTask', { taskId: String(lost.id) }, failed, 2);
  const waived = { task: lost.id, reason: 'no-need-found', note: WORDS, askedBy: WHO };
  await say(GIORGI, 'askWaiver', of, waived);
  const telling = { to: POLICE, at: world.now(), why: 'immediate-safety', note: WORDS };
  await say(LEAD, 'recordTelling', of, telling);
  const perpetrator = { relation: 'acquaintance', name: WORDS, livesWithChild: 'no' };
  await say(LEAD, 'namePerpetrator', of, { perpetrator });
  await say(LEAD, 'correctPerpetrator', { ...of, number: 1 }, { perpetrator });
  const speaks = { person: WHO, capacity: 'legal-representative', ...TIES, reason: WORDS };
  await say(LEAD, 'decideSpeaker', of, speaks);
  await world.advance('PT1M');
  const contact = { person: WHO.name, phone: WHO.phone, when: WORDS, never: WORDS, ...TIES };
  await say(LEAD, 'confirmContact', of, { ...contact, inHousehold: 'no' });
  await say(LEAD, 'sendNotice', of, { kind: 'summons' });
  const correction = { kind: 'correction', reason: 'fact-wrong', correction: WORDS };
  await say(LEAD, 'makeRecall', at, correction);
  const kept = { status: 'kept', basis: 'child-protection-duty', actingPerson: WHO };
  const line = await tell.versionOf(POLICE, `/v1/referrals/${referralId}/recalls/1`);
  await tell.send(POLICE, 'confirmRecall', { ...at, number: 1 }, kept, line);
  return { referralId, caseId, task, asked, added };
}

/** The child is interviewed once, with everything around it that somebody can write. */
export async function interviewedChild(tell: Teller, caseId: CaseId) {
  const { world, say } = tell;
  const of = { caseId };
  const { id } = await say(POLICE, 'openInterview', of, { companion: WHO });
  const interviewId = InterviewId.parse(id);
  const at = { interviewId };
  const version = () => tell.versionOf(LEAD, `/v1/interviews/${interviewId}`);
  const meeting = {
    heldAt: world.now(),
    attendance: [{ agency: POLICE, role: 'investigator' }],
    agenda: AGENDA,
    decisions: [{ item: 'siblings', note: WORDS }],
    informs: { agency: LEAD, person: WHO },
  };
  await say(LEAD, 'holdPlanning', at, meeting);
  await say(PROSECUTOR, 'planInterview', at, { legalForm: 'interview' }, await version());
  await tell.send(POLICE, 'planInterview', at, { companion: { wanted: WHO } }, await version());
  await say(POLICE, 'planInterview', at, { companion: 'refused', reason: WORDS }, await version());
  const consent = { result: 'given', by: WHO, capacity: 'legal-representative', note: WORDS };
  await say(LEAD, 'recordConsent', at, consent);
  const exam = { from: hoursFrom(world.now(), 300), to: hoursFrom(world.now(), 303) };
  await say(LEAD, 'addForbiddenTime', at, { code: 'school-exam', when: exam });
  await say(LEAD, 'addWish', at, { kind: 'known-worker', account: GIORGI });
  await say(POLICE, 'fileTopics', at, { topics: [{ topic: 'who', question: WORDS }] });
  for (const who of [PROSECUTOR, LEAD]) await say(who, 'fileTopics', at, { nothing: true });
  await say(CENTRE, 'reviewTopic', { ...at, number: 1 }, { decision: 'reworded', question: WORDS });
  await booked(world, interviewId);
  const points = [
    ['child-told', { done: true, note: WORDS }],
    ['transport', { notDone: 'not-needed', note: WORDS }],
    ['recorders-tested', { done: true, devices: ['REC-1', 'REC-2'] }],
  ] as const;
  for (const [code, body] of points) await tell.send(CENTRE, 'prepare', { ...at, code }, body);
  const { points: all } = (await say(CENTRE, 'preparation', at)) as {
    points: { code: string }[];
  };
  for (const { code } of all.filter((one) => !points.some(([known]) => known === one.code))) {
    await tell.send(CENTRE, 'prepare', { ...at, code }, { notDone: 'not-needed', note: WORDS });
  }
  const present = await everybody(world, interviewId);
  return { interviewId, present };
}
