import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews } from '../../shared/contract/additions.ts';
import { caseClocks, getCase } from '../../shared/contract/cases.ts';
import { closeReferral } from '../../shared/contract/referrals.ts';
import { openConditions } from '../../shared/contract/safety.ts';
import { joinCase } from '../../shared/contract/same-child.ts';
import type { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import {
  accept,
  acknowledge,
  answer,
  complete,
  decided,
  readReferral,
  routed,
  step,
  waived,
} from './steps.ts';
import { calmViolence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';

const caseOf = async (id: ReferralId): Promise<CaseId> => {
  const { case: opened } = await readReferral(world, LEAD, id);
  if (!opened) throw new Error('no case');
  return opened;
};
const seeCase = async (caseId: CaseId) =>
  (await world.as(LEAD)(getCase, { path: { caseId } })).body;

let born = 0;
/** One child reported twice; both cases are joined, led by one unit. */
async function joinedCases() {
  born += 1;
  const birthDate = `2013-02-${String(born).padStart(2, '0')}`;
  const named = { givenName: 'ნინო', familyName: 'ჭყონია', birthDate, municipality: 'zestaponi' };
  const first = await routed(world, calmViolence({ child: named }));
  const again = await routed(world, calmViolence({ child: named }));
  const [older, younger] = [await caseOf(first.id), await caseOf(again.id)];
  await accept(world, LEAD, first.task('assess-safety'));
  await accept(world, LEAD, again.task('assess-safety'));
  const body = { case: older, same: 'yes' as const, reason: 'ერთი ბავშვია.' };
  await world.as(LEAD)(joinCase, { path: { caseId: younger }, body });
  return { first, again, older, younger };
}
type Routed = Awaited<ReturnType<typeof routed>>;

const statesOf = async (caseId: CaseId) =>
  Object.fromEntries(
    (await world.as(LEAD)(caseClocks, { path: { caseId } })).body.items.map(({ name, state }) => [
      name,
      state,
    ]),
  );
const openCodes = async (referralId: ReferralId) =>
  (await world.as(LEAD)(openConditions, { path: { referralId } })).body.items;

/** Everything asked for by one report is done, and whoever referred has heard. */
async function workedOff({ id, task }: Routed) {
  await step(world, LEAD, task('assess-safety'), { to: 'completed', outcome: 'protected' });
  await complete(world, 'police-imereti', task('register-report'), 'registered');
  await complete(world, LEAD, task('offer-psychological-support'), 'support-accepted');
  await answer(world, LEAD, id, 'outcome-protected');
  await acknowledge(world, SCHOOL, id, 1);
  await waived(world, id, 'body');
}
const close = async (referralId: ReferralId) => {
  const { version } = await readReferral(world, LEAD, referralId);
  const call = { path: { referralId }, body: { reason: 'help-given' }, ifMatch: version };
  return (await world.as(LEAD)(closeReferral, call)).body;
};

describe('joined cases', () => {
  it('have one safety decision: what waits for the child to be seen ends in both', async () => {
    const { first, again, older, younger } = await joinedCases();
    await decided(world, LEAD, first.id);
    for (const caseId of [older, younger])
      expect(await statesOf(caseId)).toMatchObject({
        'child-seen': 'ended',
        'safety-decision': 'ended',
      });
    for (const { id } of [first, again]) {
      const codes = (await openCodes(id)).map(({ code }) => code);
      expect(codes).not.toContain('child-not-seen');
      expect(codes).not.toContain('safety-decision-missing');
    }
    const done = { to: 'completed' as const, outcome: 'protected' };
    expect((await step(world, LEAD, again.task('assess-safety'), done)).status).toBe('completed');
  });

  it('made before a report of either, it counts for neither', async () => {
    const { first, again } = await joinedCases();
    await decided(world, LEAD, first.id);
    await world.advance('PT1M');
    const body = { narrative: 'ისევ მოხდა.' };
    await world.as(SCHOOL)(addNews, { path: { referralId: again.id }, body });
    await world.hub.idle();
    for (const { id } of [first, again])
      expect((await openCodes(id)).map(({ code }) => code)).toContain('child-not-seen');
    const done = { to: 'completed' as const, outcome: 'protected' };
    const refused = await refusal(step(world, LEAD, again.task('assess-safety'), done));
    expect(refused.code).toBe('safety-decision-missing');
  });

  it('close together, with the last of their referrals', async () => {
    const { first, again, older, younger } = await joinedCases();
    await decided(world, LEAD, first.id);
    await workedOff(first);
    expect(await openCodes(first.id)).toEqual([]);
    expect((await close(first.id)).status.code).toBe('closed');
    expect([(await seeCase(older)).status, (await seeCase(younger)).status]).toEqual([
      'open',
      'open',
    ]);
    expect(await statesOf(older)).toMatchObject({ 'safety-review': 'running' });
    expect((await refusal(close(first.id))).code).toBe('already-closed');
    expect((await refusal(close(again.id))).code).toBe('still-open');
    await workedOff(again);
    expect((await close(again.id)).status.code).toBe('closed');
    expect([(await seeCase(older)).status, (await seeCase(younger)).status]).toEqual([
      'closed',
      'closed',
    ]);
    expect(await statesOf(older)).toMatchObject({ 'safety-review': 'ended' });
  });

  it('closed by two people at once do not each leave the cases to the other', async () => {
    const { first, again, older, younger } = await joinedCases();
    await decided(world, LEAD, first.id);
    await workedOff(first);
    await workedOff(again);
    await Promise.all([close(first.id), close(again.id)]);
    expect([(await seeCase(older)).status, (await seeCase(younger)).status]).toEqual([
      'closed',
      'closed',
    ]);
  });
});
