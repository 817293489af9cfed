import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  confirmContact,
  decideSpeaker,
  explainShield,
  namePerpetrator,
  sendNotice,
  speakers,
  withdrawContact,
} from '../../shared/contract/family.ts';
import { requestRepresentative } from '../../shared/contract/inside.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { accept, PERSON, readReferral, readTask, routed, step } from './steps.ts';
import { calmViolence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const FREE = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' } as const;

async function openCase() {
  const { id, task } = await routed(
    world,
    calmViolence({ allegedPerpetrators: [{ relation: 'father', livesWithChild: 'yes' }] }),
  );
  await accept(world, LEAD, task('assess-safety'));
  const { case: caseId } = await readReferral(world, LEAD, id);
  if (!caseId) throw new Error('no case');
  return caseId;
}
const grandmother = { person: 'ბებია', phone: '599 65 43 21', ...FREE, inHousehold: 'no' as const };
const confirm = (caseId: CaseId, changes: object = {}) =>
  world.as(LEAD)(confirmContact, { path: { caseId }, body: { ...grandmother, ...changes } });
const notify = (caseId: CaseId) =>
  world.as(LEAD)(sendNotice, { path: { caseId }, body: { kind: 'summons' } });
const decide = (caseId: CaseId, changes: object = {}, as = LEAD) =>
  world.as(as)(decideSpeaker, {
    path: { caseId },
    body: {
      capacity: 'procedural-representative',
      person: { name: 'ეკა ლომიძე', phone: '599 77 77 77' },
      reason: 'მშობელი სავარაუდო მოძალადესთან ცხოვრობს.',
      ...FREE,
      ...changes,
    },
  });
const shield = async (caseId: CaseId) =>
  (await world.as(LEAD)(explainShield, { path: { caseId } })).body;

describe('a household', () => {
  it('is shielded from the first moment: no notice goes to anybody of it, and the rule is named', async () => {
    const caseId = await openCase();
    const { code, problem } = await refusal(notify(caseId));
    expect(code).toBe('household-shielded');
    expect(problem.errors).toMatchObject([{ code: 'representative-undecided' }]);
    expect((await shield(caseId)).because).toMatchObject([{ code: 'representative-undecided' }]);
  });

  it('is reached through a safe contact outside it, confirmed by the lead', async () => {
    const caseId = await openCase();
    const { body } = await confirm(caseId);
    expect(body).toMatchObject({ mayReach: true, contact: { person: 'ბებია' } });
    expect((await notify(caseId)).body).toMatchObject({ contact: 1, state: 'owed' });
    const { shielded, notices } = await shield(caseId);
    expect([shielded, notices.length]).toEqual([true, 1]);
  });

  it('gives no contact that is tied to an alleged perpetrator; unknown counts as yes', async () => {
    const caseId = await openCase();
    const { code, problem } = await refusal(confirm(caseId, { dependsOnAccused: 'unknown' }));
    expect([code, problem.errors?.map((one) => one.code)]).toEqual([
      'contact-not-safe',
      ['contact-depends'],
    ]);
    const together = await refusal(confirm(caseId, { inHousehold: 'yes' }));
    expect(together.problem.errors).toMatchObject([{ code: 'contact-shares-household' }]);
  });

  it('hears nothing more when a contact is withdrawn, or when somebody is named after it', async () => {
    const caseId = await openCase();
    await confirm(caseId);
    const perpetrator = { relation: 'grandparent', livesWithChild: 'unknown' as const };
    await world.advance('PT1M');
    await world.as(LEAD)(namePerpetrator, { path: { caseId }, body: { perpetrator } });
    const { code, problem } = await refusal(notify(caseId));
    expect([code, problem.errors?.[0]?.code]).toEqual(['no-safe-contact', 'contact-before-naming']);
    await world.advance('PT1M');
    await confirm(caseId);
    await notify(caseId);
    await world.as(LEAD)(withdrawContact, { path: { caseId, number: 2 } });
    expect((await refusal(notify(caseId))).status).toBe(409);
  });
});

describe('who speaks for the child', () => {
  it('is a decision, kept with its reason, and the latest one counts', async () => {
    const caseId = await openCase();
    await decide(caseId, { capacity: 'none-yet', person: undefined });
    expect((await shield(caseId)).because).toMatchObject([{ code: 'representative-undecided' }]);
    await world.advance('PT1M');
    const { body } = await decide(caseId);
    expect(body).toMatchObject({ current: true, person: { name: 'ეკა ლომიძე' } });
    expect((await shield(caseId)).shielded).toBe(false);
    const { items } = (await world.as(LEAD)(speakers, { path: { caseId } })).body;
    expect(items.map(({ current }) => current)).toEqual([false, true]);
  });

  it('is never the person who leads the case', async () => {
    const caseId = await openCase();
    const same = { person: { name: 'ბერიძე თამარ', phone: '+995 599001122' } };
    expect(PERSON.name).toBe('თამარ ბერიძე');
    expect((await refusal(decide(caseId, same))).code).toBe('representative-is-worker');
  });

  it('is named, unless nobody speaks yet', async () => {
    const caseId = await openCase();
    expect((await refusal(decide(caseId, { person: undefined }))).code).toBe('person-missing');
    expect((await refusal(decide(caseId, { capacity: 'friend' }))).code).toBe('unknown-code');
    expect((await refusal(decide(caseId, {}, 'clinic-kutaisi'))).code).toBe('not-found');
  });
});

describe('a procedural representative', () => {
  it('is asked of the specialised workers of the region first', async () => {
    const caseId = await openCase();
    const ask = () => world.as(LEAD)(requestRepresentative, { path: { caseId }, body: {} });
    const first = (await ask()).body;
    expect(first).toMatchObject({
      agency: LEAD,
      kind: { code: 'appoint-procedural-representative' },
    });
    expect((await ask()).body.agency).toBe('agency-tbilisi');
  });

  it('is asked of the next unit where one has nobody free, by the same deadlines', async () => {
    const caseId = await openCase();
    const { body } = await world.as(LEAD)(requestRepresentative, { path: { caseId }, body: {} });
    await world.advance('PT30M');
    await step(world, LEAD, body.id, { to: 'rejected', reason: 'no-capacity' });
    const refused = await readTask(world, LEAD, body.id);
    if (!refused.offeredTo) throw new Error('nobody else was asked');
    const next = await readTask(world, LEAD, refused.offeredTo);
    expect(next).toMatchObject({
      agency: 'agency-tbilisi',
      redirectedFrom: body.id,
      deadline: body.deadline,
    });
    // Never the worker who leads the case: somebody else takes it.
    await expect(accept(world, 'agency-tbilisi', next.id)).rejects.toMatchObject({
      code: 'representative-is-worker',
    });
    const actingPerson = { name: 'ეკა', phone: PERSON.phone };
    await step(world, 'agency-tbilisi', next.id, { to: 'accepted', actingPerson });
    expect(await readTask(world, LEAD, body.id)).toMatchObject({ replacedBy: next.id });
  });
});
