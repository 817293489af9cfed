import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainRouting, submitReferral } from '../../shared/contract/referrals.ts';
import { listTasks } from '../../shared/contract/tasks.ts';
import { feedOf, readReferral, readTask, routed, routingOf } from './steps.ts';
import { calmViolence, early, INDICATORS, violence } from './submissions.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const OFFICER = { from: 'resource-centre-zestaponi' };
const kinds = (asked: readonly { kind: string }[]) => asked.map(({ kind }) => kind);
const instructions = async (agency: string, task: Parameters<typeof readTask>[2]) =>
  (await readTask(world, agency, task)).instructions.map(({ code }) => code);

describe('a violence referral', () => {
  it('has the guardianship unit of the region as its lead, and a case', async () => {
    const { id, from, routing, asked, task } = await routed(world, calmViolence());
    expect(asked[0]).toEqual({
      kind: 'assess-safety',
      agency: 'agency-imereti',
      role: 'lead',
      urgency: 'high',
      rule: 'lead',
    });
    const lead = await readTask(world, 'agency-imereti', task('assess-safety'));
    expect(lead).toMatchObject({ status: 'requested', track: 'safety', urgency: 'high' });
    expect(lead.case).toMatch(/^cas_/);
    expect(await readReferral(world, from, id)).toMatchObject({
      status: { code: 'routed' },
      lead: 'agency-imereti',
      case: lead.case,
    });
    expect(routing.policy).toMatchObject({ pack: 'ge', sha256: expect.stringMatching(/^\w{64}$/) });
    for (const { why } of routing.tasks) {
      expect(why.ka).toMatch(/[ა-ჰ]/);
      expect(why.en).toMatch(/[a-z]/);
    }
  });

  it('tells the police to register it, to call the lead first, and what to leave alone', async () => {
    const { asked, task } = await routed(world, calmViolence());
    expect(asked).toContainEqual(
      expect.objectContaining({ kind: 'register-report', agency: 'police-imereti' }),
    );
    expect(await instructions('police-imereti', task('register-report'))).toEqual([
      'call-lead-first',
      'no-uniform-at-school',
      'do-not-question-child',
      'do-not-call-guardian',
    ]);
    expect(kinds(asked)).not.toContain('prepare-joint-interview');
  });

  it.each(['yes', 'unsure'] as const)(
    'calls lead, police and the clinic on duty at once where danger is answered with %s',
    async (immediateDanger) => {
      const { asked } = await routed(world, violence({ immediateDanger }));
      const urgent = asked.filter(({ urgency }) => urgency === 'urgent');
      expect(urgent.map(({ kind, agency }) => `${kind} ${agency}`)).toEqual([
        'assess-safety agency-imereti',
        'register-report police-imereti',
        'provide-health-care clinic-kutaisi',
      ]);
    },
  );

  it('lets the child centre of the catchment know of sexual violence', async () => {
    const { asked, task } = await routed(world, calmViolence({ forms: ['sexual'] }));
    const centre = asked.find(({ kind }) => kind === 'prepare-joint-interview');
    expect(centre).toMatchObject({ role: 'informed' });
    const agency = centre?.agency ?? '';
    expect(agency).toMatch(/^centre-/);
    expect(await instructions(agency, task('prepare-joint-interview'))).toContain(
      'one-interview-only',
    );
    expect(kinds(asked)).toContain('provide-health-care');
  });

  it('goes round the agency whose own staff is accused', async () => {
    const accused = (employer: string) =>
      calmViolence({ allegedPerpetrators: [{ relation: 'acquaintance', employer }] });
    const ofPolice = await routed(world, accused('police'));
    expect(ofPolice.asked.map(({ agency }) => agency)).not.toContain('police-imereti');
    expect(ofPolice.asked).toContainEqual(
      expect.objectContaining({ kind: 'register-report', agency: 'prosecutor-imereti' }),
    );
    const ofUnit = await routed(world, accused('agency-imereti'));
    const lead = ofUnit.asked.find(({ role }) => role === 'lead');
    expect(lead).toMatchObject({
      kind: 'assess-safety',
      agency: 'agency-samegrelo-zemo-svaneti',
    });
    expect(ofUnit.asked).toContainEqual(
      expect.objectContaining({
        kind: 'oversee-stand-in',
        agency: 'oversight-national',
        role: 'informed',
      }),
    );
    expect(ofUnit.asked.map(({ agency }) => agency)).not.toContain('agency-imereti');
  });

  it('goes where the child is now when nobody knows where it lives', async () => {
    const whereabouts = { childNow: { where: 'railway station' }, municipality: 'kutaisi' };
    const child = { municipality: 'unknown', whereabouts };
    const { asked } = await routed(world, calmViolence({ child }), { from: 'hotline-111' });
    expect(asked[0]).toMatchObject({ agency: 'agency-imereti', rule: 'lead' });
  });

  it('takes a municipality by any of its names', async () => {
    const { id, from } = await routed(
      world,
      calmViolence({ child: { municipality: 'ზესტაფონი' } }),
    );
    expect(await readReferral(world, from, id)).toMatchObject({ municipality: 'zestaponi' });
  });

  it('lies with the national duty desk when nobody knows the place', async () => {
    const child = { municipality: 'unknown', whereabouts: { address: 'ხიდის ქვეშ' } };
    const { asked, task } = await routed(world, violence({ child }), { from: 'hotline-111' });
    expect(asked.find(({ role }) => role === 'lead')).toMatchObject({
      kind: 'route-by-hand',
      agency: 'oversight-national',
      urgency: 'urgent',
    });
    expect(await instructions('oversight-national', task('route-by-hand'))).toContain(
      'decide-addressee',
    );
    const desk = await feedOf(world, 'oversight-national');
    expect(desk.at(-1)).toMatchObject({ type: 'task.requested', urgency: 'urgent' });
  });
});

describe('an early identification', () => {
  it.each([
    ['1, answered with advice', {}, 1, ['answer-with-advice municipality-zestaponi']],
    [
      '2, the municipal service',
      { 'low-income': 'yes', 'single-parent': 'yes' },
      2,
      ['support-family municipality-zestaponi'],
    ],
    [
      '3, a joint plan',
      { 'violence-in-family': 'yes' },
      3,
      ['joint-plan agency-imereti', 'joint-plan municipality-zestaponi'],
    ],
    [
      '4, child protection',
      { 'harsh-discipline': 'yes', 'afraid-to-go-home': 'yes', 'substance-use': 'yes' },
      4,
      [
        'assess-safety agency-imereti',
        'register-report police-imereti',
        'offer-psychological-support agency-imereti',
      ],
    ],
    [
      '4 by one sign of danger alone',
      { 'unexplained-injury': 'yes' },
      4,
      [
        'assess-safety agency-imereti',
        'register-report police-imereti',
        'provide-health-care clinic-kutaisi',
        'offer-psychological-support agency-imereti',
      ],
    ],
  ] as const)('is of level %s', async (_, answers, level, wanted) => {
    const { routing, asked } = await routed(world, early(answers), OFFICER);
    expect(routing.level).toBe(level);
    expect(asked.map(({ kind, agency }) => `${kind} ${agency}`).toSorted()).toEqual(
      [...wanted].toSorted(),
    );
  });

  it('of the highest level has a case, and nobody is told to phone the parents first', async () => {
    const { id, from, task } = await routed(world, early({ 'weapon-threat': 'yes' }), OFFICER);
    expect((await readReferral(world, from, id)).case).toMatch(/^cas_/);
    expect(await instructions('agency-imereti', task('assess-safety'))).toContain(
      'do-not-phone-parents-first',
    );
  });

  it('of which too little is known is decided by a person, and never lowered', async () => {
    const unknown = Object.fromEntries(
      INDICATORS.slice(20).map((code) => [code, 'not-known' as const]),
    );
    const { asked } = await routed(world, early(unknown), OFFICER);
    expect(asked).toMatchObject([
      { kind: 'triage-screening', agency: 'agency-imereti', role: 'lead' },
    ]);
    const answers = { ...unknown, 'tells-of-violence': 'yes' as const };
    const danger = await routed(world, early(answers), OFFICER);
    expect(danger.asked[0]).toMatchObject({ kind: 'assess-safety', urgency: 'urgent' });
  });
});

describe('what the machine does not route', () => {
  it('is asked of the national desk after five minutes, and nothing is lost or done twice', async () => {
    world.hub.pause('route-referral');
    const school = world.as('school-zestaponi');
    const { body } = await school(submitReferral, { body: violence() });
    const path = { referralId: body.id };
    expect(await refusal(school(explainRouting, { path }))).toMatchObject({
      status: 409,
      code: 'not-routed-yet',
    });
    await world.advance('PT4M');
    expect(await refusal(school(explainRouting, { path }))).toMatchObject({ status: 409 });
    await world.advance('PT2M');
    const { asked, task } = await routingOf(world, body.id, 'school-zestaponi');
    expect(asked).toMatchObject([{ kind: 'route-by-hand', agency: 'oversight-national' }]);
    const desk = await world.as('oversight-national')(listTasks);
    expect(desk.body.items.map(({ id }) => id)).toContain(task('route-by-hand'));

    world.hub.resume('route-referral');
    await settle(world);
    expect((await routingOf(world, body.id, 'school-zestaponi')).asked).toEqual(asked);
    expect(await world.table.owed()).toEqual([]);
  });
});
