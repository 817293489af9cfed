import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseAccess, referralAccess } from '../../shared/contract/access-journal.ts';
import { caseClocks, getCase } from '../../shared/contract/cases.ts';
import {
  countIncident,
  getIncident,
  incidentRecords,
  notifyIncident,
  reportIncident,
} from '../../shared/contract/incidents.ts';
import { getReferral } from '../../shared/contract/referrals.ts';
import {
  askSubjectAccess,
  decideSubjectAccess,
  getSubjectAccess,
  releaseSubjectPack,
} from '../../shared/contract/subject-access.ts';
import { listTasks } from '../../shared/contract/tasks.ts';
import type { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import { accept, readReferral, routed } from './steps.ts';
import { violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
const GIORGI = 'person-giorgi-agency-imereti';
const ELENE = 'person-elene-oversight-national';

let world: World;
let id: ReferralId;
let caseId: CaseId;
beforeAll(async () => {
  world = await startWorld();
  const { id: sent, task } = await routed(
    world,
    violence({ immediateDanger: 'yes', reporter: { mode: 'masked' } }),
  );
  await accept(world, LEAD, task('assess-safety'));
  const { case: opened } = await readReferral(world, LEAD, sent);
  if (!opened) throw new Error('the referral has no case');
  [id, caseId] = [sent, opened];
});
afterAll(() => world?.stop());

describe('the journal of access', () => {
  it('says who, as what, under which rule, for what, which groups and in which call; and is a look itself', async () => {
    await world.as(GIORGI)(getCase, { path: { caseId } });
    const { body } = await world.as(LEAD, 'ka')(caseAccess, { path: { caseId }, query: {} });
    const line = body.items.find(({ account }) => account === GIORGI);
    expect(line).toMatchObject({
      verb: 'access',
      agency: LEAD,
      action: 'case.read',
      groups: expect.arrayContaining(['identity', 'outcome']),
      why: { rule: 'lead', purpose: { code: 'protection' } },
    });
    expect(line?.why?.says).toMatch(/[ა-ჰ]/);
    const again = await world.as(LEAD)(caseAccess, { path: { caseId }, query: { limit: 1 } });
    expect(again.body.items[0]).toMatchObject({ account: LEAD, action: 'access.read' });
    expect(again.body.next).toMatch(/cursor=/);
    const stored = (await world.table.all('access')).find(({ sub }) => sub === GIORGI);
    expect(stored).toMatchObject({ operation: 'getCase', function: 'cases', child: caseId });
    expect(stored?.request).toMatch(/\S/);
  });

  it('is for the lead and for oversight, and tells nobody who a masked reporter is', async () => {
    await world.as('school-zestaponi')(getReferral, { path: { referralId: id } });
    const call = { path: { referralId: id }, query: {} };
    for (const other of ['school-zestaponi', 'police-imereti', 'police-tbilisi']) {
      expect(await refusal(world.as(other)(referralAccess, call))).toMatchObject({ status: 404 });
    }
    const { body } = await world.as(LEAD)(referralAccess, call);
    expect(body.items.some(({ why }) => why?.rule === 'referrer')).toBe(true);
    expect(JSON.stringify(body)).not.toContain('school-zestaponi');
    await world.as(ELENE)(referralAccess, call);
  });

  it('has one entry for a page of a list, and one for each change with its rule and purpose', async () => {
    const before = (await world.table.all('access')).length;
    await world.as(LEAD)(listTasks, { query: { limit: 5 } });
    await world.as(LEAD)(caseClocks, { path: { caseId } });
    const entries = (await world.table.all('access')).filter(({ sub }) => sub === LEAD);
    expect((await world.table.all('access')).length).toBe(before + 2);
    expect(entries.filter(({ list }) => list === 'tasks')).toMatchObject([
      { verb: 'access', rule: expect.any(String), purpose: expect.any(String) },
    ]);
    const events = await world.table.all('event');
    const sent = events.find(({ type }) => type === 'referral.submitted');
    expect(sent).toMatchObject({
      ground: { action: 'referral.submit', rule: 'anybody-may-refer', purpose: 'referral' },
      groups: expect.arrayContaining(['identity', 'concern', 'reporter']),
    });
    const taken = events.find(({ type }) => type === 'task.accepted');
    expect(taken).toMatchObject({ ground: { action: 'task.transition' } });
  });
});

describe('an incident', () => {
  it('is accounted for: who read what of how many children, and whom to tell, by when', async () => {
    const from = new Date(Date.parse(world.now()) - 3_600_000).toISOString();
    const body = { from, to: world.now(), accounts: [GIORGI], note: 'კომპიუტერი დაიკარგა.' };
    const refused = world.as('person-ketevan-agency-imereti')(reportIncident, { body });
    expect(await refusal(refused)).toMatchObject({ status: 404 });
    const ahead = { ...body, to: '2099-01-01T00:00:00.000Z' };
    expect(await refusal(world.as(ELENE)(reportIncident, { body: ahead }))).toMatchObject({
      code: 'window-wrong',
    });
    const { body: begun } = await world.as(ELENE)(reportIncident, { body });
    expect(begun.state.code).toBe('computing');
    expect(Date.parse(begun.notifyBy) - Date.parse(begun.noticedAt)).toBe(72 * 3_600_000);
    const path = { number: begun.number };
    let counted = begun;
    while (counted.state.code !== 'ready') {
      const call = { path, ifMatch: counted.version };
      counted = (await world.as(ELENE)(countIncident, call)).body;
    }
    expect(counted.progress.done).toBe(counted.progress.of);
    const looks = (await world.table.all('access')).filter(
      ({ sub, subject }) => sub === GIORGI && subject,
    );
    expect(counted.totals).toMatchObject({
      records: 1,
      children: 1,
      accounts: [{ account: GIORGI, agency: LEAD, reads: looks.length }],
      leads: [{ agency: LEAD, children: 1 }],
    });
    expect(counted.totals?.categories.map(({ group }) => group)).toContain('identity');
    const records = await world.as(ELENE)(incidentRecords, { path, query: {} });
    expect(records.body.items).toMatchObject([{ record: caseId, child: caseId }]);
    const told = await world.as(ELENE)(notifyIncident, { path, ifMatch: counted.version });
    expect(told.body.notifiedAt).toMatch(/T/);
    const read = await world.as(ELENE, 'ka')(getIncident, { path });
    expect(read.body).toMatchObject({ note: 'კომპიუტერი დაიკარგა.', totals: counted.totals });
    const types = (await world.table.all('event')).map(({ type }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['incident.reported', 'incident.computed', 'incident.notified']),
    );
  });
});

describe('a request for own data', () => {
  const NO = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' } as const;
  const asking = (over: object = {}) => ({
    ...{ record: caseId, subject: 'child' as const, requester: 'parent' as const },
    ...{ name: 'ეკა ლომიძე', ties: NO, ...over },
  });

  it('by whoever is tied to an accused is answered by no machine: officer and lead decide', async () => {
    const body = asking({ ties: { ...NO, sharesHousehold: 'unknown' } });
    const { body: asked } = await world.as(ELENE)(askSubjectAccess, { body });
    expect(asked.state.code).toBe('waiting');
    expect(asked.because.map(({ code }) => code)).toContain('requester-shares-household');
    const path = { record: caseId, number: asked.number };
    const early = world.as(ELENE)(releaseSubjectPack, { path });
    expect(await refusal(early)).toMatchObject({ code: 'not-released' });
    const vote = async (as: string, ifMatch: number) => {
      const said = { verdict: 'release' as const, reason: 'ცალკე ცხოვრობს, მეურვეობა აქვს.' };
      return (await world.as(as)(decideSubjectAccess, { path, body: said, ifMatch })).body;
    };
    const first = await vote(ELENE, asked.version);
    expect(first.state.code).toBe('waiting');
    expect(await refusal(vote(ELENE, first.version))).toMatchObject({
      code: 'second-person-needed',
    });
    expect(await refusal(vote(LEAD, first.version))).toMatchObject({ status: 404 });
    const second = await vote('person-ketevan-agency-imereti', first.version);
    expect(second.state.code).toBe('released');
    const { body: pack } = await world.as(ELENE)(releaseSubjectPack, { path });
    const written = JSON.stringify(pack);
    // Neither who reported nor anybody who works on it, nor what others wrote.
    for (const hidden of ['school-zestaponi', GIORGI, 'სილურჯე', 'თამარ ბერიძე', '599 00 11 22']) {
      expect(written).not.toContain(hidden);
    }
    expect(pack.known).toHaveProperty('identity');
    expect(pack.looks.length).toBeGreaterThan(0);
    expect(pack.text).toMatch(/[ა-ჰ][\s\S]*known of you/);
    const entry = (await world.table.all('access')).find(
      ({ action, verb }) => verb === 'disclose' && action !== 'hub.send',
    );
    expect(entry).toMatchObject({ action: 'subject-access.release', sub: ELENE, to: 'parent' });
    const read = await world
      .as(LEAD)(getSubjectAccess, { path })
      .catch((error) => error.status);
    expect(read).toBe(404);
  });

  it('is recorded by an officer alone', async () => {
    for (const other of [LEAD, GIORGI, 'person-ana-oversight-national']) {
      const asked = world.as(other)(askSubjectAccess, { body: asking() });
      expect(await refusal(asked)).toMatchObject({ status: 404 });
    }
  });
});
