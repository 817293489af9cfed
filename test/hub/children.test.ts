import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews } from '../../shared/contract/additions.ts';
import { listReferrals, referralTimeline } from '../../shared/contract/referrals.ts';
import { type ReferralId, receiptNumber } from '../../shared/domain/ids.ts';
import { Routing } from '../../shared/domain/routing/routing.ts';
import { accept, readReferral, readTask, routed, routingOf } from './steps.ts';
import { calmViolence, early, violence } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';

const rowsOf = async (id: ReferralId) =>
  (await world.table.all('routing')).filter(({ referral }) => referral === id);
const routingsOf = async (id: ReferralId) => (await rowsOf(id)).map((row) => Routing.parse(row));
const askedOf = async (id: ReferralId) =>
  (await routingOf(world, id, SCHOOL)).routing.tasks.map(({ kind, agency, task }) => ({
    kind: kind.code,
    agency: String(agency),
    task,
  }));

describe('children beside the child', () => {
  it('each get a safety check of their own, fifteen of them too', async () => {
    const relatedChildren = Array.from({ length: 15 }, (_, i) => ({
      givenName: `ბავშვი${i}`,
      role: (['at-home', 'co-victim', 'witness'] as const)[i % 3] ?? 'at-home',
    }));
    const { id } = await routed(world, violence({ immediateDanger: 'yes', relatedChildren }));
    await settle(world);
    const checks = (await askedOf(id)).filter(({ kind }) => kind === 'check-other-child');
    expect(checks).toHaveLength(15);
    const tasks = await Promise.all(checks.map(({ task }) => readTask(world, LEAD, task)));
    expect(
      tasks.map(({ relatedChild }) => relatedChild).toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual(relatedChildren.map((_, i) => i + 1));
    for (const { relatedChild = 0, urgency } of tasks) {
      const { role } = relatedChildren[relatedChild - 1] ?? {};
      expect(urgency).toBe(role === 'witness' ? 'high' : 'urgent');
    }
    expect(await routingsOf(id)).toHaveLength(16);
  });

  it('named in news are seen to as well, and nobody twice', async () => {
    const { id } = await routed(
      world,
      calmViolence({ relatedChildren: [{ givenName: 'ანა', role: 'at-home' }] }),
    );
    await world.as(SCHOOL)(addNews, {
      path: { referralId: id },
      body: {
        narrative: 'ძმაც ჰყავს.',
        relatedChildren: [{ givenName: 'გიო', role: 'at-home' }],
      },
    });
    await world.hub.idle();
    const checks = (await askedOf(id)).filter(({ kind }) => kind === 'check-other-child');
    const tasks = await Promise.all(checks.map(({ task }) => readTask(world, LEAD, task)));
    expect(tasks.map(({ relatedChild }) => relatedChild)).toEqual([1, 2]);
  });
});

describe('a child said to have harmed', () => {
  const sent = () =>
    calmViolence({
      forms: ['physical'],
      relatedChildren: [
        {
          givenName: 'საბა',
          familyName: 'ლომიძე',
          ageYears: 12,
          role: 'alleged-to-have-harmed',
          sameSchool: 'yes',
        },
      ],
    });

  it('is a child in need, apart from the case, asked of the guardianship unit and of no police', async () => {
    const { id } = await routed(world, sent());
    const became = (await routingsOf(id)).flatMap(({ became: made }) => made ?? [])[0];
    if (!became) throw new Error('no record of its own');
    const asked = (await routingsOf(became)).flatMap(({ tasks }) => tasks);
    expect(asked.map(({ kind, agency, role }) => [kind, agency, role])).toEqual([
      ['assess-need', LEAD, 'lead'],
      ['offer-psychological-support', LEAD, 'participant'],
    ]);
    const lead = asked[0]?.task;
    if (!lead) throw new Error('nobody leads');
    const task = await accept(world, LEAD, lead);
    expect(task.case).toBeUndefined();
    const record = await readReferral(world, LEAD, became);
    expect(record).toMatchObject({ kind: 'child-in-need', origin: id });
    expect(record.details.identity).toMatchObject({ givenName: 'საბა', familyName: 'ლომიძე' });
    // Nothing of the first child, of what happened, or of who told.
    expect(record.details.narrative).toBeUndefined();
    expect(record.details.concern).toBeUndefined();
    expect(record.details.reporter).toBeUndefined();
    expect(await refusal(readReferral(world, POLICE, became))).toMatchObject({ status: 404 });
  });

  it('is shown to whoever referred as being looked at, and nothing else of it', async () => {
    const { id } = await routed(world, sent());
    const became = (await routingsOf(id)).flatMap(({ became: made }) => made ?? [])[0];
    if (!became) throw new Error('no record of its own');
    const seen = await readReferral(world, SCHOOL, became);
    expect(seen).toMatchObject({ receiptNumber: receiptNumber(became), details: {}, work: [] });
    expect(seen.lead).toBeUndefined();
    const path = { referralId: became };
    expect(await refusal(world.as(SCHOOL)(referralTimeline, { path }))).toMatchObject({
      status: 404,
    });
    const { body } = await world.as(SCHOOL)(listReferrals);
    expect(body.items.map((line) => line.id)).toContain(became);
  });

  it('at the same school: the school that referred makes a plan', async () => {
    const { id, asked } = await routed(world, sent());
    expect(asked).toContainEqual(
      expect.objectContaining({ kind: 'school-safety-plan', agency: SCHOOL }),
    );
    const plan = (await askedOf(id)).find(({ kind }) => kind === 'school-safety-plan');
    if (!plan) throw new Error('no plan');
    const { instructions } = await readTask(world, SCHOOL, plan.task);
    expect(instructions.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['no-mediation', 'no-meeting-of-parents']),
    );
  });

  it('where the reporter is masked, the resource centre makes it, and the school learns nothing', async () => {
    const { asked } = await routed(world, { ...sent(), reporter: { mode: 'masked' } });
    const plan = asked.filter(({ kind }) => kind === 'school-safety-plan');
    expect(plan.map(({ agency }) => agency)).toEqual(['resource-centre-zestaponi']);
  });
});

describe('a family', () => {
  it('is typed once: each further child has a record of its own', async () => {
    const officer = 'resource-centre-zestaponi';
    const relatedChildren = [
      { givenName: 'ნია', ageYears: 4, role: 'at-home' as const },
      { givenName: 'ლაშა', ageYears: 13, role: 'at-home' as const },
    ];
    const { id } = await routed(
      world,
      early({ 'low-income': 'yes', isolated: 'yes' }, { relatedChildren }),
      { from: officer },
    );
    const became = (await routingsOf(id)).flatMap(({ became: made }) => made ?? []);
    expect(became).toHaveLength(2);
    for (const each of became) {
      const record = await readReferral(world, officer, each);
      expect(record).toMatchObject({ kind: 'early-identification', origin: id });
      expect(['ნია', 'ლაშა']).toContain(record.details.identity?.givenName);
      expect(record.details.concern?.instrument?.id).toBe('early-identification');
      const { asked } = await routingOf(world, each, officer);
      expect(asked[0]).toMatchObject({ kind: 'support-family' });
    }
  });
});
