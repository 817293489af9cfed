import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  endDeparture,
  aftercare as readCare,
  recordCare,
  visitOutcome,
} from '../../shared/contract/aftercare.ts';
import { addTask, getCase } from '../../shared/contract/cases.ts';
import {
  absenceNote,
  childInformation,
  childOfVisit,
  preparation,
  prepare,
} from '../../shared/contract/preparation.ts';
import {
  answerRequest,
  askForRecording,
  checkLedger,
  fileRecording,
  recordings,
  useRecording,
} from '../../shared/contract/recordings.ts';
import { openConditions } from '../../shared/contract/safety.ts';
import { transitionTask } from '../../shared/contract/tasks.ts';
import { fileTopics, questionPlan, reviewTopic } from '../../shared/contract/topics.ts';
import { endVisit, holdPlanning, startVisit, visitBreak } from '../../shared/contract/visits.ts';
import { AgencyId, type InterviewId } from '../../shared/domain/ids.ts';
import { JournalEvent } from '../../shared/domain/journal/event.ts';
import { decided, feedOf, PERSON } from './steps.ts';
import {
  atWork,
  booked,
  CENTRE,
  everybody,
  formChosen,
  grown,
  LEAD,
  meeting,
  met,
  opened,
  POLICE,
  PROSECUTOR,
  prepared,
  ready,
  started,
  visitOf,
} from './visits.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

/** At work on the case, with no role at the visit. */
const TOWN = 'municipality-zestaponi';
const KEEPER = 'person-eka-centre-kutaisi';
const HASH = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';
const at = (interviewId: InterviewId) => ({ path: { interviewId } });
const agency = (id: string) => AgencyId.parse(id);
const file = (id: InterviewId, who: string, topics: { topic: string; question?: string }[]) =>
  world.as(who)(fileTopics, { ...at(id), body: { topics } });
const end = (
  id: InterviewId,
  body = { result: 'completed', covered: [], notAsked: [] } as object,
) => world.as(CENTRE)(endVisit, { ...at(id), body: body as never });
const care = (id: InterviewId, who: string, body: object) =>
  world.as(who)(recordCare, { ...at(id), body: body as never });
const leave = (id: InterviewId, reasons: { item: string; reason: string }[] = [], who = CENTRE) =>
  world.as(who)(endDeparture, { ...at(id), body: { reasons } });

describe('the planning meeting', () => {
  it('talks about every point, and hands its tasks over at once', async () => {
    const { caseId } = await atWork(world);
    const id = await opened(world, caseId);
    const hold = (over: object) =>
      world.as(LEAD)(holdPlanning, { ...at(id), body: { ...meeting(world), ...over } });
    expect(await refusal(hold({ agenda: ['who'] }))).toMatchObject({ code: 'agenda-open' });
    const decisions = [
      {
        item: 'medical',
        note: 'ექიმს იმავე დღეს ნახავს.',
        task: { kind: 'provide-health-care', agency: agency('clinic-kutaisi'), urgency: 'high' },
      },
    ];
    const { body } = await hold({ decisions });
    expect(body).toMatchObject({ number: 1, decisions: [{ note: 'ექიმს იმავე დღეს ნახავს.' }] });
    await world.hub.idle();
    const { tasks } = (await world.as(LEAD)(getCase, { path: { caseId } })).body;
    const made = tasks.filter((task) => [body.informs, body.decisions[0]?.task].includes(task.id));
    expect(made.map(({ kind }) => kind.code).toSorted()).toEqual([
      'inform-child-and-family',
      'provide-health-care',
    ]);
    expect((await visitOf(world, id)).meeting?.heldAt).toBeDefined();
  });
});

describe('the plan of questions', () => {
  it('is one: duplicates are joined in either script, origin kept, leading forms flagged', async () => {
    const { caseId } = await atWork(world);
    const id = await opened(world, caseId);
    await met(world, id);
    await file(id, POLICE, [
      { topic: 'what-happened', question: 'მომიყევი, რა მოხდა.' },
      { topic: 'threats', question: 'ხომ დაგემუქრა?' },
    ]);
    await file(id, LEAD, [{ topic: 'what-happened', question: 'Momiqevi, ra mokhda' }]);
    const { body } = await world.as(CENTRE)(questionPlan, at(id));
    expect(body.topics.map(({ topic }) => topic.code)).toEqual(['what-happened', 'threats']);
    expect(body.topics[0]?.questions).toHaveLength(1);
    expect(body.topics[0]?.questions[0]?.filings.map(({ agency: from }) => from)).toEqual([
      POLICE,
      LEAD,
    ]);
    expect(body.topics[1]?.questions[0]?.leading.map(({ code }) => code)).toContain(
      'suggestive-opening',
    );
    expect(body.missingFrom).toEqual([PROSECUTOR]);
    expect(body.dueAt).toBeDefined();

    const review = { decision: 'reworded' as const, question: 'მითხარი, რას გეუბნებოდა.' };
    const call = { path: { interviewId: id, number: 2 }, body: review };
    const stale = world.as(CENTRE)(reviewTopic, { ...call, ifMatch: 9 });
    expect(await refusal(stale)).toMatchObject({ code: 'changed-meanwhile' });
    const reviewed = (await world.as(CENTRE)(reviewTopic, { ...call, ifMatch: 1 })).body;
    expect(reviewed.topics[1]?.questions[0]).toMatchObject({
      question: review.question,
      leading: [],
      review: { decision: 'reworded' },
    });
    const nothing = { ...at(id), body: { nothing: true as const } };
    const all = (await world.as(PROSECUTOR)(fileTopics, nothing)).body;
    expect(all).toMatchObject({ missingFrom: [], nothingFrom: [PROSECUTOR] });
    expect(all.dueAt).toBeUndefined();
    const stranger = world.as('police-tbilisi')(questionPlan, at(id));
    expect(await refusal(stranger)).toMatchObject({ code: 'not-found' });
  });
});

describe('the preparation', () => {
  it('has what this child needs, and the centre reads it as arrangements, not as conditions', async () => {
    const child = {
      ...{ municipality: 'zestaponi', ageYears: 15, languages: ['ka'] },
      needs: ['wheelchair', 'chronic-illness', 'sgn-GE'],
    };
    const { caseId } = await atWork(world, grown({ child }));
    const id = await opened(world, caseId);
    const view = (await world.as(CENTRE)(childOfVisit, at(id))).body;
    expect(view.needs.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['step-free', 'visit-the-day-before', 'medication-time']),
    );
    for (const { label } of view.needs) expect(label).not.toBe('');
    const { points } = (await world.as(CENTRE)(preparation, at(id))).body;
    expect(points.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['visit-the-day-before', 'medication', 'interpreter-briefed']),
    );
    const { roles } = await visitOf(world, id);
    expect(roles.map(({ role }) => role)).toContain('sign-interpreter');
  });

  it('is computed for the child; a text that says nothing for the school, one for the child', async () => {
    const { caseId } = await atWork(world);
    const id = await opened(world, caseId);
    const before = (await world.as(CENTRE)(preparation, at(id))).body;
    const codes = before.points.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['child-told', 'recorders-tested', 'transport']));
    expect(codes).not.toContain('interpreter-briefed');
    expect(before.ready).toBe(false);
    const one = { path: { interviewId: id, code: 'recorders-tested' } };
    const few = world.as(CENTRE)(prepare, { ...one, body: { done: true, devices: ['REC-1'] } });
    expect(await refusal(few)).toMatchObject({ code: 'devices-missing' });
    const not = world.as(CENTRE)(prepare, { ...one, body: { notDone: 'no-time' } });
    expect(await refusal(not)).toMatchObject({ code: 'preparation-open' });
    await prepared(world, id);
    expect((await world.as(CENTRE)(preparation, at(id))).body.ready).toBe(true);

    const note = (lang: string) => world.as(LEAD)(absenceNote, { ...at(id), query: { lang } });
    expect(await refusal(note('ka'))).toMatchObject({ code: 'visit-not-booked' });
    await booked(world, id);
    for (const lang of ['ka', 'en', 'ru', 'az', 'hy']) {
      const { body } = await note(lang);
      expect(body).toMatchObject({ lang, instead: false });
      expect(body.text).not.toMatch(/ცენტრ|გამოკითხვ|პოლიცი|centre|interview|police|центр|допрос/i);
      expect(body.text).toMatch(/\d{4}-\d{2}-\d{2}/);
    }
    const child = (lang: string) =>
      world.as(LEAD)(childInformation, { ...at(id), query: { lang } });
    expect((await child('ka')).body).toMatchObject({ lang: 'ka', instead: false });
    expect((await child('kmr')).body).toMatchObject({ lang: 'ka', instead: true });
  });
});

describe('the interview', () => {
  it('begins only where everything that protects the child is so', async () => {
    const { caseId } = await atWork(world);
    const id = await opened(world, caseId);
    const present = await everybody(world, id);
    const start = (over: object = {}) =>
      world.as(CENTRE)(startVisit, { ...at(id), body: { present, ...over } });
    expect(await refusal(start())).toMatchObject({ code: 'visit-not-booked' });
    const tomorrow = new Date(Date.parse(world.now()) + 86_400_000).toISOString();
    await booked(world, id, tomorrow);
    expect(await refusal(start())).toMatchObject({ code: 'visit-on-another-day' });
    await world.advance('P1D');
    expect(await refusal(start())).toMatchObject({ code: 'planning-missing' });
    await met(world, id);
    expect(await refusal(start())).toMatchObject({ code: 'legal-form-missing' });
    await formChosen(world, id);
    const absent = await refusal(start({ present: present.slice(1) }));
    expect(absent).toMatchObject({ code: 'role-absent' });
    expect(JSON.stringify(absent.problem)).toContain(present[0]?.role);
    const named = [{ ...present[0], name: 'Gocha Maisuradze' }, ...present.slice(1)];
    expect(await refusal(start({ present: named }))).toMatchObject({ code: 'must-not-be-present' });
    expect(await refusal(start())).toMatchObject({ code: 'preparation-open' });
    await prepared(world, id);
    const other = [{ ...named[0], sameNameChecked: true }, ...present.slice(1)];
    const { body } = await start({ present: other });
    expect(body).toMatchObject({ status: 'under-way', sessions: [{ number: 1 }] });
  });

  it('rests, ends with every topic accounted for, and is told to each agency', async () => {
    const { caseId } = await atWork(world);
    const id = await opened(world, caseId);
    await met(world, id);
    await formChosen(world, id);
    await file(id, POLICE, [{ topic: 'who' }, { topic: 'online' }]);
    await booked(world, id);
    await prepared(world, id);
    await started(world, id);
    const pause = (body: object) =>
      world.as(CENTRE)(visitBreak, { ...at(id), body: body as never });
    expect(await refusal(pause({ end: true }))).toMatchObject({ code: 'no-break-open' });
    await pause({ begin: true, collectsQuestions: true });
    expect(await refusal(end(id))).toMatchObject({ code: 'break-open' });
    await pause({ end: true });
    expect(await refusal(end(id))).toMatchObject({ code: 'topics-open' });
    const told = {
      result: 'completed',
      covered: [1],
      notAsked: [{ number: 2, reason: 'no-time' }],
    };
    const { body } = await end(id, told);
    expect(body.sessions[0]?.result?.code).toBe('completed');
    const { topics } = (await world.as(POLICE)(visitOutcome, at(id))).body;
    expect(topics.map(({ state }) => state)).toEqual(['covered', 'not-asked']);
    await settle(world);
    const seen = (await feedOf(world, POLICE)).filter(({ subject }) => subject.id === id);
    expect(seen.map(({ type }) => type)).toContain('interview.ended');
    const opened_ = (await world.as(LEAD)(getCase, { path: { caseId } })).body;
    expect(opened_.timesToldCount).toBe(1);
    expect(await refusal(started(world, id))).toMatchObject({ code: 'visit-not-booked' });
  });
});

describe('the custody ledger', () => {
  it('keeps every view and copy in order, whole and checkable; whoever needs the statement asks for it', async () => {
    const { interviewId: id, caseId } = await ready(world);
    await started(world, id);
    await end(id);
    const item = {
      content: 'original',
      sha256: HASH,
      seconds: 2710,
      device: 'REC-1',
      holder: agency(CENTRE),
      place: 'სეიფი 2',
    };
    await world.as(CENTRE)(fileRecording, { ...at(id), body: item });
    const one = { path: { interviewId: id, number: 1 } };
    const use = (who: string, over: object = {}) =>
      world.as(who)(useRecording, {
        ...one,
        body: { use: 'view', who: agency(POLICE), purpose: 'investigation', ...over } as never,
      });
    expect(await refusal(use(POLICE))).toMatchObject({ code: 'not-your-role' });
    await use(CENTRE);
    const asked = await world.as(POLICE)(askForRecording, {
      ...one,
      body: { purpose: 'investigation' },
    });
    const request = asked.body.items[0]?.history.at(-1)?.number ?? 0;
    const reply = (body: object) =>
      world.as(CENTRE)(answerRequest, {
        path: { ...one.path, request },
        body: body as never,
      });
    const running = async () =>
      (await world.table.all('clock')).find(
        ({ name, pk }) => name === `statement-asked-${request}` && pk === `INTERVIEW#${id}`,
      );
    expect((await running())?.endedAt).toBeUndefined();
    expect(await refusal(reply({ answer: 'refused', reason: 'x' }))).toMatchObject({
      code: 'unknown-code',
    });
    await reply({ answer: 'given' });
    expect((await running())?.endedAt).toBeDefined();
    expect(await refusal(reply({ answer: 'given' }))).toMatchObject({ code: 'request-answered' });
    await use(CENTRE, { use: 'handover', who: agency(PROSECUTOR), purpose: 'prosecution' });
    const { items } = (await world.as(PROSECUTOR)(recordings, at(id))).body;
    expect(items[0]).toMatchObject({ holder: PROSECUTOR, sha256: HASH, place: 'სეიფი 2' });
    expect(items[0]?.history.map(({ kind }) => kind)).toEqual([
      ...['filed', 'used', 'asked', 'answered', 'used'],
    ]);
    expect(await refusal(use(CENTRE))).toMatchObject({ code: 'not-your-role' });
    const check = (await world.as(POLICE)(checkLedger, at(id))).body;
    expect(check).toEqual({ entries: 5, whole: true, broken: [] });
    // At work, and with no role at the visit: it learns that there is one, and whom to ask.
    const added = await world.as(LEAD)(addTask, {
      path: { caseId },
      body: { kind: 'support-family', agency: agency(TOWN) },
    });
    await world.as(TOWN)(transitionTask, {
      path: { taskId: added.body.id },
      ifMatch: added.body.version,
      body: { to: 'accepted', actingPerson: 'ეკა' },
    });
    const [known] = (await world.as(TOWN)(recordings, at(id))).body.items;
    expect(known).toMatchObject({ holder: PROSECUTOR });
    expect(known?.place).toBeUndefined();
    const stranger = world.as('police-tbilisi')(recordings, at(id));
    expect(await refusal(stranger)).toMatchObject({ code: 'not-found' });
  });
});

describe('the departure', () => {
  it('waits for a renewed safety decision, the screening and a contact; then the contacts are owed', async () => {
    const { interviewId: id, id: referral, caseId } = await ready(world);
    expect(await refusal(leave(id))).toMatchObject({ code: 'visit-not-under-way' });
    await decided(world, LEAD, referral);
    await world.advance('PT1M');
    await started(world, id);
    expect(await refusal(leave(id))).toMatchObject({ code: 'interview-going-on' });
    await end(id);
    const open = await refusal(leave(id));
    expect(open).toMatchObject({ code: 'departure-incomplete' });
    for (const item of ['safety-renewed', 'self-harm-screen', 'named-contact']) {
      expect(JSON.stringify(open.problem)).toContain(item);
    }
    const screen = { code: 'self-harm-screen', state: 'done', result: 'no-risk', note: 'მშვიდია.' };
    expect(await refusal(care(id, POLICE, screen))).toMatchObject({ code: 'not-your-role' });
    await care(id, CENTRE, screen);
    const contact = { code: 'named-contact', state: 'done' };
    expect(await refusal(care(id, LEAD, contact))).toMatchObject({ code: 'person-missing' });
    await care(id, LEAD, { ...contact, person: PERSON });
    const missing = [{ item: 'safety-renewed', reason: 'emergency' }];
    expect(await refusal(leave(id, missing))).toMatchObject({ code: 'person-says-it' });
    await world.advance('PT1M');
    await decided(world, LEAD, referral);
    const { body } = await leave(id);
    expect(body.owed.map(({ clock }) => clock.code).toSorted()).toEqual([
      ...['care-offered', 'care-offered', 'care-offered'],
      ...['contact-first-day', 'contact-seventh-day', 'contact-third-day'],
    ]);
    expect(body.owed.find(({ clock }) => clock.code === 'contact-first-day')?.holder).toBe(LEAD);
    expect((await visitOf(world, id)).status).toBe('ended');
    const conditions = async () =>
      (await world.as(LEAD)(openConditions, { path: { referralId: referral } })).body.items
        .filter(({ pointer }) => pointer === id)
        .map(({ code }) => code);
    expect(await conditions()).toEqual(['visit-contact-open']);
    for (const code of ['contact-first-day', 'contact-day-3', 'contact-day-7']) {
      await care(id, LEAD, { code, state: 'done' });
    }
    expect(await conditions()).toEqual([]);
    expect(caseId).toBeDefined();
  });

  it('goes on with a reason a person gives; a contact that is not made rings somebody', async () => {
    const { interviewId: id, id: referral } = await ready(world);
    await started(world, id);
    await end(id, { result: 'declined', covered: [], notAsked: [] });
    const reasons = ['safety-renewed', 'self-harm-screen', 'named-contact'].map((item) => ({
      item,
      reason: 'child-left',
    }));
    await leave(id, reasons, KEEPER);
    expect((await visitOf(world, id)).status).toBe('planning');
    const { items } = (await world.as(LEAD)(openConditions, { path: { referralId: referral } }))
      .body;
    expect(items.filter(({ pointer }) => pointer === id).map(({ code }) => code)).toEqual([
      'visit-open',
      'visit-contact-open',
    ]);
    await world.advance('PT24H');
    await world.advance('PT5H');
    await settle(world);
    const late = (await feedOf(world, CENTRE)).filter(({ subject }) => subject.id === id);
    expect(late.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['clock.warned', 'clock.overdue']),
    );
    const led = (await feedOf(world, LEAD)).filter(({ subject }) => subject.id === id);
    expect(led.map(({ type }) => type)).toContain('clock.escalated');
  });
});

describe('care afterwards', () => {
  it('is offered, answered and started with clocks of its own, and waits for no report', async () => {
    const { interviewId: id } = await ready(world);
    await started(world, id);
    await end(id);
    const therapy = (state: string, over: object = {}) =>
      care(id, CENTRE, { code: 'therapy', state, ...over });
    expect(await refusal(therapy('started'))).toMatchObject({ code: 'care-out-of-order' });
    await therapy('offered', { followUp: '2027-01-15' });
    await therapy('accepted');
    const { body } = await therapy('started');
    expect(body.owed).toEqual([]);
    expect(body.items.map(({ state }) => state.code)).toEqual(['offered', 'accepted', 'started']);
    const declined = care(id, CENTRE, { code: 'therapy-family', state: 'declined' });
    expect(await refusal(declined)).toMatchObject({ code: 'unknown-code' });
    // What lies with health is not the investigator's to read.
    const police = (await world.as(POLICE)(readCare, at(id))).body;
    expect(police.items).toEqual([]);
    const { followUps } = (await world.as(LEAD)(visitOutcome, at(id))).body;
    expect(followUps).toEqual([{ item: expect.anything(), on: '2027-01-15' }]);
  });

  it('after a risk of self-harm hands work over at once and calls the lead', async () => {
    const { interviewId: id } = await ready(world);
    await started(world, id);
    await end(id);
    const screen = { code: 'self-harm-screen', state: 'done', result: 'acute-risk' };
    const { body } = await care(id, CENTRE, screen);
    const tasks = body.items[0]?.tasks ?? [];
    expect(tasks).toHaveLength(2);
    const made = (await world.table.all('task')).filter((task) => tasks.includes(task.id as never));
    expect(made.map(({ urgency }) => urgency)).toEqual(['urgent', 'urgent']);
    expect(made.flatMap(({ instructions }) => instructions)).toContain('self-harm-watch');
    const events = (await world.table.all('event')).map((row) => JournalEvent.parse(row));
    const rang = events.find(
      ({ type, subject }) => type === 'aftercare.recorded' && subject.id === id,
    );
    expect(rang?.call).toMatchObject({ agency: LEAD, role: 'lead-duty', by: 'call' });
  });
});
