import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listUnanswered, listWatched } from '../../shared/contract/oversight.ts';
import { decideSafety } from '../../shared/contract/safety.ts';
import { receiptNumber } from '../../shared/domain/ids.ts';
import { accept, PERSON, readCase, routed, step } from './steps.ts';
import { calmViolence, early, violence } from './submissions.ts';
import { refusal, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
const POLICE = 'police-imereti';
const NATIONAL = 'oversight-national';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const unanswered = async (limit = 100) => {
  const call = world.as(NATIONAL);
  let page = (await call(listUnanswered, { query: { limit } })).body;
  const items = [...page.items];
  while (page.next) {
    page = (await call(listUnanswered, { at: page.next })).body;
    items.push(...page.items);
  }
  return items;
};
const of = async (referral: string) =>
  (await unanswered()).filter((line) => line.referral === referral);

describe('children nobody has answered for', () => {
  it('stand there by number, agency and deadline, from routing until a person answers', async () => {
    const { id, task } = await routed(world, violence({ immediateDanger: 'yes' }));
    const report = task('register-report');
    const lines = await of(id);
    expect(lines.map(({ awaited }) => awaited.code)).toEqual(
      expect.arrayContaining(['received', 'safety-decision', 'child-seen']),
    );
    expect(lines.find((line) => line.task === report)).toEqual({
      receipt: receiptNumber(id),
      referral: id,
      case: expect.stringMatching(/^cas_/),
      task: report,
      holder: POLICE,
      awaited: { code: 'received', label: expect.any(String) },
      since: expect.any(String),
      dueAt: expect.any(String),
      overdue: false,
      ladder: expect.any(Array),
    });
    const rungs = lines.find((line) => line.task === report)?.ladder;
    expect(rungs?.filter(({ passed }) => passed)).toEqual([]);
    await step(world, POLICE, report, { to: 'received', actingPerson: PERSON });
    expect((await of(id)).filter((line) => line.task === report)).toEqual([]);
    await accept(world, LEAD, task('assess-safety'));
    const left = (await of(id)).map(({ awaited }) => awaited.code);
    expect(left).toEqual(expect.arrayContaining(['safety-decision', 'child-seen']));
  });

  it('say who was called last once their deadline has passed', async () => {
    const { id, task } = await routed(world, violence({ immediateDanger: 'yes' }));
    const report = task('register-report');
    await world.advance('PT16M');
    const line = (await of(id)).find((one) => one.task === report);
    expect(line).toMatchObject({ overdue: true, called: { at: line?.dueAt } });
    expect(line?.called?.role.label).toMatch(/\S/);
    const rungs = line?.ladder ?? [];
    expect(rungs.find(({ at }) => at === line?.dueAt)).toMatchObject({ passed: true });
    expect(rungs.at(-1)).toMatchObject({ role: { code: 'national-duty' }, passed: false });
    expect(rungs.map(({ at }) => at)).toEqual(rungs.map(({ at }) => at).toSorted());
  });

  it('come oldest deadline first, page by page, none twice', async () => {
    const whole = await unanswered();
    expect(whole.map(({ dueAt }) => dueAt)).toEqual(whole.map(({ dueAt }) => dueAt).toSorted());
    expect(whole.length).toBeGreaterThan(4);
    expect(await unanswered(2)).toEqual(whole);
  });

  it('are not families who need help early: nobody is in danger there', async () => {
    const { id } = await routed(world, early({ 'low-income': 'yes', isolated: 'yes' }), {
      from: 'resource-centre-zestaponi',
    });
    expect(await of(id)).toEqual([]);
  });

  it('leave one access entry a page', async () => {
    const entries = async () =>
      (await world.table.all('access')).filter(({ list }) => list === 'unanswered');
    const before = (await entries()).length;
    const { body } = await world.as(NATIONAL)(listUnanswered, { query: { limit: 2 } });
    const written = (await entries()).slice(before);
    expect(written).toMatchObject([{ agency: NATIONAL, lines: 2, verb: 'access' }]);
    expect(body.items).toHaveLength(2);
  });

  it('are shown to no other agency, lead or not, and no cursor changes hands', async () => {
    for (const other of [LEAD, POLICE, 'school-zestaponi', 'prosecutor-imereti']) {
      const asked = world.as(other)(listUnanswered, { query: {} });
      expect(await refusal(asked)).toMatchObject({ status: 404 });
      const watched = world.as(other)(listWatched, { path: { list: 'duty-gaps' } });
      expect(await refusal(watched)).toMatchObject({ status: 404 });
    }
    const { body } = await world.as(NATIONAL)(listUnanswered, { query: { limit: 1 } });
    const cursor = new URL(body.next ?? '', world.hub.url).searchParams.get('cursor') ?? '';
    const elsewhere = world.as(NATIONAL)(listWatched, {
      path: { list: 'duty-gaps' },
      query: { cursor },
    });
    expect(await refusal(elsewhere)).toMatchObject({ status: 400, code: 'query-invalid' });
  });

  it('carry nothing of what is told', async () => {
    const written = JSON.stringify(await unanswered());
    for (const told of ['სილურჯე', '555 12 34 56', 'თამარ']) expect(written).not.toContain(told);
  });
});

describe('a watched list', () => {
  it('that the pack does not know is not there', async () => {
    const asked = world.as(NATIONAL)(listWatched, { path: { list: 'gossip' } });
    expect(await refusal(asked)).toMatchObject({ status: 404 });
  });

  it('may be empty', async () => {
    const { body } = await world.as(NATIONAL)(listWatched, { path: { list: 'duty-gaps' } });
    expect(body).toEqual({ items: [] });
  });
});

describe('a child that was seen and is protected', () => {
  it('leaves the list', async () => {
    const { id, task } = await routed(world, calmViolence());
    await accept(world, LEAD, task('assess-safety'));
    await accept(world, POLICE, task('register-report'));
    await accept(world, LEAD, task('offer-psychological-support'));
    expect((await of(id)).map(({ awaited }) => awaited.code).toSorted()).toEqual([
      'child-seen',
      'safety-decision',
    ]);
    const { id: caseId } = await readCase(world, LEAD, id, 'school-zestaponi');
    const hour = 3600_000;
    const at = (hours: number) => new Date(world.hub.clock.now() + hours * hour).toISOString();
    const body = {
      childSeenAt: at(0),
      seenBy: PERSON,
      seenAlone: 'yes' as const,
      where: 'school',
      sleepsTonight: 'home',
      measures: [{ kind: 'none' }],
      siblingsChecked: 'none' as const,
      reviewBy: at(4),
      reason: 'ბავშვი სახლში უსაფრთხოდ არის.',
    };
    await world.as(LEAD)(decideSafety, { path: { caseId }, body });
    expect(await of(id)).toEqual([]);
  });
});
