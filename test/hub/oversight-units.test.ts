import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listOwedChecks } from '../../shared/contract/directory.ts';
import { getRoster, publishRoster } from '../../shared/contract/duty.ts';
import { listDutyGaps, listUnits } from '../../shared/contract/oversight-units.ts';
import { AgencyId } from '../../shared/domain/ids.ts';
import { accept, redirected, routed } from './steps.ts';
import { violence } from './submissions.ts';
import { wellWithinAWeek } from './weeks.ts';
import { refusal, settle, startWorld, type World } from './world.ts';

const LEAD = 'agency-imereti';
const OTHER = 'agency-tbilisi';
const POLICE = 'police-imereti';
const NATIONAL = 'oversight-national';

let world: World;
beforeAll(async () => {
  world = await startWorld();
  await wellWithinAWeek(world);
});
afterAll(() => world?.stop());

const weekOf = async (query: object = {}) =>
  (await world.as(NATIONAL)(listUnits, { query: { limit: 500, ...query } })).body;
const unit = async (agency: string) =>
  (await weekOf()).items.find((line) => line.agency === agency);

describe('units, not workers', () => {
  it('are counted by what came this week and what waits there now', async () => {
    const { task } = await routed(world, violence({ immediateDanger: 'yes' }));
    const before = await unit(LEAD);
    expect(before).toMatchObject({ accepted: 0, inTime: 0, overdue: 0, unanswered: 1 });
    expect(before?.medianMinutes).toBeUndefined();
    await world.advance('PT7M');
    await accept(world, LEAD, task('assess-safety'));
    expect(await unit(LEAD)).toMatchObject({
      ...{ received: before?.received, accepted: 1, inTime: 1, medianMinutes: 7 },
    });
    await world.advance('PT20M');
    const late = await unit(POLICE);
    expect(late?.overdue).toBeGreaterThan(0);
    expect(JSON.stringify(await weekOf())).not.toContain('person-');
  });

  it('of another week had other work, and no other agency is shown any', async () => {
    const past = await weekOf({ week: '2020-01-02' });
    expect(past).toMatchObject({
      from: '2019-12-29T20:00:00.000Z',
      to: '2020-01-05T20:00:00.000Z',
    });
    expect(past.items.every(({ received }) => received === 0)).toBe(true);
    for (const other of [LEAD, POLICE, 'school-zestaponi']) {
      const asked = world.as(other)(listUnits, { query: {} });
      expect(await refusal(asked)).toMatchObject({ status: 404 });
    }
  });

  it('say what was handed on, by rule and municipality', async () => {
    const { task } = await routed(world, violence({ immediateDanger: 'yes' }));
    await redirected(world, LEAD, task('assess-safety'), OTHER);
    expect((await unit(LEAD))?.misses).toMatchObject([
      {
        how: 'redirected',
        rule: { code: 'lead-danger', label: expect.stringMatching(/\s/) },
        municipality: { code: 'zestaponi', label: 'Zestaponi' },
        tasks: 1,
      },
    ]);
  });

  it('come page by page in the order of their ids, each once', async () => {
    const whole = (await weekOf()).items.map(({ agency }) => agency);
    const call = world.as(NATIONAL);
    let page = (await call(listUnits, { query: { limit: 40 } })).body;
    const found = page.items.map(({ agency }) => agency);
    while (page.next) {
      page = (await call(listUnits, { at: page.next })).body;
      found.push(...page.items.map(({ agency }) => agency));
    }
    expect(found).toEqual(expect.arrayContaining(whole));
    expect(new Set(found).size).toBe(found.length);
    expect((await weekOf({ kind: 'police' })).items.map(({ agency }) => agency)).toEqual([POLICE]);
  });
});

describe('times without anybody on duty', () => {
  it('are shown ahead, over all agencies, to oversight alone', async () => {
    const at = (hours: number) =>
      new Date(Date.parse(world.now()) + hours * 3_600_000).toISOString();
    const path = { agencyId: AgencyId.parse(OTHER) };
    const { version } = (await world.as(OTHER)(getRoster, { path })).body;
    const shifts = [{ from: at(-1), to: at(40), person: 0 }];
    const body = { people: [{ name: 'ნინო', phone: '599 00 77 01' }], shifts };
    const { body: roster } = await world.as(OTHER)(publishRoster, { path, body, ifMatch: version });
    await settle(world);
    const { items } = (await world.as(NATIONAL)(listDutyGaps, { query: {} })).body;
    expect(items.filter(({ agency }) => agency === OTHER)).toEqual([
      { agency: OTHER, from: roster.gaps[0]?.from, found: 'ahead', toldAt: expect.any(String) },
    ]);
    const asked = world.as(LEAD)(listDutyGaps, { query: {} });
    expect(await refusal(asked)).toMatchObject({ status: 404 });
  });
});

describe('what of the pack a lawyer still has to check', () => {
  it('is there for everybody who is signed in, with the edition it stands in', async () => {
    const { body } = await world.as('school-zestaponi')(listOwedChecks);
    expect(body).toMatchObject({ edition: '2026.1', since: '2026-01-01' });
    expect(body.items.length).toBeGreaterThan(10);
    for (const { file, check } of body.items) expect([file, check]).not.toContain('');
    const inGeorgian = (await world.as('school-zestaponi', 'ka')(listOwedChecks)).body.items;
    expect(inGeorgian.filter(({ check }) => !/[ა-ჰ]/.test(check))).toEqual([]);
  });
});
