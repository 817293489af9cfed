import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { accept, answer, feedOf, readReferral, readTask, routed } from './steps.ts';
import { calmViolence, early, type Violence, violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const LEAD = 'agency-imereti';
const SCHOOL = 'school-zestaponi';
const OFFICER = 'resource-centre-zestaponi';

const receiptOf = async (from: string, body: Violence) =>
  (await world.as(from)(submitReferral, { body })).body;
const stepsOf = async (from: string, body: Violence) =>
  (await receiptOf(from, body)).nextSteps.map(({ code }) => code);
const reporterSeen = async (as: string, id: Parameters<typeof readReferral>[2]) =>
  (await readReferral(world, as, id)).details.reporter?.reporter;

describe('a call to a hotline', () => {
  it.each(['hotline-111', 'hotline-116006', 'hotline-1505'])(
    'to %s becomes a referral',
    async (line) => {
      const reporter = { mode: 'anonymous' as const };
      const sent = await routed(world, violence({ channel: 'phone', reporter }), { from: line });
      expect(sent.asked.map(({ kind }) => kind)).toContain('assess-safety');
    },
  );

  it.each([LEAD, 'police-imereti'])('to the duty desk of %s as well', async (desk) => {
    const reporter = { mode: 'named' as const, name: 'მეზობელი ლია', phone: '599 10 20 30' };
    const { id, task } = await routed(world, violence({ channel: 'phone', reporter }), {
      from: desk,
    });
    await accept(world, LEAD, task('assess-safety'));
    expect(await reporterSeen(LEAD, id)).toMatchObject(reporter);
  });

  it('says who called, or that the caller gives no name: nothing else is asked', async () => {
    const phone = '599 10 20 30';
    const nameless = violence({ channel: 'phone', reporter: { mode: 'named', phone } });
    const refused = await refusal(receiptOf('hotline-111', nameless));
    expect(refused).toMatchObject({ status: 400, code: 'caller-missing' });
    expect(refused.problem.errors).toMatchObject([{ pointer: '/reporter/name' }]);
    const quiet = violence({ channel: 'phone', reporter: { mode: 'anonymous' } });
    expect((await receiptOf('hotline-111', quiet)).receiptNumber).toMatch(/^ER-/);
  });
});

describe('somebody who stays anonymous', () => {
  it('is written down nowhere, whatever was sent, and is told so', async () => {
    const reporter = {
      mode: 'anonymous' as const,
      name: 'ზურაბი',
      role: 'მეზობელი',
      phone: '599 77 66 55',
    };
    const body = calmViolence({ channel: 'phone', reporter });
    const receipt = await receiptOf('hotline-111', body);
    expect(receipt.nextSteps.map(({ code }) => code)).toContain('anonymous-nothing-kept');
    await world.hub.idle();
    expect(await reporterSeen('hotline-111', receipt.id)).toEqual({ mode: 'anonymous' });
  });
});

describe('a child that refers itself', () => {
  const reporter = {
    mode: 'child-self' as const,
    name: 'ანო',
    safeWay: 'სკოლის ტელეფონით, შესვენებაზე; სახლში არა',
  };

  it.each(['hotline-111', SCHOOL])('through %s is spoken to as a child', async (from) => {
    const { nextSteps } = await receiptOf(from, violence({ reporter }));
    expect(nextSteps.map(({ code }) => code)).toEqual([
      'child-you-did-right',
      'child-call-112',
      'child-somebody-acts',
      'child-your-own-way',
      'child-call-111',
      'child-receipt',
    ]);
  });

  it('is answered in its own safe way, which the lead reads and nobody before', async () => {
    const { id, task } = await routed(world, violence({ reporter }), { from: 'hotline-111' });
    expect(await reporterSeen(LEAD, id)).toBeUndefined();
    await accept(world, LEAD, task('assess-safety'));
    expect(await reporterSeen(LEAD, id)).toMatchObject({ safeWay: reporter.safeWay });
  });
});

describe('a referral on behalf of a school', () => {
  const told = (mayBeTold: boolean, changes: Partial<Violence> = {}) =>
    routed(world, calmViolence({ onBehalfOf: { agency: SCHOOL, mayBeTold }, ...changes }), {
      from: OFFICER,
    });

  it('is seen and heard of there, if the referrer agrees', async () => {
    const { id, task } = await told(true, {
      child: { municipality: 'zestaponi', givenName: 'სანდრო' },
    });
    await accept(world, LEAD, task('assess-safety'));
    await answer(world, LEAD, id, 'acting');
    await world.hub.idle();
    const seen = await readReferral(world, SCHOOL, id);
    expect(seen).toMatchObject({
      shownBy: 'on-whose-behalf',
      feedback: [{ code: { code: 'acting' } }],
    });
    expect(seen.details.identity?.givenName).toBe('სანდრო');
    expect(seen.details.narrative).toBeUndefined();
    const heard = (await feedOf(world, SCHOOL)).filter(({ subject }) => subject.id === id);
    expect(heard.map(({ type }) => type)).toContain('feedback.sent');
  });

  it('is not, if the referrer does not', async () => {
    const { id } = await told(false);
    expect(await refusal(readReferral(world, SCHOOL, id))).toMatchObject({ status: 404 });
    await world.hub.idle();
    expect((await feedOf(world, SCHOOL)).some(({ subject }) => subject.id === id)).toBe(false);
  });

  it('is not, if somebody at the school is accused', async () => {
    const allegedPerpetrators = [{ relation: 'teacher', employer: SCHOOL }];
    const { id } = await told(true, { allegedPerpetrators });
    expect(await refusal(readReferral(world, SCHOOL, id))).toMatchObject({ status: 404 });
    await world.hub.idle();
    expect((await feedOf(world, SCHOOL)).some(({ subject }) => subject.id === id)).toBe(false);
  });
});

describe('a child without name or papers', () => {
  it('is helped: who it is becomes a task', async () => {
    const child = {
      municipality: 'zestaponi',
      identity: { known: 'unknown' as const, description: 'დაახლოებით 8 წლის, ბაზართან' },
    };
    const { asked } = await routed(world, violence({ child }), { from: 'ngo-zestaponi' });
    expect(asked.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['assess-safety', 'establish-identity']),
    );
  });
});

describe('a child not born yet', () => {
  it('is planned for, and to see it means to see its mother', async () => {
    const child = {
      municipality: 'zestaponi',
      identity: { known: 'unborn' as const, expectedMonth: '2027-02' },
    };
    const { asked, task } = await routed(world, violence({ child }), { from: 'clinic-kutaisi' });
    expect(asked.map(({ kind }) => kind)).toContain('plan-before-birth');
    const lead = await readTask(world, LEAD, task('assess-safety'));
    expect(lead.role).toBe('lead');
    expect(lead.instructions.map(({ code }) => code)).toContain('unborn-see-mother');
  });
});

describe('what the form says to somebody who asks to be hidden', () => {
  const masked = (changes: Partial<Violence> = {}) =>
    calmViolence({ reporter: { mode: 'masked', name: 'ეკატერინე ლომიძე' }, ...changes });

  it('is that the hub hides who it is', async () => {
    expect(await stepsOf(SCHOOL, masked())).toContain('masked-hidden');
  });

  it.each<[string, string, Violence]>([
    [
      'its own words name it',
      'mask-content-tells',
      masked({ narrative: 'მე, ლომიძემ, სილურჯე ვნახე.' }),
    ],
    [
      'only its place is known',
      'mask-place-tells',
      masked({ child: { whereabouts: { school: 'სკოლა' } } }),
    ],
  ])('is that it cannot, where %s', async (_, code, body) => {
    const steps = await stepsOf(SCHOOL, body);
    expect(steps).toContain(code);
    expect(steps).not.toContain('masked-hidden');
  });

  it('is that it cannot, where there is no other of its kind in the place', async () => {
    const child = { municipality: 'kutaisi' };
    expect(await stepsOf('school-kutaisi', masked({ child }))).toContain('mask-only-one-here');
    expect(await stepsOf(SCHOOL, masked({ child }))).toContain('masked-hidden');
  });

  it('is nothing to others, in early identification neither', async () => {
    const { body } = await world.as(SCHOOL)(submitReferral, { body: early() });
    expect(body.nextSteps.map(({ code }) => code).filter((code) => /mask/.test(code))).toEqual([]);
  });
});
