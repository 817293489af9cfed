import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addNews } from '../../shared/contract/additions.ts';
import { getCase } from '../../shared/contract/cases.ts';
import { endpoints } from '../../shared/contract/index.ts';
import { createEndpoint } from '../../shared/contract/partners.ts';
import { answerQuestion, askReferrer } from '../../shared/contract/questions.ts';
import { referralClocks, referralTimeline } from '../../shared/contract/referrals.ts';
import { makeStatement } from '../../shared/contract/statements.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { type Sink, startSink } from './sink.ts';
import { accept, acknowledge, answer, complete, feedOf, readReferral, routed } from './steps.ts';
import { calmViolence } from './submissions.ts';
import { settle, startWorld, type World } from './world.ts';

/** The referrer; nothing else of these referrals is in Baghdati. */
const HIDDEN = 'school-baghdati';
const LEAD = 'agency-imereti';
const OTHERS = [
  ...[LEAD, 'police-imereti', 'clinic-kutaisi', 'centre-kutaisi', 'oversight-national'],
  ...['municipality-zestaponi', 'school-zestaponi', 'prosecutor-imereti'],
];

let world: World;
let sink: Sink;
let placed: ReferralId;
let placeless: ReferralId;
/** How often each other agency was answered with something to read. */
const answered = new Map<string, number>();

beforeAll(async () => {
  [world, sink] = await Promise.all([startWorld(), startSink()]);
  for (const agency of [LEAD, 'police-imereti']) {
    await world.as(agency)(createEndpoint, { body: { url: sink.url, events: ['*'] } });
  }
  const reporter = { mode: 'masked' as const, name: 'ეკა', phone: '599 43 21 09' };
  const forms = ['sexual'];
  const child = { municipality: 'zestaponi', givenName: 'ანა' };
  placed = await play(calmViolence({ reporter, forms, child }));
  placeless = await play(
    calmViolence({ reporter, child: { whereabouts: { address: 'მდინარის პირას' } } }),
    [LEAD],
  );
  await world.advance('PT1H');
  await settle(world);
});
afterAll(async () => {
  await world?.stop();
  await sink?.stop();
});

/** They accept what they are asked; the lead answers, the referrer acknowledges and says more. */
async function play(
  body: Parameters<typeof routed>[1],
  workers: readonly string[] = OTHERS,
): Promise<ReferralId> {
  const { id, asked, task } = await routed(world, body, { from: HIDDEN });
  for (const { kind, agency } of asked.filter((one) => workers.includes(one.agency))) {
    await (kind === 'prepare-joint-interview'
      ? complete(world, agency, task(kind), 'ready')
      : accept(world, agency, task(kind)));
  }
  await answer(world, LEAD, id, 'acting');
  await acknowledge(world, HIDDEN, id, 1);
  const path = { referralId: id };
  const question = { question: 'როდის ნახეთ ბავშვი ბოლოს?' };
  await world.as(LEAD)(askReferrer, { path, body: question });
  const answering = { path: { ...path, number: 1 }, body: { answer: 'დღეს დილით.' } };
  await world.as(HIDDEN)(answerQuestion, answering);
  const news = { narrative: 'დღესაც შეშინებული იყო.' };
  await world.as(HIDDEN)(addNews, { path, body: news });
  const statement = { kind: 'pressured', text: 'დირექტორი მთხოვს, უკან წავიღო.' };
  await world.as(HIDDEN)(makeStatement, { path, body: statement });
  await world.hub.idle();
  return id;
}

const lead = (path: object) => ({ path }) as never;

/** Every address of the hub that reads something of a referral, its case or its tasks. */
async function addressesOf(id: ReferralId): Promise<string[]> {
  const { case: caseId } = await readReferral(world, LEAD, id);
  const { body } = await world.as(LEAD)(getCase, lead({ caseId }));
  const known = [
    ...body.tasks.map((task) => ({ referralId: id, caseId, taskId: task.id })),
    ...OTHERS.map((agencyId) => ({ referralId: id, caseId, agencyId })),
  ].map((one) => ({ ...one, number: '1' }) as Record<string, string>);
  const paths = endpoints
    // What is published of all agencies and places is nobody's secret.
    .filter((one) => one.method === 'GET' && one.function !== 'directory')
    // The journal is taken out as it was written, or nobody could check it: by the auditor alone.
    .filter((one) => one.operation !== 'exportJournal')
    .flatMap(({ path }) =>
      known.map((ids) => path.replace(/\{(\w+)\}/g, (whole, name) => ids[name] ?? whole)),
    );
  return [...new Set(paths)].filter((path) => !path.includes('{'));
}

const TELLING = /baghdati|ბაღდათ|"school"|ეკა|599 43 21 09/;

describe('a referrer who asked to be hidden', () => {
  it.each(OTHERS)('is found by %s in nothing it can read', async (agency) => {
    const told: string[] = [];
    for (const path of [...(await addressesOf(placed)), ...(await addressesOf(placeless))]) {
      const { status, text } = await world.raw(agency, 'GET', path);
      if (TELLING.test(text)) told.push(`${path}: ${text}`);
      if (status === 200) answered.set(agency, (answered.get(agency) ?? 0) + 1);
    }
    expect(told).toEqual([]);
  });

  it('would have been found: there was much to read', () => {
    expect(answered.get(LEAD)).toBeGreaterThan(25);
    expect(answered.get('police-imereti')).toBeGreaterThan(5);
  });

  it('is in no feed and in no webhook of anybody else', async () => {
    for (const agency of OTHERS) {
      expect(JSON.stringify(await feedOf(world, agency))).not.toMatch(TELLING);
    }
    expect(sink.received.length).toBeGreaterThan(10);
    expect(JSON.stringify(sink.received)).not.toMatch(TELLING);
  });

  it('sees itself, and hears back', async () => {
    const path = { referralId: placed };
    const { body: timeline } = await world.as(HIDDEN)(referralTimeline, { path });
    expect(timeline.items[0]).toMatchObject({ type: 'referral.submitted', agency: HIDDEN });
    const { body: clocks } = await world.as(HIDDEN)(referralClocks, { path });
    expect(clocks.items.map(({ holder }) => holder)).toContain(HIDDEN);
    const own = await readReferral(world, HIDDEN, placed);
    expect(own.details.reporter?.reporter.name).toBe('ეკა');
    expect(own.feedback).toHaveLength(1);
  });

  it('is hidden where only its own place is known: the lead reads that the place is not', async () => {
    expect((await readReferral(world, LEAD, placeless)).municipality).toBe('unknown');
    expect((await readReferral(world, HIDDEN, placeless)).municipality).toBe('baghdati');
    const { case: caseId } = await readReferral(world, LEAD, placeless);
    const { body } = await world.as(LEAD)(getCase, lead({ caseId }));
    expect(body.municipality.code).toBe('unknown');
  });

  it('is missing where it acted as the referrer, and nobody else is', async () => {
    const { body } = await world.as(LEAD)(referralTimeline, { path: { referralId: placed } });
    const nobody = body.items.filter(({ agency }) => agency === undefined).map(({ type }) => type);
    expect(nobody).toEqual(expect.arrayContaining(['referral.submitted', 'feedback.acknowledged']));
    const by = (type: string) => body.items.find((one) => one.type === type)?.agency;
    expect(by('feedback.sent')).toBe(LEAD);
  });
});
