import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseAccess } from '../../shared/contract/access-journal.ts';
import {
  confirmContact,
  explainShield,
  namePerpetrator,
  sendNotice,
  withdrawContact,
} from '../../shared/contract/family.ts';
import { type CaseId, receiptNumber } from '../../shared/domain/ids.ts';
import { accept, feedOf, readReferral, routed } from './steps.ts';
import { calmViolence } from './submissions.ts';
import { settle, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
const GRANDMOTHER = '+995599654321';
let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const FREE = { accused: 'no', sharesHousehold: 'no', dependsOnAccused: 'no' } as const;
const grandmother = {
  person: 'ბებია, ნათელა',
  phone: '599 65 43 21',
  ...FREE,
  inHousehold: 'no' as const,
};

/** A case with one confirmed contact, and the receipt number by which its messages are known. */
async function openCase(contact: object = {}) {
  const { id, task } = await routed(
    world,
    calmViolence({ allegedPerpetrators: [{ relation: 'father', livesWithChild: 'yes' }] }),
  );
  await accept(world, LEAD, task('assess-safety'));
  const { case: caseId } = await readReferral(world, LEAD, id);
  if (!caseId) throw new Error('no case');
  const body = { ...grandmother, ...contact };
  await world.as(LEAD)(confirmContact, { path: { caseId }, body });
  return { caseId, receipt: receiptNumber(id) };
}
const notify = (caseId: CaseId, language = 'ka') =>
  world.as(LEAD)(sendNotice, { path: { caseId }, body: { kind: 'consent-request', language } });
const shield = async (caseId: CaseId) =>
  (await world.as(LEAD)(explainShield, { path: { caseId } })).body;
/** Everything that went out to any telephone about a case but the calls to people on duty. */
async function texts(receipt: string) {
  const all = await world.hub.stores.phonebox();
  return all.filter(({ to, text }) => text.includes(receipt) && to.includes(GRANDMOTHER));
}
/** Asks for a notice while nobody sends, lets something happen, and lets it be sent. */
async function meanwhile(caseId: CaseId, happens: () => Promise<unknown>) {
  world.hub.pause('reach-duty');
  await notify(caseId);
  await world.hub.moveClock({ advance: 'PT30S' });
  await happens();
  world.hub.resume('reach-duty');
  await settle(world);
}
const told = async (caseId: CaseId, type: string) =>
  (await feedOf(world, LEAD)).filter((entry) => entry.subject.id === caseId && entry.type === type);
const reasons = ({ notices }: Awaited<ReturnType<typeof shield>>) =>
  notices.map(({ state, notSentBecause }) => [state, ...(notSentBecause ?? []).map((r) => r.code)]);

describe('a notice to the family', () => {
  it('goes to the confirmed contact alone, in its language, and says no more than where to ring', async () => {
    const { caseId, receipt } = await openCase();
    const before = (await world.hub.stores.phonebox()).length;
    await notify(caseId);
    await settle(world);
    const all = await world.hub.stores.phonebox();
    expect(all.slice(before)).toMatchObject([
      { by: 'sms', to: [GRANDMOTHER], text: `${receipt}\nდარეკეთ: 111` },
    ]);
    const { notices } = await shield(caseId);
    expect(notices).toMatchObject([{ number: 1, state: 'sent', sentAt: expect.any(String) }]);
    expect(await told(caseId, 'notice.sent')).toHaveLength(1);
    const { body } = await world.as(LEAD)(caseAccess, { path: { caseId }, query: {} });
    expect(body.items.filter(({ verb }) => verb === 'disclose')).toMatchObject([
      { groups: [], why: { rule: 'notifies-safe-contact', purpose: { code: 'protection' } } },
    ]);
    await notify(caseId, 'en');
    await notify(caseId, 'sgn-GE');
    await settle(world);
    expect((await texts(receipt)).map(({ text }) => text.split('\n')[1]).toSorted()).toEqual([
      'Call: 111',
      'დარეკეთ / Call: 111',
      'დარეკეთ: 111',
    ]);
  });

  it('that is lost on the way comes back', async () => {
    const { caseId, receipt } = await openCase();
    const { faults } = world.hub.stores;
    faults.add({
      when: ({ service, operation, input }) =>
        service === 'sqs' && /^SendMessage/.test(operation) && /Calls/.test(String(input.QueueUrl)),
      do: 'lose',
    });
    await notify(caseId);
    await world.hub.idle();
    expect(await texts(receipt)).toEqual([]);
    faults.clear();
    await world.advance('PT2M');
    expect((await texts(receipt)).length).toBeGreaterThan(0);
    expect(reasons(await shield(caseId))).toEqual([['sent']]);
  });

  it('is withheld when the contact was withdrawn between asking and sending', async () => {
    const { caseId, receipt } = await openCase();
    await meanwhile(caseId, () => world.as(LEAD)(withdrawContact, { path: { caseId, number: 1 } }));
    expect(await texts(receipt)).toEqual([]);
    expect(reasons(await shield(caseId))).toEqual([['withheld', 'contact-withdrawn']]);
    expect(await told(caseId, 'notice.withheld')).toHaveLength(1);
    expect(await world.table.owed()).toEqual([]);
  });

  it('is withheld when somebody was named meanwhile', async () => {
    const { caseId, receipt } = await openCase();
    const perpetrator = { relation: 'grandparent', livesWithChild: 'unknown' as const };
    await meanwhile(caseId, () =>
      world.as(LEAD)(namePerpetrator, { path: { caseId }, body: { perpetrator } }),
    );
    expect(await texts(receipt)).toEqual([]);
    expect(reasons(await shield(caseId))).toEqual([['withheld', 'contact-before-naming']]);
  });

  it.each([
    ['said when never to be reached', { never: 'როცა მამა სახლშია' }, 'contact-said-never'],
    ['has a number no text can reach', { phone: '2 41 23' }, 'contact-not-dialled'],
  ])('is left to a person where the contact %s', async (_, contact, why) => {
    const { caseId, receipt } = await openCase(contact);
    await notify(caseId);
    await settle(world);
    expect(await texts(receipt)).toEqual([]);
    expect(reasons(await shield(caseId))).toEqual([['by-hand', why]]);
    expect(await told(caseId, 'notice.left-to-lead')).toHaveLength(1);
  });

  it('is left to a person where the provider goes on failing', async () => {
    const { caseId, receipt } = await openCase();
    world.hub.pause('reach-duty');
    await notify(caseId);
    await world.advance('PT12M');
    const { faults } = world.hub.stores;
    faults.add({
      when: ({ service, input }) => service === 'sns' && input.PhoneNumber === GRANDMOTHER,
      do: 'drop-before',
    });
    world.hub.resume('reach-duty');
    await settle(world);
    faults.clear();
    expect(await texts(receipt)).toEqual([]);
    expect(reasons(await shield(caseId))).toEqual([['by-hand', 'provider-failed']]);
  });
});

it('no telephone, journal or queue knows who was told, of what, or why', async () => {
  const all = await world.hub.stores.phonebox();
  for (const { text } of all)
    expect(text).toMatch(
      /^(ER-\w{4}-\w{4}\n(დარეკეთ|Call|დარეკეთ \/ Call): 111|E R( \w){8}\. .*|.*Unreceived tasks: \d+\n.*)$/,
    );
  const kept = JSON.stringify([await world.table.all('event'), await world.table.all('outbox')]);
  expect(kept).not.toMatch(/ნათელა|599654321|599 65 43 21/);
});
