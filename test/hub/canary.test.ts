import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addTask } from '../../shared/contract/cases.ts';
import { publishRoster } from '../../shared/contract/duty.ts';
import { sendFeedback } from '../../shared/contract/feedback.ts';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { redirectTask } from '../../shared/contract/tasks.ts';
import { AgencyId } from '../../shared/domain/ids.ts';
import { bytesOf, canaries, heard, sung, written } from './canaries.ts';
import { type Sink, startSink } from './sink.ts';
import { feedOf, readCase, readReferral, readTask, routed, step } from './steps.ts';
import { settle, startWorld, type World } from './world.ts';

const SCHOOL = 'school-zestaponi';
const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const HEARERS = [SCHOOL, LEAD, POLICE, 'police-tbilisi', 'ngo-zestaponi', 'oversight-national'];

let world: World;
let sink: Sink;
/** Everything functions sent to queues. */
const sent: string[] = [];
const problems: string[] = [];
let told: Awaited<ReturnType<typeof play>>;

beforeAll(async () => {
  [world, sink] = await Promise.all([startWorld(), startSink()]);
  world.hub.stores.faults.add({
    when: ({ service, input }) => {
      if (service === 'sqs') sent.push(JSON.stringify(input));
      return false;
    },
    do: 'lose',
  });
  for (const agency of HEARERS) {
    await world.as(agency)(createEndpoint, { body: { url: sink.url, events: ['*'] } });
  }
  told = await play();
});
afterAll(async () => {
  await world?.stop();
  await sink?.stop();
});

/** A referral's way in which everybody writes something, and some calls go wrong. */
async function play() {
  const { actingPerson, deputy, note, message, redirectNote, addedNote } = written;
  for (const agency of [LEAD, POLICE]) await onDuty(agency);
  const { id, task } = await routed(world, sung);
  const lead = task('assess-safety');
  await step(world, LEAD, lead, { to: 'accepted', actingPerson, deputy, note });
  const report = task('register-report');
  await step(world, POLICE, report, { to: 'received', actingPerson });
  const { version } = await readTask(world, POLICE, report);
  await world.as(POLICE)(redirectTask, {
    path: { taskId: report },
    body: { to: 'police-tbilisi', reason: 'other-area', note: redirectNote },
    ifMatch: version,
  });
  const opened = await readCase(world, LEAD, id, SCHOOL);
  await world.as(LEAD)(addTask, {
    path: { caseId: opened.id },
    body: { kind: 'provide-shelter', agency: 'ngo-zestaponi', note: addedNote },
  });
  await world.as(LEAD)(sendFeedback, {
    path: { referralId: id },
    body: { code: 'acting', message },
  });
  await goWrong(`/v1/tasks/${report}/transitions`);
  await world.advance('P2D');
  await settle(world);
  return { id, report };
}

/** Those who act are on duty: their names and numbers stand on a roster as well. */
async function onDuty(agency: string): Promise<void> {
  const at = (hours: number) => new Date(world.hub.clock.now() + hours * 3600_000).toISOString();
  const shifts = [{ from: at(-1), to: at(160), person: 0 }];
  const people = [{ ...written.actingPerson, deputy: written.deputy }];
  const path = { agencyId: AgencyId.parse(agency) };
  // The first version is the local hub's own.
  await world.as(agency)(publishRoster, { path, body: { people, shifts }, ifMatch: 1 });
}

/** Calls that are refused, each with something to give away. */
async function goWrong(transitions: string): Promise<void> {
  const bodies = [
    { ...sung, child: { ...sung.child, personalNumber: `${sung.child.personalNumber}0` } },
    { ...sung, child: { ...sung.child, birthDate: undefined, ageYears: 44 } },
    { ...sung, [sung.narrative]: sung.narrative },
    { ...sung, kind: sung.narrative },
    { ...sung, forms: [sung.child.givenName] },
    { ...sung, child: { ...sung.child, birthDate: '1980-01-01' } },
    { ...sung, child: { ...sung.child, municipality: sung.child.familyName } },
  ].map((body) => JSON.stringify(body));
  for (const body of [...bodies, bodies[0]?.slice(0, -2) ?? '']) {
    const headers = { 'idempotency-key': '"a-call-that-goes-wrong"' };
    const answer = await world.raw(SCHOOL, 'POST', '/v1/referrals', { headers, body });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    problems.push(answer.text, JSON.stringify(answer.headers));
  }
  const moves = [
    { to: 'completed', note: written.note },
    { to: 'rejected', reason: written.note },
  ];
  for (const move of moves) {
    const given = { headers: { 'if-match': '"3"' }, body: JSON.stringify(move) };
    problems.push((await world.raw(POLICE, 'POST', transitions, given)).text);
  }
}

describe('what people wrote of the child, of others and of the work', () => {
  it('was really written, and is read by those whom it concerns', async () => {
    const own = JSON.stringify(await readReferral(world, SCHOOL, told.id));
    const ofCase = JSON.stringify(await readCase(world, LEAD, told.id, SCHOOL));
    // The phone and name of whoever acts are one text there.
    const found = canaries.filter((text) => `${own}${ofCase}`.includes(text));
    expect(found.length).toBeGreaterThan(22);
    expect(heard(own)).toEqual(expect.arrayContaining([sung.narrative, written.message]));
  });

  it('is in no log of a function', () => {
    const log = readFileSync(join(world.hub.dataDir, 'functions.log'));
    expect(log.length).toBeGreaterThan(2_000);
    expect(heard(log)).toEqual([]);
  });

  it('is in no message of a queue', () => {
    expect(sent.length).toBeGreaterThan(20);
    expect(heard(sent.join('\n'))).toEqual([]);
  });

  it('is in no webhook', () => {
    expect(sink.received.length).toBeGreaterThan(20);
    expect(heard(JSON.stringify(sink.received))).toEqual([]);
  });

  it('is in no feed', async () => {
    const feeds = await Promise.all(HEARERS.map((agency) => feedOf(world, agency)));
    for (const feed of feeds) expect(feed.length).toBeGreaterThan(0);
    expect(heard(JSON.stringify(feeds))).toEqual([]);
  });

  it('is in no refusal, neither in its body nor in its headers', () => {
    // The name of an unknown key is the one thing that comes back: it says which one to remove.
    const bodies = problems.filter((text) => !text.includes('"unknown-key"'));
    expect(problems.length - bodies.length).toBe(1);
    expect(heard(bodies.join('\n'))).toEqual([]);
  });

  it('is nowhere in the table but sealed', async () => {
    const rows = await world.table.rows();
    expect(rows.length).toBeGreaterThan(100);
    expect(heard(bytesOf(rows))).toEqual([]);
  });

  it('is in no address that was called', () => {
    expect(heard(JSON.stringify(world.hub.stores.calls()))).toEqual([]);
  });

  it('would be found if it were there', async () => {
    const leak = [{ pk: 'LEAK', sealed: Buffer.from(`…${sung.narrative}…`) }];
    expect(heard(bytesOf(leak))).toEqual([sung.narrative]);
    const twice = Buffer.from(JSON.stringify({ x: sung.childsOwnWords })).toString('base64');
    expect(heard(twice)).toEqual([sung.childsOwnWords]);
    expect(heard(`?name=${encodeURIComponent(sung.child.givenName)}`)).toEqual([
      sung.child.givenName,
    ]);
  });
});

describe('a task that nobody has accepted', () => {
  it('tells its agency nothing of the child', async () => {
    const { id } = await readReferral(world, SCHOOL, told.id);
    const opened = await readCase(world, LEAD, id, SCHOOL);
    const offered = opened.tasks.find(({ agency }) => agency === 'police-tbilisi');
    if (!offered) throw new Error('nothing was offered');
    for (const path of [`/v1/tasks/${offered.id}`, `/v1/tasks/${offered.id}/clocks`, '/v1/tasks']) {
      const answer = await world.raw('police-tbilisi', 'GET', path);
      expect(answer.status).toBe(200);
      expect(heard(answer.text)).toEqual([]);
    }
    const ofCase = await world.raw('police-tbilisi', 'GET', `/v1/cases/${opened.id}`);
    expect(ofCase.status).toBe(404);
    expect(heard(ofCase.text)).toEqual([]);
  });
});
