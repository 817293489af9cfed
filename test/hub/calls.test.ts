import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../infra/local/stores/faults.ts';
import { referralAccess } from '../../shared/contract/access-journal.ts';
import { getRoster, publishRoster } from '../../shared/contract/duty.ts';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { AgencyId, type ReferralId, receiptNumber, type TaskId } from '../../shared/domain/ids.ts';
import { JournalEvent } from '../../shared/domain/journal/event.ts';
import { impatientStack } from './impatient.ts';
import { startSink } from './sink.ts';
import { feedOf, readTask, routed, step } from './steps.ts';
import { violence } from './submissions.ts';
import { settle, startWorld, type World } from './world.ts';

const assembly = mkdtempSync(join(tmpdir(), 'ertad-calls-'));
let world: World;
beforeAll(async () => {
  world = await startWorld({ app: await impatientStack(assembly) });
  await onDuty(POLICE, DAVIT, NUGZAR);
  await onDuty(LEAD, TAMAR, KETEVAN);
  await onDuty(NATIONAL, ANA, ANA);
});
afterAll(async () => {
  await world?.stop();
  rmSync(assembly, { recursive: true, force: true });
});
afterEach(() => world.hub.stores.faults.clear());

const POLICE = 'police-imereti';
const LEAD = 'agency-imereti';
const NATIONAL = 'oversight-national';
const MINUTE = 60_000;

const someone = (name: string, phone: string) => ({ name, phone });
const DAVIT = someone('დავით', '599 10 00 01');
const LASHA = someone('ლაშა', '599 10 00 02');
const NUGZAR = someone('ნუგზარ', '599 10 00 03');
const TAMAR = someone('თამარ', '599 20 00 01');
const KETEVAN = someone('ქეთევან', '599 20 00 03');
const ANA = someone('ანა', '599 30 00 01');
const at = ({ phone }: { phone: string }) => `+995${phone.replaceAll(' ', '')}`;

/** One person, with a deputy, at all hours from now on; `from` later leaves a gap before it. */
async function onDuty(id: string, person: typeof DAVIT, head: typeof DAVIT | undefined, from = 0) {
  const agencyId = AgencyId.parse(id);
  const now = Date.parse(world.now());
  const days = (count: number) => new Date(now + count * 86_400_000).toISOString();
  const shifts = [0, 5, 10].map((day) => ({
    from: days(from + day),
    to: days(from + day + 5),
    person: 0,
  }));
  const body = { people: [{ ...person, deputy: LASHA }], shifts, ...(head && { head }) };
  const call = world.as(id);
  const { version } = (await call(getRoster, { path: { agencyId } })).body;
  await call(publishRoster, { path: { agencyId }, body, ifMatch: version });
}

/** What went out about a referral, oldest first. */
async function outgoing(id: ReferralId) {
  const spoken = [...receiptNumber(id).replaceAll('-', '')].join(' ');
  const all = await world.hub.stores.phonebox();
  return all.filter(({ text }) => text.includes(receiptNumber(id)) || text.includes(spoken));
}
const sentTo = async (id: ReferralId, person: { phone: string }) =>
  (await outgoing(id)).filter(({ to }) => to.includes(at(person)));

/** What became of the calls about a task on account of one clock, in order. */
async function callsAbout(task: TaskId, clock = 'received') {
  const events = (await world.table.all('event')).map((row) => JournalEvent.parse(row));
  return events
    .filter(
      (event) => event.type === 'call.made' && event.subject.id === task && event.clock === clock,
    )
    .toSorted((a, b) => a.at.localeCompare(b.at));
}
const urgent = async () => {
  const { id, task } = await routed(world, violence());
  const report = task('register-report');
  return { id, report, from: Date.parse((await readTask(world, POLICE, report)).createdAt) };
};
const moveTo = (instant: number) =>
  world.hub.moveClock({ set: new Date(instant + 10_000).toISOString() });
const receive = (task: TaskId) =>
  step(world, POLICE, task, { to: 'received', actingPerson: DAVIT });

describe('an urgent task', () => {
  it('reaches the telephone of who is on duty at once', async () => {
    const { id, report } = await urgent();
    expect((await sentTo(id, DAVIT)).at(0)).toMatchObject({
      by: 'sms',
      text: `${receiptNumber(id)}\nდარეკეთ / Call: 111\n${world.hub.url}/r/${receiptNumber(id)}`,
    });
    expect(await callsAbout(report)).toMatchObject([
      {
        codes: { agency: POLICE, role: 'holder-duty', way: 'sms', result: 'sent', called: 'duty' },
      },
    ]);
  });

  it('that nobody receives rings one after the other, to the national duty officer', async () => {
    const { id, report, from } = await urgent();
    const ladder = [
      [15, 'sms', DAVIT, 'holder-duty'],
      [20, 'call', DAVIT, 'holder-duty'],
      [25, 'call', LASHA, 'holder-deputy'],
      [30, 'call', TAMAR, 'lead-duty'],
      [40, 'call', NUGZAR, 'supervisor'],
      [50, 'call', ANA, 'national-duty'],
    ] as const;
    for (const [place, [minutes, way, person, role]] of ladder.entries()) {
      await world.hub.moveClock({ set: new Date(from + minutes * MINUTE - 30_000).toISOString() });
      expect(await callsAbout(report)).toHaveLength(1 + place);
      await moveTo(from + minutes * MINUTE);
      const calls = await callsAbout(report);
      expect(calls.at(-1)?.codes).toMatchObject({ role, way, result: 'sent' });
      const told = (await sentTo(id, person)).filter(({ by }) => by === way).at(-1);
      const late = Date.parse(told?.at ?? '') - from - minutes * MINUTE;
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(2 * MINUTE);
    }
    expect((await readTask(world, POLICE, report)).status).toBe('requested');
  });

  it('falls silent when a person receives it, and not before', async () => {
    const sink = await startSink();
    const body = { url: sink.url, events: ['*' as const] };
    await world.as(POLICE)(createEndpoint, { body });
    const { report, from } = await urgent();
    // A machine answers, fetches and reads; a person is somebody else.
    await feedOf(world, POLICE);
    await readTask(world, POLICE, report);
    expect(sink.received.some(({ body }) => body.includes(report))).toBe(true);
    await moveTo(from + 20 * MINUTE);
    expect(await callsAbout(report)).toHaveLength(3);
    await receive(report);
    await moveTo(from + 60 * MINUTE);
    expect(await callsAbout(report)).toHaveLength(3);
    await sink.stop();
  });

  it('calls nobody for a step that waited in a queue until a person had received it', async () => {
    const { id, report, from } = await urgent();
    world.hub.pause('reach-duty');
    await moveTo(from + 15 * MINUTE);
    await receive(report);
    const before = (await sentTo(id, DAVIT)).length;
    world.hub.resume('reach-duty');
    await settle(world);
    expect(await callsAbout(report)).toHaveLength(1);
    expect(await callsAbout(report, 'decide')).toEqual([]);
    expect((await sentTo(id, DAVIT)).length).toBe(before);
  });
});

/** Twice is allowed, not at all is not: a message may come again before its record is written. */
describe('whatever goes wrong', () => {
  it('a message that is lost comes back, and the call is made', async () => {
    const { faults } = world.hub.stores;
    faults.add({
      when: ({ service, operation, input }) =>
        service === 'sqs' && /^SendMessage/.test(operation) && /Calls/.test(String(input.QueueUrl)),
      do: 'lose',
    });
    const { id, report } = await urgent();
    expect(await sentTo(id, DAVIT)).toEqual([]);
    faults.clear();
    await world.advance('PT2M');
    expect((await sentTo(id, DAVIT)).length).toBeGreaterThan(0);
    expect(await callsAbout(report)).toHaveLength(1);
  });

  const textsTo = (person: typeof DAVIT) => (call: Call) =>
    call.service === 'sns' && call.input.PhoneNumber === at(person);

  it('a provider that fails is asked again', async () => {
    // One attempt of the client and its own repetition: the message comes back to the queue.
    world.hub.stores.faults.add({ when: textsTo(DAVIT), do: 'drop-before', times: 2 });
    const { id, report } = await urgent();
    await settle(world);
    expect((await sentTo(id, DAVIT)).length).toBeGreaterThan(0);
    expect(await callsAbout(report)).toMatchObject([{ codes: { result: 'sent' } }]);
  });

  it('a provider that goes on failing is followed by the national duty officer', async () => {
    world.hub.pause('reach-duty');
    const { id, report, from } = await urgent();
    await moveTo(from + 11 * MINUTE);
    world.hub.stores.faults.add({ when: textsTo(DAVIT), do: 'drop-before' });
    world.hub.resume('reach-duty');
    await settle(world);
    const said = (await callsAbout(report)).map(({ codes }) => [codes?.role, codes?.result]);
    expect(said).toEqual([
      ['holder-duty', 'given-up'],
      ['national-duty', 'sent'],
    ]);
    expect((await sentTo(id, ANA)).length).toBeGreaterThan(0);
    expect(await sentTo(id, DAVIT)).toEqual([]);
  });

  it('a function that is killed leaves the call to the next', async () => {
    world.hub.pause('reach-duty');
    const { id, report } = await urgent();
    world.hub.resume('reach-duty');
    for (let again = 0; again < 5; again += 1) await world.hub.killEnvironments('reach-duty');
    await settle(world);
    expect((await sentTo(id, DAVIT)).length).toBeGreaterThan(0);
    expect((await callsAbout(report)).length).toBeGreaterThan(0);
  });
});

describe('where nobody is on duty', () => {
  it('the head of the agency and the national duty officer are called at once', async () => {
    await onDuty(POLICE, DAVIT, NUGZAR, 3);
    const { id, report } = await urgent();
    await settle(world);
    expect(await callsAbout(report)).toMatchObject([
      { codes: { agency: POLICE, called: 'head', result: 'sent' } },
      { codes: { agency: NATIONAL, called: 'duty', result: 'sent' } },
    ]);
    expect((await sentTo(id, NUGZAR)).length).toBeGreaterThan(0);
    expect((await sentTo(id, ANA)).length).toBeGreaterThan(0);
    expect(await sentTo(id, DAVIT)).toEqual([]);
  });
});

it('nothing went out but receipt numbers and the number to ring, and no journal holds a telephone', async () => {
  const all = await world.hub.stores.phonebox();
  expect(all.length).toBeGreaterThan(20);
  for (const { text } of all) {
    expect(text.length).toBeLessThanOrEqual(70);
    expect(text).toMatch(
      /^(ER-\w{4}-\w{4}\nდარეკეთ \/ Call: 111\nhttp:\/\/localhost:\d+\/r\/ER-\w{4}-\w{4}|E R( \w){8}\. Call: 1 1 1\.|მიუღებელი ამოცანები \/ Unreceived tasks: \d+\nhttp:\/\/localhost:\d+\/)$/,
    );
  }
  const sendings = (await world.table.all('access')).filter(({ action }) => action === 'hub.send');
  const events = JSON.stringify([await world.table.all('event'), sendings]);
  for (const person of [DAVIT, LASHA, NUGZAR, TAMAR, ANA]) {
    expect(events).not.toContain(person.name);
    expect(events).not.toContain(at(person).slice(1));
  }
});

it('each stands with the referral as a disclosure: to whom of which agency, why, and of no field group', async () => {
  const sendings = (await world.table.all('access')).filter(({ action }) => action === 'hub.send');
  const referrals = new Set(sendings.map(({ child }) => String(child)));
  const receipts = [...referrals].map((id) => receiptNumber(id as ReferralId));
  const all = await world.hub.stores.phonebox();
  // On holidays one person answers for several agencies, and hears how many wait instead.
  for (const { text } of all.filter((one) => !one.text.includes('Unreceived tasks'))) {
    const spoken = text.replaceAll(' ', '').slice(0, 10);
    expect(receipts.some((one) => text.includes(one) || one.replaceAll('-', '') === spoken)).toBe(
      true,
    );
  }
  const [id] = referrals;
  const path = { referralId: id as ReferralId };
  const { body } = await world.as(LEAD)(referralAccess, { path, query: {} });
  const line = body.items.find(({ action }) => action === 'hub.send');
  expect(line).toMatchObject({
    ...{ verb: 'disclose', account: 'calls', groups: [] },
    why: { rule: 'calls-who-answers', purpose: { code: 'protection' } },
  });
  const told = sendings.map(({ agency, to, way }) => ({ agency, to, way }));
  expect(told).toContainEqual({ agency: POLICE, to: 'holder-duty', way: 'call' });
});
