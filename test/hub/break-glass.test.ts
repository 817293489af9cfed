import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseAccess, referralAccess } from '../../shared/contract/access-journal.ts';
import {
  breakGlass,
  getTicket,
  reviewTicket,
  revokeTicket,
} from '../../shared/contract/break-glass.ts';
import { getCase } from '../../shared/contract/cases.ts';
import { listWatched } from '../../shared/contract/oversight.ts';
import { getReferral } from '../../shared/contract/referrals.ts';
import type { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import { receiptNumber } from '../../shared/domain/ids.ts';
import { accept, feedOf, readReferral, routed } from './steps.ts';
import { violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
const NATIONAL = 'oversight-national';
const ZURA = 'person-zura-police-tbilisi';
const ELENE = 'person-elene-oversight-national';
const TEXT = 'პატრული ბინის კართან დგას და უნდა ვიცოდეთ, უსაფრთხოდ იქნება თუ არა ბავშვი ამაღამ.';
const OTHER = 'საავადმყოფოში უგონო ბავშვი მოიყვანეს, ექიმი დაუყოვნებლივ ითხოვს ალერგიების სიას.';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

async function aCase(): Promise<{ id: ReferralId; caseId: CaseId }> {
  const { id, task } = await routed(world, violence({ immediateDanger: 'yes' }));
  await accept(world, LEAD, task('assess-safety'));
  const { case: caseId } = await readReferral(world, LEAD, id);
  if (!caseId) throw new Error('the referral has no case');
  return { id, caseId };
}
const broken = async (record: CaseId | ReferralId, reason: string, as = ZURA) =>
  (await world.as(as)(breakGlass, { body: { record, reason } })).body;
const look = (caseId: CaseId, as = ZURA) => world.as(as)(getCase, { path: { caseId } });

describe('an emergency look', () => {
  it('opens the record for reading, tells the lead at once, and leaves its ticket with every read', async () => {
    const { id, caseId } = await aCase();
    expect(await refusal(look(caseId))).toMatchObject({ status: 404 });
    const ticket = await broken(caseId, TEXT);
    await world.hub.idle();
    expect(ticket).toMatchObject({ record: caseId, number: 1, state: { code: 'open' } });
    expect(Date.parse(ticket.until) - Date.parse(ticket.openedAt)).toBe(60 * 60_000);

    // All of this without the clock being moved: the lead hears at once.
    const told = (await feedOf(world, LEAD)).filter(({ type }) => type === 'emergency.opened');
    expect(told).toMatchObject([{ subject: { kind: 'case', id: caseId } }]);
    const called = JSON.stringify(await world.hub.stores.phonebox());
    expect(called).toContain(receiptNumber(id));
    expect(called).not.toContain('პატრული');

    const { body } = await world.as(ZURA)(getReferral, { path: { referralId: id } });
    expect(Object.keys(body.details).toSorted()).toEqual(
      ['concern', 'contact', 'identity', 'medical', 'whereabouts'].filter((g) => g in body.details),
    );
    expect(body.details).toHaveProperty('identity');
    expect(body.details).not.toHaveProperty('narrative');
    expect(body.details).not.toHaveProperty('reporter');
    await look(caseId);
    const shown = (await world.as(ELENE)(getTicket, { path: { record: caseId, number: 1 } })).body;
    expect(shown.reason).toBe(TEXT);
    expect(shown.reads.map(({ what }) => what)).toEqual(['referral.read', 'case.read']);
    const entries = await world.as(LEAD)(caseAccess, { path: { caseId }, query: {} });
    const own = entries.body.items.find(({ account }) => account === ZURA);
    expect(own).toMatchObject({
      agency: 'police-tbilisi',
      action: 'case.read',
      ticket: `${caseId}#1`,
      why: { rule: 'break-glass', purpose: { code: 'protection' } },
    });
    const ofReferral = await world.as(LEAD)(referralAccess, {
      path: { referralId: id },
      query: {},
    });
    expect(ofReferral.body.items.some(({ ticket: by }) => by === `${caseId}#1`)).toBe(true);
  });

  it('is over after an hour, and at once when it is revoked', async () => {
    const { caseId } = await aCase();
    const first = await broken(caseId, OTHER);
    await look(caseId);
    const call = { path: { record: caseId, number: 1 }, ifMatch: first.version };
    const { body } = await world.as(LEAD)(revokeTicket, call);
    expect(body.state.code).toBe('revoked');
    expect(await refusal(look(caseId))).toMatchObject({ status: 404 });
    await broken(caseId, 'მეზობელმა დარეკა, სახლიდან ყვირილი ისმის და კარს არავინ აღებს.');
    await look(caseId);
    await world.advance('PT61M');
    expect(await refusal(look(caseId))).toMatchObject({ status: 404 });
  });

  it('needs a reason of its own, a person, and a fresh sign-in', async () => {
    const { caseId } = await aCase();
    const code = async (reason: string, as = ZURA) =>
      (await refusal(broken(caseId, reason, as))).code;
    expect(await code('  მჭირდება   ახლავე  ')).toBe('reason-too-short');
    expect(await code('ააააააააააააააააააააააააააააააააააააააა')).toBe('reason-says-nothing');
    expect(await code('asdfghjkl asdfghjkl qwertyuiop zxcvbnm qwerty')).toBe('reason-says-nothing');
    expect(await code(`${TEXT.toUpperCase()}!!`)).toBe('reason-repeated');
    expect(await code(TEXT.replace('პატრული', 'ეკიპაჟი'))).toBe('reason-repeated');
    const fresh = 'ბებიამ შეგვატყობინა, რომ დედამ ბავშვთან ერთად ქვეყნიდან გასვლა სცადა.';
    expect(await code(fresh, 'police-tbilisi')).toBe('not-found');
    expect(await code(fresh, 'person-nino-school-zestaponi')).toBe('not-found');
  });

  it('is reviewed by a second person, every one; where it was not right, agency and oversight hear', async () => {
    const { caseId } = await aCase();
    const ticket = await broken(
      caseId,
      'სკოლიდან გვაცნობეს, რომ მამა კარიბჭესთან ელოდება და იმუქრება.',
    );
    await world.hub.idle();
    const { body: list } = await world.as(NATIONAL)(listWatched, {
      path: { list: 'break-glass' },
      query: { limit: 100 },
    });
    expect(list.items.some(({ subject }) => subject.id === caseId)).toBe(true);
    const review = (as: string, ifMatch = ticket.version) =>
      world.as(as)(reviewTicket, {
        path: { record: caseId, number: 1 },
        body: { finding: 'not-justified' as const, reason: 'ამ ღამით გამოძახება არ ყოფილა.' },
        ifMatch,
      });
    expect(await refusal(review(ZURA))).toMatchObject({ status: 404 });
    expect(await refusal(review(NATIONAL))).toMatchObject({ status: 404 });
    const { body } = await review(ELENE);
    expect(body.review).toMatchObject({
      by: { account: ELENE, agency: NATIONAL },
      finding: { code: 'not-justified' },
      reason: 'ამ ღამით გამოძახება არ ყოფილა.',
    });
    expect(body.reviewBy).toBeUndefined();
    await world.hub.idle();
    for (const agency of ['police-tbilisi', NATIONAL]) {
      const types = (await feedOf(world, agency)).map(({ type }) => type);
      expect(types).toContain('emergency.not-justified');
    }
    expect(await refusal(review(ELENE, body.version))).toMatchObject({ code: 'already-reviewed' });
    const clocks = (await world.table.all('clock')).filter(({ subject }) =>
      JSON.stringify(subject).includes(caseId),
    );
    const own = clocks.find(({ name }) => name === 'break-glass-review-1');
    expect(own).toMatchObject({ endedAt: expect.any(String) });
  });
});
