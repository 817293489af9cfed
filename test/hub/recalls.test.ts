import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { addTask } from '../../shared/contract/cases.ts';
import { publishRoster } from '../../shared/contract/duty.ts';
import { namePerpetrator } from '../../shared/contract/family.ts';
import { createEndpoint, deleteEndpoint } from '../../shared/contract/partners.ts';
import {
  confirmRecall,
  getRecall,
  listOpenRecalls,
  listRecalls,
  makeRecall,
  type RecallAnswer,
  type RecallSubmission,
} from '../../shared/contract/recalls.ts';
import {
  closeReferral,
  referralClocks,
  referralTimeline,
  withdrawReferral,
} from '../../shared/contract/referrals.ts';
import { getTask } from '../../shared/contract/tasks.ts';
import { type ReferralId, receiptNumber } from '../../shared/domain/ids.ts';
import { startSink } from './sink.ts';
import {
  accept,
  acknowledge,
  answer,
  complete,
  feedOf,
  PERSON,
  readReferral,
  readTask,
  routed,
  step,
} from './steps.ts';
import { calmViolence, early } from './submissions.ts';
import { verified } from './verified.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const CLINIC = 'clinic-kutaisi';
const SERVICE = 'municipality-zestaponi';
const OFFICER = 'resource-centre-zestaponi';
const NATIONAL = 'oversight-national';

type Submission = z.input<typeof RecallSubmission>;
type Answer = z.input<typeof RecallAnswer>;
const KEPT: Answer = { status: 'kept', basis: 'child-protection-duty', actingPerson: PERSON };
const DELETED: Answer = { status: 'deleted', actingPerson: PERSON };

const made = async (who: string, referralId: ReferralId, body: Submission) =>
  (await world.as(who)(makeRecall, { path: { referralId }, body })).body;
const seen = async (who: string, referralId: ReferralId, number = 1) =>
  (await world.as(who)(getRecall, { path: { referralId, number } })).body;
async function answered(who: string, referralId: ReferralId, body: Answer, number = 1) {
  const { version } = await seen(who, referralId, number);
  const call = { path: { referralId, number }, body, ifMatch: version };
  return (await world.as(who)(confirmRecall, call)).body;
}
const open = async (who: string) => (await world.as(who)(listOpenRecalls)).body.items;
const linesOf = ({ recipients }: Awaited<ReturnType<typeof seen>>) =>
  Object.fromEntries(recipients.map(({ agency, status }) => [agency ?? 'hidden', status.code]));
const typesOf = async (who: string) => (await feedOf(world, who)).map(({ type }) => type);

/** A case in which lead and police work, and the clinic was asked. */
async function atWork(over: Parameters<typeof calmViolence>[0] = {}) {
  const { id, task } = await routed(world, calmViolence(over));
  await accept(world, LEAD, task('assess-safety'));
  await accept(world, POLICE, task('register-report'));
  return { id, task };
}

describe('a correction', () => {
  it('goes to everybody who was told, by feed and by signed webhook, and stops nothing', async () => {
    const sink = await startSink();
    const { body } = await world.as(POLICE)(createEndpoint, {
      body: { url: sink.url, events: ['recall.made'] },
    });
    const { id, task } = await atWork();
    const before = await readTask(world, POLICE, task('register-report'));
    const correction = 'ბავშვი ბებიასთან ცხოვრობს.';
    const recall = await made(LEAD, id, {
      ...{ kind: 'correction', reason: 'contact-wrong', correction },
      fieldGroups: ['contact', 'whereabouts'],
    });
    expect(recall).toMatchObject({ number: 1, correction, from: LEAD });
    const lines = linesOf(recall);
    expect(lines[POLICE]).toBe('open');
    expect(lines[LEAD]).toBeUndefined();
    await world.hub.idle();

    const [received] = sink.received.filter(({ body: text }) => text.includes('recall.made'));
    if (!received) throw new Error('nothing was received');
    expect(verified(received, body.secret ?? '')).toMatchObject({
      type: 'recall.made',
      data: {
        subject: { kind: 'referral', id },
        ...{ link: `/v1/referrals/${id}/recalls`, urgency: 'high', deadline: recall.deadline },
      },
    });
    expect(received.body).not.toContain('ბებია');
    await world.as(POLICE)(deleteEndpoint, { path: { endpointId: body.id } });
    await sink.stop();
    expect(await typesOf(POLICE)).toContain('recall.made');
    expect(await readTask(world, POLICE, task('register-report'))).toEqual(before);
    const [stored] = await world.table.all('recall');
    expect(JSON.stringify(stored)).not.toContain('ბებია');
  });

  it('shows each recipient its own line, and what is right to whoever was shown what was wrong', async () => {
    const { id } = await atWork();
    const base = { kind: 'correction', reason: 'fact-wrong', correction: 'სხვა თარიღია.' } as const;
    await made(LEAD, id, { ...base, fieldGroups: ['concern'] });
    await made(LEAD, id, { ...base, fieldGroups: ['medical'] });
    expect(await seen(POLICE, id, 1)).toMatchObject({
      ...{ correction: base.correction, version: 1 },
      recipients: [{ agency: POLICE, status: { code: 'open' } }],
    });
    // Police are shown nothing medical, so nothing of it is corrected to them.
    const medical = await seen(POLICE, id, 2);
    expect(medical.correction).toBeUndefined();
    expect(medical.recipients).toHaveLength(1);
    const all = (await world.as(NATIONAL)(listRecalls, { path: { referralId: id } })).body.items;
    expect(all.map(({ recipients }) => recipients.length > 1)).toEqual([true, true]);
    expect(all.map(({ correction }) => correction)).toEqual([undefined, undefined]);
    expect(await refusal(seen('court-kutaisi', id))).toMatchObject({ status: 404 });
  });

  it('is answered once, by each for itself, as it was read', async () => {
    const { id } = await atWork();
    await made(LEAD, id, {
      ...{ kind: 'correction', reason: 'fact-wrong', correction: 'სხვა თარიღია.' },
      to: [POLICE],
    });
    expect(await open(POLICE)).toContainEqual(
      expect.objectContaining({ referral: id, part: 'answers', overdue: false }),
    );
    expect(await open(LEAD)).toContainEqual(
      expect.objectContaining({ referral: id, part: 'waits', unanswered: 1 }),
    );
    const path = { referralId: id, number: 1 };
    const stale = world.as(POLICE)(confirmRecall, { path, body: KEPT, ifMatch: 7 });
    expect(await refusal(stale)).toMatchObject({ status: 412 });
    const foreign = world.as(LEAD)(confirmRecall, { path, body: KEPT, ifMatch: 1 });
    expect(await refusal(foreign)).toMatchObject({ status: 404 });
    const why = { ...KEPT, basis: 'because' };
    expect(await refusal(answered(POLICE, id, why))).toMatchObject({ code: 'unknown-code' });

    const view = await answered(POLICE, id, KEPT);
    expect(view).toMatchObject({
      version: 2,
      recipients: [
        {
          ...{ status: { code: 'kept' }, basis: { code: 'child-protection-duty' } },
          actingPerson: `${PERSON.name}, ${PERSON.phone}`,
        },
      ],
    });
    expect(await refusal(answered(POLICE, id, DELETED))).toMatchObject({
      ...{ status: 409, code: 'recall-answered' },
    });
    await world.hub.idle();
    expect(await typesOf(LEAD)).toContain('recall.confirmed');
    for (const who of [POLICE, LEAD, NATIONAL]) {
      expect((await open(who)).filter(({ referral }) => referral === id)).toEqual([]);
    }
    const stored = JSON.stringify(await world.table.rows());
    expect(stored.includes(PERSON.name)).toBe(false);
  });

  it('is made once however often the call is repeated, and by nobody without a right to', async () => {
    const { id } = await atWork();
    const body: Submission = { kind: 'correction', reason: 'outdated', correction: 'ძველია.' };
    const call = { path: { referralId: id }, body, idempotencyKey: `once-${id}` };
    const first = await world.as(NATIONAL)(makeRecall, call);
    const again = await world.as(NATIONAL)(makeRecall, call);
    expect(again.body).toEqual(first.body);
    const { items } = (await world.as(LEAD)(listRecalls, { path: { referralId: id } })).body;
    expect(items).toHaveLength(1);
    for (const who of [SCHOOL, POLICE, CLINIC]) {
      expect(await refusal(made(who, id, body))).toMatchObject({ status: 404 });
    }
    const unknown = made(LEAD, id, { ...body, reason: 'other-area' });
    expect(await refusal(unknown)).toMatchObject({ status: 400, code: 'unknown-code' });
    const untold = await refusal(made(LEAD, id, { ...body, to: ['court-kutaisi' as never] }));
    expect(untold).toMatchObject({ status: 409, code: 'agency-not-told' });
  });
});

describe('a withdrawn consent', () => {
  it('is no reason to delete what protects the child, and says so', async () => {
    const { id } = await atWork();
    const recall = await made(LEAD, id, { kind: 'consent-withdrawn', reason: 'family-withdrew' });
    expect(recall.advice.map(({ code }) => code)).toContain('consent-not-basis');
    expect(linesOf(recall)).toMatchObject({ [LEAD]: 'open', [POLICE]: 'open' });
    const no = await refusal(answered(POLICE, id, DELETED));
    expect(no).toMatchObject({ status: 409, code: 'needed-for-protection' });
    expect(no.problem.detail).toMatch(/^Rule: protection of a child does not rest on consent/);
    expect(linesOf(await answered(POLICE, id, KEPT))).toEqual({ [POLICE]: 'kept' });
    expect((await readReferral(world, LEAD, id)).openRecalls).toBe(1);
  });

  it('of a family takes back what was shared, with the withdrawal of the referral', async () => {
    const { id, task } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: OFFICER,
    });
    await accept(world, SERVICE, task('support-family'));
    const { version } = await readReferral(world, OFFICER, id);
    const body = { reason: 'consent-withdrawn' };
    const path = { referralId: id };
    await world.as(OFFICER)(withdrawReferral, { path, body, ifMatch: version });
    await world.hub.idle();
    expect(await typesOf(SERVICE)).toEqual(
      expect.arrayContaining(['referral.withdrawn', 'task.cancelled', 'recall.made']),
    );
    const [waits] = (await open(OFFICER)).filter(({ referral }) => referral === id);
    expect(waits).toMatchObject({ part: 'waits', kind: { code: 'consent-withdrawn' } });
    const own = await seen(SERVICE, id);
    expect(own).toMatchObject({ reason: { code: 'family-withdrew' }, from: OFFICER });
    expect(own.advice.map(({ code }) => code)).not.toContain('consent-not-basis');
    await answered(SERVICE, id, DELETED);
    expect((await open(OFFICER)).filter(({ referral }) => referral === id)).toEqual([]);
    const clocks = (await world.as(SERVICE)(referralClocks, { path })).body.items;
    expect(clocks.filter(({ name }) => name === 'recall-confirmed')).toMatchObject([
      { number: '1-1', state: 'ended' },
    ]);
  });
});

describe('sent to the wrong agency', () => {
  it('closes their access once their work has ended, and loses nothing else', async () => {
    const { id, task } = await atWork();
    const { case: caseId } = await readReferral(world, LEAD, id);
    if (!caseId) throw new Error('no case');
    const added = await world.as(LEAD)(addTask, {
      path: { caseId },
      body: { kind: 'provide-health-care', agency: CLINIC as never, urgency: 'high' },
    });
    const work = added.body.id;
    await accept(world, CLINIC, work);
    expect(Object.keys((await readTask(world, CLINIC, work)).details)).toContain('medical');
    const body = { kind: 'wrong-agency', reason: 'named-by-mistake', to: [CLINIC] } as never;
    const busy = await refusal(made(LEAD, id, body));
    expect(busy).toMatchObject({ status: 409, code: 'recall-from-worker' });
    expect(busy.problem.errors).toMatchObject([{ pointer: work }]);
    const leads = made(NATIONAL, id, { ...(body as object), to: [LEAD] } as never);
    expect(await refusal(leads)).toMatchObject({ code: 'recall-from-lead' });

    await step(world, CLINIC, work, { to: 'completed', outcome: 'done' });
    const reads = async () =>
      (await world.table.rows()).filter(
        ({ what, agency }) => what === 'access' && agency === CLINIC,
      ).length;
    const before = await reads();
    expect(linesOf(await made(LEAD, id, body))).toEqual({ [CLINIC]: 'open' });
    const closed = world.as(CLINIC)(getTask, { path: { taskId: work } });
    expect(await refusal(closed)).toMatchObject({ status: 404 });
    const own = await seen(CLINIC, id);
    expect(own.advice.map(({ code }) => code)).toContain('access-closed');
    expect(await reads()).toBe(before + 1);
    expect(await readTask(world, LEAD, work)).toMatchObject({ status: 'completed' });
    expect((await readTask(world, POLICE, task('register-report'))).status).toBe('accepted');
    expect(linesOf(await answered(CLINIC, id, DELETED))).toEqual({ [CLINIC]: 'deleted' });
  });
});

describe('an agency that is shut out and had been told', () => {
  it('hears what is taken back from it, answers, and reads nothing else', async () => {
    const sink = await startSink();
    const { body: endpoint } = await world.as(POLICE)(createEndpoint, {
      body: { url: sink.url, events: ['*'] },
    });
    const { id, task } = await atWork();
    const { case: caseId } = await readReferral(world, LEAD, id);
    if (!caseId) throw new Error('no case');
    const perpetrator = { relation: 'father', name: 'ზაზა', employer: POLICE };
    await world.as(LEAD)(namePerpetrator, { path: { caseId }, body: { perpetrator } });
    await world.hub.idle();
    const heard = (await feedOf(world, POLICE)).length;
    const received = sink.received.length;
    await made(LEAD, id, { kind: 'correction', reason: 'fact-wrong', correction: 'სხვა თარიღია.' });
    await world.hub.idle();
    const news = (await feedOf(world, POLICE)).slice(heard);
    expect(news.map(({ type }) => type)).toEqual(['recall.made']);
    expect(news[0]?.links.subject).toBe(`/v1/referrals/${id}/recalls`);
    const sent = sink.received.slice(received).map(({ body }) => JSON.parse(body).type);
    expect(sent).toEqual(['recall.made']);
    await world.as(POLICE)(deleteEndpoint, { path: { endpointId: endpoint.id } });
    await sink.stop();
    const own = await seen(POLICE, id);
    expect(own.correction).toBeUndefined();
    expect(own.from).toBeUndefined();
    expect(linesOf(own)).toEqual({ [POLICE]: 'open' });
    expect(await open(POLICE)).toContainEqual(expect.objectContaining({ referral: id }));
    const work = task('register-report');
    expect(await refusal(readTask(world, POLICE, work))).toMatchObject({ status: 404 });
    expect(linesOf(await answered(POLICE, id, DELETED))).toEqual({ [POLICE]: 'deleted' });
  });
});

describe('a masked reporter', () => {
  it('is told like everybody, and stands in no answer, list or line of the timeline', async () => {
    const { id } = await atWork({ reporter: { mode: 'masked' } });
    const view = await made(LEAD, id, { kind: 'consent-withdrawn', reason: 'family-withdrew' });
    expect(view.recipients.some(({ agency }) => agency === undefined)).toBe(true);
    await answered(SCHOOL, id, DELETED);
    const path = { referralId: id };
    const told = [
      view,
      await seen(NATIONAL, id),
      (await world.as(LEAD)(referralTimeline, { path })).body,
      (await world.as(LEAD)(referralClocks, { path })).body,
      await open(NATIONAL),
    ];
    expect(JSON.stringify(told)).not.toContain(SCHOOL);
    const named = { kind: 'correction', reason: 'fact-wrong', correction: 'სხვა.' } as const;
    for (const to of [SCHOOL, 'court-tbilisi']) {
      const no = await refusal(made(LEAD, id, { ...named, to: [to as never] }));
      expect(no).toMatchObject({ status: 409, code: 'agency-not-told' });
    }
  });
});

describe('an answer that does not come', () => {
  it('is asked for by people, and the closing does not wait for it', async () => {
    const { id, task } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: OFFICER,
    });
    await complete(world, SERVICE, task('support-family'));
    const day = new Date(Date.parse(world.now()) + 4 * 86_400_000).toISOString();
    const head = { name: 'უფროსი', phone: '599 70 70 70' };
    await world.as(SERVICE)(publishRoster, {
      path: { agencyId: SERVICE as never },
      body: { people: [PERSON], shifts: [{ from: world.now(), to: day, person: 0 }], head },
    });
    const recall = await made(OFFICER, id, {
      ...{ kind: 'correction', reason: 'other-person', correction: 'სხვა ოჯახია.' },
    });
    const { number } = await answer(world, SERVICE, id, 'outcome-services-started');
    await acknowledge(world, OFFICER, id, number);
    const { version } = await readReferral(world, SERVICE, id);
    const closing = { path: { referralId: id }, body: { reason: 'help-given' }, ifMatch: version };
    const closed = (await world.as(SERVICE)(closeReferral, closing)).body;
    expect(closed).toMatchObject({ status: { code: 'closed' }, openRecalls: 1 });

    await world.advance('PT23H');
    expect(await typesOf(SERVICE)).toContain('clock.warned');
    await world.advance('PT2H');
    const rung = async (number: string) =>
      (await world.hub.stores.phonebox())
        .filter(({ text }) => text.includes(receiptNumber(id)))
        .some(({ to }) => to.includes(number));
    expect(await rung('+995599001122')).toBe(true);
    expect(await rung('+995599707070')).toBe(false);
    await world.advance('P1D');
    expect(await rung('+995599707070')).toBe(true);
    const watched = (await open(NATIONAL)).find(({ referral }) => referral === id);
    expect(watched).toMatchObject({
      ...{ part: 'watches', overdue: true, deadline: recall.deadline },
    });
    expect(linesOf(await seen(SERVICE, id))).toEqual({ [SERVICE]: 'open' });
  });
});
