import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { addNews, listAdditions } from '../../shared/contract/additions.ts';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { taskClocks } from '../../shared/contract/tasks.ts';
import type { ReferralId, TaskId } from '../../shared/domain/ids.ts';
import type { AdditionSubmission } from '../../shared/domain/referral/addition-submission.ts';
import { accept, feedOf, readReferral, readTask, routed, routingOf } from './steps.ts';
import { calmViolence, early } from './submissions.ts';
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
const CENTRE = 'centre-kutaisi';

type Sent = z.input<typeof AdditionSubmission>;
const WORDS = 'დღეს ბავშვმა სკოლაში კოჭლობით მოვიდა და ტირის.';

async function add(
  from: string,
  referralId: ReferralId,
  news: Partial<Sent> = {},
  idempotencyKey?: string,
) {
  const call = {
    path: { referralId },
    body: { narrative: WORDS, ...news },
    ...(idempotencyKey && { idempotencyKey }),
  };
  const { body } = await world.as(from)(addNews, call);
  await world.hub.idle();
  return body;
}
const askedOf = async (id: ReferralId, from = SCHOOL) => (await routingOf(world, id, from)).asked;
const dueOf = async (agency: string, taskId: TaskId) => {
  const { body } = await world.as(agency)(taskClocks, { path: { taskId } });
  return Object.fromEntries(body.items.map(({ name, dueAt }) => [name, dueAt]));
};

describe('news of a referral', () => {
  it('asks whoever was not asked, hurries whoever was, and is read by a person at the lead unit', async () => {
    const { id, task } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    const police = task('register-report');
    const before = await dueOf(POLICE, police);
    await add(SCHOOL, id, { immediateDanger: 'yes', injuryVisible: 'yes' });

    const asked = await askedOf(id);
    expect(asked.map(({ kind, agency, urgency }) => `${kind} ${agency} ${urgency}`)).toEqual(
      expect.arrayContaining([
        `provide-health-care ${CLINIC} urgent`,
        `consider-news ${LEAD} urgent`,
      ]),
    );
    expect(asked.filter(({ kind }) => kind === 'assess-safety')).toHaveLength(1);
    expect(await readTask(world, POLICE, police)).toMatchObject({ urgency: 'urgent' });
    const after = await dueOf(POLICE, police);
    for (const [name, due] of Object.entries(after)) {
      expect(due <= String(before[name]), name).toBe(true);
    }
    expect(String(after.received) < String(before.received)).toBe(true);
    expect((await feedOf(world, POLICE)).map(({ type }) => type)).toContain('urgency.raised');
  });

  it('is taken in once however often the call is repeated', async () => {
    const { id } = await routed(world, calmViolence());
    const all = await Promise.all(
      [1, 2, 3].map(() => add(SCHOOL, id, { forms: ['sexual'] }, 'the-same-news')),
    );
    expect(all.map(({ number }) => number)).toEqual([1, 1, 1]);
    expect((await askedOf(id)).filter(({ kind }) => kind === 'provide-health-care')).toHaveLength(
      1,
    );
  });

  it('asks nobody again for what they have already', async () => {
    const { id } = await routed(world, calmViolence({ forms: ['sexual'] }));
    const before = await askedOf(id);
    await add(SCHOOL, id);
    await add(SCHOOL, id, { forms: ['sexual'] });
    expect(await askedOf(id)).toEqual(before);
  });

  it('comes from the referrer, from whoever works on it, and by telephone through a duty desk', async () => {
    const { id, task } = await routed(world, calmViolence());
    await add(POLICE, id, { narrative: 'მეზობელმა დარეკა.' });
    await accept(world, POLICE, task('register-report'));
    await add('hotline-111', id, { channel: 'phone', reporter: { mode: 'anonymous' } });
    const silent = add('hotline-111', id);
    expect(await refusal(silent)).toMatchObject({ status: 404 });
    expect(await refusal(add('school-kutaisi', id))).toMatchObject({ status: 404 });
    const wrong = add(SCHOOL, id, { forms: ['gossip'] });
    expect(await refusal(wrong)).toMatchObject({ status: 400, code: 'unknown-code' });

    const path = { referralId: id };
    const own = (await world.as(SCHOOL)(listAdditions, { path })).body.items;
    expect(own).toEqual([]);
    const police = (await world.as(POLICE)(listAdditions, { path })).body.items;
    expect(police.map(({ from }) => from)).toEqual([POLICE, 'hotline-111']);
    expect(police[0]?.stated.narrative?.narrative).toBe('მეზობელმა დარეკა.');
    const centre = world.as(CENTRE)(listAdditions, { path });
    expect(await refusal(centre)).toMatchObject({ status: 404 });
  });

  it('that comes before anybody was asked is a part of the first routing', async () => {
    world.hub.pause('route-referral');
    const { body } = await world.as(SCHOOL)(submitReferral, { body: calmViolence() });
    await world.as(SCHOOL)(addNews, {
      path: { referralId: body.id },
      body: { narrative: WORDS, immediateDanger: 'yes' },
    });
    world.hub.resume('route-referral');
    await world.hub.idle();
    const asked = await askedOf(body.id);
    expect(asked.find(({ kind }) => kind === 'assess-safety')?.urgency).toBe('urgent');
    expect(asked.map(({ agency }) => agency)).toContain(CLINIC);
  });
});

describe('news of a family', () => {
  it('that tells of violence becomes a violence referral, and nobody types anything again', async () => {
    const { id } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: 'resource-centre-zestaponi',
    });
    const made = await add('resource-centre-zestaponi', id, { immediateDanger: 'yes' });
    if (!made.became) throw new Error('it became nothing');
    const violence = await readReferral(world, 'resource-centre-zestaponi', made.became.id);
    expect(violence).toMatchObject({ kind: 'violence', origin: id });
    expect(violence.details.identity?.givenName).toBe('ლუკა');
    expect(violence.case).toBeDefined();
    const asked = await askedOf(made.became.id, 'resource-centre-zestaponi');
    expect(asked[0]).toMatchObject({ kind: 'assess-safety', agency: LEAD, urgency: 'urgent' });

    const more = await add('resource-centre-zestaponi', id, { injuryVisible: 'yes' });
    expect(more.became?.id).toBe(made.became.id);
  });

  it('without violence stays with those who support it', async () => {
    const { id } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: 'resource-centre-zestaponi',
    });
    const made = await add('resource-centre-zestaponi', id, { narrative: 'დედა ავად გახდა.' });
    expect(made.became).toBeUndefined();
  });
});
