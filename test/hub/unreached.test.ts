import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../infra/local/stores/faults.ts';
import { getRoster, publishRoster } from '../../shared/contract/duty.ts';
import { createEndpoint, deleteEndpoint, getEndpoint } from '../../shared/contract/partners.ts';
import {
  AgencyId,
  type EndpointId,
  type ReferralId,
  receiptNumber,
  type TaskId,
} from '../../shared/domain/ids.ts';
import { JournalEvent } from '../../shared/domain/journal/event.ts';
import { sung } from './canaries.ts';
import { type Sink, startSink } from './sink.ts';
import { feedOf, readReferral, readTask, routed, step } from './steps.ts';
import { early, violence } from './submissions.ts';
import { settle, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await onDuty(POLICE, DAVIT, NUGZAR);
  await onDuty(LEAD, TAMAR, TAMAR);
});
afterAll(() => world?.stop());

const POLICE = 'police-imereti';
const LEAD = 'agency-imereti';
const SERVICE = 'municipality-zestaponi';
const SCHOOL = 'school-zestaponi';
const MINUTE = 60_000;

const someone = (name: string, phone: string, mail?: string) => ({
  ...{ name, phone },
  ...(mail && { mail }),
});
const DAVIT = someone('დავით ცერცვაძე', '599 10 00 01', 'davit@police.example');
const NUGZAR = someone('ნუგზარ კობახიძე', '599 10 00 03');
const TAMAR = someone('თამარ ნიკოლაშვილი', '599 20 00 01', 'tamar@agency.example');
const MAIA = someone('მაია გელაშვილი', '599 40 00 01', 'maia@zestaponi.example');
const ADMIN = { mail: 'admin@police.example' };
const dialled = ({ phone }: { phone: string }) => `+995${phone.replaceAll(' ', '')}`;

/** One person at all hours of the days to come, and who heads the agency. */
async function onDuty(id: string, person: typeof DAVIT, head: typeof DAVIT) {
  const agencyId = AgencyId.parse(id);
  const days = (count: number) =>
    new Date(Date.parse(world.now()) + count * 86_400_000).toISOString();
  const shifts = [0, 5, 10, 15].map((day) => ({ from: days(day), to: days(day + 5), person: 0 }));
  const call = world.as(id);
  const before = await call(getRoster, { path: { agencyId } }).catch(() => undefined);
  const body = { people: [person], shifts, head };
  const ifMatch = before && { ifMatch: before.body.version };
  await call(publishRoster, { path: { agencyId }, body, ...ifMatch });
}

const sinks: Sink[] = [];
const registered: EndpointId[] = [];
afterEach(async () => {
  for (const endpointId of registered.splice(0)) {
    await world.as(POLICE)(deleteEndpoint, { path: { endpointId } });
  }
  for (const sink of sinks.splice(0)) await sink.stop();
});

/** A system of the police that listens, and has proved that its address is its own. */
async function listening() {
  const sink = await startSink();
  sinks.push(sink);
  const body = { url: sink.url, events: ['*' as const], contact: ADMIN };
  const { id } = (await world.as(POLICE)(createEndpoint, { body })).body;
  registered.push(id);
  const state = async () =>
    (await world.as(POLICE)(getEndpoint, { path: { endpointId: id } })).body.state;
  for (let minute = 0; minute < 3 && (await state()) !== 'active'; minute += 1) {
    await world.advance('PT1M');
  }
  expect(await state()).toBe('active');
  return { sink, id, state };
}

const events = async () => (await world.table.all('event')).map((row) => JournalEvent.parse(row));
/** Two rungs that one minute finds are called side by side. */
const inAnyOrder = (calls: readonly string[]) => calls.toSorted();
/** What was said and done about the receipt of a task, in order, without its warning. */
async function said(task: TaskId) {
  const all = (await events()).filter(
    ({ subject, clock }) => subject.id === task && clock === 'received',
  );
  return all
    .filter(({ type }) => type !== 'clock.warned')
    .toSorted((a, b) => a.at.localeCompare(b.at) || a.version - b.version);
}
const callsAbout = async (task: TaskId) =>
  (await said(task))
    .filter(({ type }) => type === 'call.made')
    .map(({ codes }) => `${codes?.way} ${codes?.role} ${codes?.result}`);
const unreached = async (task: TaskId) =>
  (await said(task)).filter(({ type }) => type === 'clock.unreached');

const inBox = async (box: 'mailbox' | 'phonebox', id: ReferralId) => {
  const spoken = [...receiptNumber(id).replaceAll('-', '')].join(' ');
  const all = await world.hub.stores[box]();
  return all.filter(({ text }) => text.includes(receiptNumber(id)) || text.includes(spoken));
};
const rungUp = async (id: ReferralId, person: { phone: string }) =>
  (await inBox('phonebox', id)).filter(
    ({ by, to }) => by === 'call' && to.includes(dialled(person)),
  );
const mailsTo = async ({ mail }: { mail?: string }) =>
  (await world.hub.stores.mailbox()).filter(({ to }) => mail && to.includes(mail));

async function urgent(kind: string) {
  const { id, task } = await routed(world, violence());
  const { submittedAt } = await readReferral(world, SCHOOL, id);
  await settle(world, 3);
  return { id, task: task(kind), from: Date.parse(submittedAt) };
}
/** Minutes after the referral, and a little more. */
const minutesAfter = (from: number, minutes: number) =>
  world.hub.moveClock({ set: new Date(from + minutes * MINUTE + 10_000).toISOString() });

describe('urgent work', () => {
  it('of an agency whose system does not answer is called for, and climbs though it answers later', async () => {
    const { sink } = await listening();
    sink.answer({ status: 500 });
    const { id, task, from } = await urgent('register-report');
    await minutesAfter(from, 4);
    expect(await callsAbout(task)).toEqual(['sms holder-duty sent']);
    await minutesAfter(from, 5);
    expect(await unreached(task)).toMatchObject([
      { to: [POLICE], codes: { clock: 'received', role: 'holder-duty' } },
    ]);
    expect(await rungUp(id, DAVIT)).toHaveLength(1);
    sink.answer({ status: 200 });
    await minutesAfter(from, 14);
    expect(sink.received.some(({ body }) => body.includes(task))).toBe(true);
    await minutesAfter(from, 20);
    expect(inAnyOrder(await callsAbout(task))).toEqual([
      'call holder-duty sent',
      'call holder-duty sent',
      'sms holder-duty sent',
      'sms holder-duty sent',
    ]);
    await minutesAfter(from, 51);
    expect((await callsAbout(task)).join('\n')).toMatch(/^call national-duty/m);
    expect(await unreached(task)).toHaveLength(1);
  });

  it('that a system took brings no such call; the ladder goes on all the same', async () => {
    await listening();
    const { task, from } = await urgent('register-report');
    await minutesAfter(from, 14);
    expect(await unreached(task)).toEqual([]);
    expect(await callsAbout(task)).toEqual(['sms holder-duty sent']);
    await minutesAfter(from, 20);
    expect(inAnyOrder(await callsAbout(task))).toEqual([
      'call holder-duty sent',
      'sms holder-duty sent',
      'sms holder-duty sent',
    ]);
  });

  it('that a system without an address fetched brings no such call either', async () => {
    const { task, from } = await urgent('register-report');
    await feedOf(world, POLICE);
    await readTask(world, POLICE, task);
    await minutesAfter(from, 20);
    expect(await unreached(task)).toEqual([]);
    expect(await callsAbout(task)).toContain('call holder-duty sent');
  });

  it('of an address that says it is gone is called for at once', async () => {
    const { sink, state } = await listening();
    sink.answer({ status: 410 });
    const { id, task, from } = await urgent('register-report');
    await settle(world, 3);
    expect(await state()).toBe('disabled');
    const [event] = await unreached(task);
    expect(Date.parse(event?.at ?? '') - from).toBeLessThan(5 * MINUTE);
    expect(await rungUp(id, DAVIT)).toHaveLength(1);
    await minutesAfter(from, 14);
    expect(await unreached(task)).toHaveLength(1);
    expect((await mailsTo(ADMIN)).at(-1)?.text).toMatch(/410/);
  });
});

describe('an agency without a system', () => {
  it('has urgent work by one text message and one mail at once, however often it is delivered', async () => {
    const { faults } = world.hub.stores;
    // The record of each is written, and its writer never learns so: the message comes again.
    const isCalls = ({ functionName, operation }: Call) =>
      /ReachDuty/.test(functionName) && operation === 'TransactWriteItems';
    faults.add({ when: isCalls, do: 'drop-after', times: 2 });
    const { id, task } = await urgent('assess-safety');
    await settle(world, 5);
    faults.clear();
    const texts = (await inBox('phonebox', id)).filter(({ to }) => to.includes(dialled(TAMAR)));
    expect(texts.map(({ by }) => by)).toEqual(['sms']);
    const mails = (await inBox('mailbox', id)).filter(({ to }) => to.includes(TAMAR.mail ?? ''));
    expect(mails).toMatchObject([{ subject: receiptNumber(id) }]);
    expect(mails[0]?.text).toMatch(
      /^ER-\S+\nდარეკეთ \/ Call: 111\nhttp:\/\/localhost:\d+\/r\/ER-\S+$/,
    );
    expect(await callsAbout(task)).toEqual(['sms holder-duty sent', 'mail holder-duty sent']);
  });

  it('is told at the pack’s times what else waits, once each, until somebody has received it', async () => {
    await onDuty(SERVICE, MAIA, MAIA);
    const answers = { 'low-income': 'yes', isolated: 'yes' } as const;
    const from = { from: 'resource-centre-zestaponi' };
    const one = await routed(world, early(answers), from);
    const work = one.task('support-family');
    await routed(world, sung);
    expect(await mailsTo(MAIA)).toEqual([]);
    await world.hub.moveClock({ set: workingDay(world.hub.clock.now(), '09:29') });
    const before = (await mailsTo(MAIA)).length;
    await world.advance('PT2M');
    await settle(world, 3);
    const [digest] = (await mailsTo(MAIA)).slice(before);
    expect(digest?.text).toContain(receiptNumber(one.id));
    expect(digest?.text).toMatch(/ვადა \/ Due: \d\d\.\d\d\.20\d\d/);
    await world.advance('PT20M');
    await world.hub.killEnvironments('fire-clocks');
    await world.advance('PT1M');
    const sent = async () =>
      (await mailsTo(MAIA)).filter(({ subject }) => /Unreceived/.test(subject ?? ''));
    expect(await sent()).toHaveLength(1);
    await world.advance('PT6H');
    expect(await sent()).toHaveLength(2);
    await step(world, SERVICE, work, {
      to: 'received',
      actingPerson: { name: MAIA.name, phone: MAIA.phone },
    });
    await world.hub.moveClock({ set: workingDay(world.hub.clock.now() + 86_400_000, '09:31') });
    expect(await sent()).toHaveLength(2);
    const digests = (await events()).filter(({ type, subject }) => {
      return type === 'digest.sent' && subject.id === SERVICE;
    });
    expect(digests.map(({ codes }) => codes?.way)).toEqual(['mail', 'mail']);
  });
});

describe('the owner of an endpoint', () => {
  it('is warned by mail that it does not answer, with how much waits, before it is switched off', async () => {
    const { sink, id, state } = await listening();
    sink.answer({ status: 503 });
    const before = (await mailsTo(ADMIN)).length;
    await urgent('register-report');
    for (let tries = 0; tries < 12 && (await mailsTo(ADMIN)).length === before; tries += 1) {
      await world.advance('PT10M');
    }
    await settle(world, 3);
    const [warning] = (await mailsTo(ADMIN)).slice(before);
    expect(warning?.text).toContain(`/v1/webhook-endpoints/${id}/deliveries`);
    expect(warning?.text).toMatch(/Urgent tasks nobody has received yet: \d+\./);
    expect(await state()).toBe('active');
    const warned = (await events()).filter(
      ({ type, subject }) => type === 'endpoint.warned' && subject.id === id,
    );
    expect(warned[0]?.codes).toMatchObject({ news: 'failing', told: 'contact-mail duty-mail' });
    expect((await mailsTo(DAVIT)).some(({ text }) => text.includes(id))).toBe(true);
  });
});

it('nothing personal stands in any text, and no address or name in the journal', async () => {
  const { mailbox, phonebox } = world.hub.stores;
  const texts = [...(await mailbox()), ...(await phonebox())].map(({ subject, text }) => [
    subject,
    text,
  ]);
  expect(texts.length).toBeGreaterThan(15);
  expect(JSON.stringify(texts)).not.toMatch(/Кенар|ყვითელი|98765|511 ?98|სილურჯე|ლუკა|ლელა/);
  const journal = JSON.stringify(await world.table.all('event'));
  for (const { name, phone, mail } of [DAVIT, NUGZAR, TAMAR, MAIA]) {
    for (const personal of [name, dialled({ phone }).slice(1), mail ?? name])
      expect(journal).not.toContain(personal);
  }
  expect(journal).not.toContain(ADMIN.mail);
});

/** That time of the next day that is surely a working one: a Wednesday, in Tbilisi. */
function workingDay(now: number, time: string): string {
  const day = new Date(now);
  const at = () => new Date(`${day.toISOString().slice(0, 10)}T${time}:00+04:00`);
  while (day.getUTCDay() !== 3 || at().getTime() <= now) day.setUTCDate(day.getUTCDate() + 1);
  return at().toISOString();
}
