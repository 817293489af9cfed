import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews } from '../../shared/contract/additions.ts';
import { addTask } from '../../shared/contract/cases.ts';
import { getFeedDigest, reconcileFeed } from '../../shared/contract/feed.ts';
import { sendFeedback } from '../../shared/contract/feedback.ts';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { prepare } from '../../shared/contract/preparation.ts';
import { answerQuestion, askReferrer } from '../../shared/contract/questions.ts';
import { redirectTask } from '../../shared/contract/tasks.ts';
import { fileTopics } from '../../shared/contract/topics.ts';
import { holdPlanning } from '../../shared/contract/visits.ts';
import { EventType } from '../../shared/domain/journal/event.ts';
import { payloadSchema } from '../../shared/domain/webhook/payload-schema.ts';
import { heard, planned, sung, written } from './canaries.ts';
import { type Sink, startSink } from './sink.ts';
import { accept, decided, feedOf, readTask, routed, step } from './steps.ts';
import { CENTRE, LEAD, meeting, opened, POLICE, PROSECUTOR } from './visits.ts';
import { settle, startWorld, type World } from './world.ts';

const SCHOOL = 'school-zestaponi';
const HEARERS = [
  SCHOOL,
  LEAD,
  POLICE,
  PROSECUTOR,
  CENTRE,
  'police-tbilisi',
  'ngo-zestaponi',
  'oversight-national',
];

let world: World;
let sink: Sink;
beforeAll(async () => {
  [world, sink] = await Promise.all([startWorld(), startSink()]);
  for (const agency of HEARERS) {
    await world.as(agency)(createEndpoint, { body: { url: sink.url, events: ['*'] } });
  }
  await world.hub.idle();
  await play();
  await world.advance('PT90M');
  await settle(world);
});
afterAll(async () => {
  await world?.stop();
  await sink?.stop();
});

/** Referral, case, tasks and visit of one child; whoever acts writes something at every step. */
async function play(): Promise<void> {
  const { actingPerson, deputy, note, message, redirectNote, addedNote } = written;
  const forms = ['sexual'];
  const child = { ...sung.child, birthDate: '2011-07-29' };
  const { id, task, asked } = await routed(world, { ...sung, child, forms });
  const lead = task('assess-safety');
  await step(world, LEAD, lead, { to: 'accepted', actingPerson, deputy, note });
  for (const { kind, agency } of asked.filter((one) => one.kind !== 'assess-safety')) {
    await accept(world, agency, task(kind));
  }
  await world.as(SCHOOL)(addNews, { path: { referralId: id }, body: { narrative: planned.news } });
  const { case: caseId } = await decided(
    world,
    LEAD,
    id,
    { seenBy: planned.seenBy, reason: planned.reason },
    SCHOOL,
  ).then(() => readTask(world, LEAD, lead));
  if (!caseId) throw new Error('no case');
  const asking = { path: { referralId: id }, body: { question: planned.asks } };
  const { number } = (await world.as(LEAD)(askReferrer, asking)).body;
  const answering = { path: { referralId: id, number }, body: { answer: planned.answers } };
  await world.as(SCHOOL)(answerQuestion, answering);
  const more = { kind: 'provide-shelter', agency: 'ngo-zestaponi', note: addedNote };
  await world.as(LEAD)(addTask, { path: { caseId }, body: more });
  await world.as(LEAD)(sendFeedback, {
    path: { referralId: id },
    body: { code: 'acting', message },
  });
  await visit(await opened(world, caseId));
  const report = task('register-report');
  const { version } = await readTask(world, POLICE, report);
  await world.as(POLICE)(redirectTask, {
    path: { taskId: report },
    body: { to: 'police-tbilisi', reason: 'other-area', note: redirectNote },
    ifMatch: version,
  });
}

async function visit(interviewId: Awaited<ReturnType<typeof opened>>): Promise<void> {
  const path = { interviewId };
  const { informing: person, decision: note, question, preparation } = planned;
  const meets = meeting(world);
  const informs = { ...meets.informs, person };
  const body = { ...meets, decisions: [{ item: 'siblings', note }], informs };
  await world.as(LEAD)(holdPlanning, { path, body });
  const topics = [{ topic: 'what-happened', question }];
  await world.as(PROSECUTOR)(fileTopics, { path, body: { topics } });
  const done = {
    path: { ...path, code: 'child-told' },
    body: { done: true, note: preparation },
  } as const;
  await world.as(CENTRE)(prepare, done);
}

/** Everything an agency can read of its feed, as it stands on the wire. */
async function readings(agency: string): Promise<string[]> {
  const items = await feedOf(world, agency);
  const day = new Date(world.hub.clock.now() + 4 * 3_600_000).toISOString().slice(0, 10);
  const digest = await world.as(agency)(getFeedDigest, { path: { day } });
  const body = { from: 1, to: Math.max(items.length, 1), ids: [] };
  const compared = await world.as(agency)(reconcileFeed, { body });
  expect(compared.body.missing).toHaveLength(items.length);
  return [items, digest.body, compared.body].map((one) => JSON.stringify(one));
}

describe('what was written of the child, its case and its day at the centre', () => {
  it('is there: every kind of record has its words, sealed', async () => {
    const kinds = new Set(
      (await world.table.rows()).filter((row) => 'sealed' in row).map(({ what }) => what),
    );
    expect([...kinds]).toEqual(
      expect.arrayContaining([
        'referral',
        'case',
        'task',
        'addition',
        'question',
        'planning',
        'topic',
      ]),
    );
  });

  it('is in no webhook, neither in its body nor in its headers', () => {
    expect(sink.received.length).toBeGreaterThan(40);
    expect(heard(JSON.stringify(sink.received))).toEqual([]);
  });

  it('is in no page of a feed, no day of it and no comparison', async () => {
    for (const agency of HEARERS)
      expect(heard((await readings(agency)).join('\n')), agency).toEqual([]);
  });

  it('is not in the catalogue of events', async () => {
    expect(heard((await world.raw(undefined, 'GET', '/asyncapi.json')).text)).toEqual([]);
  });
});

describe('every webhook', () => {
  it('is what its type announces and no more, small, and says its version', () => {
    const types = new Set<string>();
    for (const { body, headers } of sink.received) {
      const type = EventType.parse(JSON.parse(body).type);
      types.add(type);
      expect(payloadSchema(type).safeParse(JSON.parse(body)).error, body).toBeUndefined();
      expect(Buffer.byteLength(body)).toBeLessThan(2048);
      expect(headers['ertad-payload']).toBe('1');
    }
    expect([...types]).toEqual(
      expect.arrayContaining([
        'task.requested',
        'addition.made',
        'safety.decided',
        'interview.opened',
      ]),
    );
    expect(types.size).toBeGreaterThan(10);
  });

  it('of what is only sent stands in no feed and in no journal', async () => {
    const events = (await world.table.all('event')).map(({ type }) => String(type));
    const fed = (await world.table.all('feed')).map(({ type }) => String(type));
    expect(
      [...events, ...fed].filter((type) => /^endpoint\.(challenged|tested)$/.test(type)),
    ).toEqual([]);
  });
});
