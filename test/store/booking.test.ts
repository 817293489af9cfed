import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Claim } from '../../shared/domain/booking/sheet.ts';
import { newBookingId } from '../../shared/domain/ids.ts';
import { finalise, move, release, take } from '../../shared/store/day-sheets.ts';
import { dayKey } from '../../shared/store/keys.ts';
import { seeSheets } from '../../shared/store/seen-sheets.ts';
import { ConditionFailed, type Table } from '../../shared/store/table.ts';
import type { Write } from '../../shared/store/write.ts';
import { crowd } from '../bookings/crowd.ts';
import { type LocalTable, localTable, type OneTable } from '../bookings/local-table.ts';
import { ordinaryHold } from '../bookings/ordinary.ts';
import { hold, rivals } from '../bookings/rivals.ts';
import { AGENCIES, openVisit, proposalFor, scene, standing } from '../bookings/scene.ts';
import { wrongWith } from '../bookings/verifier.ts';
import { weakened } from '../bookings/weakened.ts';
import { georgiaAt, later } from '../build.ts';
import { MORNING } from '../finding.ts';
import { chance } from '../hub/chance.ts';

const { skewSeconds } = georgiaAt().interview.holding;

let local: LocalTable;
beforeAll(async () => {
  local = await localTable();
});
afterAll(() => local?.stop());

describe('many at once', () => {
  it('never book anything twice, in part, too late or for nobody', async () => {
    const clock = { now: Date.parse(MORNING) };
    const setting = await scene(local.table, { people: 5, rooms: 10, visits: 24 });
    expect(setting.resources).toHaveLength(40);
    const options = { steps: 500, atOnce: 20, random: chance(4711), skewSeconds };
    const tally = await crowd(local.table, clock, setting, options);
    const now = new Date(clock.now).toISOString();
    expect(wrongWith(await local.rows(), now, skewSeconds)).toEqual([]);
    // Every kind of step was done, not only refused.
    for (const step of ['hold', 'confirm', 'decline', 'move', 'cancel', 'expire']) {
      expect(tally.get(step), step).toBeGreaterThan(0);
    }
  });

  it('want a time for one visit a hundred times: exactly one stands', async () => {
    const setting = await scene(local.table, { people: 2, rooms: 2, visits: 0 });
    const visit = await openVisit(local.table);
    const random = chance(7);
    const holds = Array.from({ length: 100 }, (_, place) => {
      const proposal = proposalFor(setting, { visit, at: MORNING, random });
      return hold(local.table, { visit, proposal }, AGENCIES[place % AGENCIES.length]);
    });
    const done = await Promise.allSettled(holds);
    const codes = done.map((one) => (one.status === 'rejected' ? one.reason.code : 'held'));
    expect(codes.filter((code) => code === 'held')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['held', 'time-held-already']));
    const { booking } = await standing(local.table, visit.id);
    expect(booking?.state).toBe('held');
  });
});

/** What is wrong in a table of its own, for each of these leaves a mess behind. */
const wrong = async ({ rows }: OneTable, at = MORNING) => wrongWith(await rows(), at, skewSeconds);
const without = (table: Table, ...names: readonly string[]) =>
  weakened(table, (condition, { what }) => (names.includes(what) ? undefined : condition));
const commit = (table: Table, writes: readonly Write[]) => table.transact(writes, randomUUID());
const codeOf = (done: Promise<unknown>) => done.then(() => 'done').catch((error) => error.code);

describe('an ordinary visit', () => {
  it('is held in one transaction of thirty items at most, and nothing is read before', async () => {
    const { table } = await local.another();
    const { items, ...asked } = await ordinaryHold({ client: local.client, table });
    console.log(`one hold: ${items} items, ${asked.units} write units`);
    expect(items).toBeLessThanOrEqual(30);
    expect(asked).toMatchObject({ transactions: 1, reads: 0 });
  });
});

describe('a condition taken away', () => {
  it('from the quarters: two visits have the same people at the same time', async () => {
    const one = await local.another();
    const [first, second] = await rivals(one.table);
    await hold(one.table, first);
    const { code, hindrances } = await hold(one.table, second).catch((error) => error);
    expect(code).toBe('slot-taken');
    expect(hindrances[0].pointer).toMatch(/^res_.*\/\d\d:\d\d-\d\d:\d\d$/);
    expect(await wrong(one)).toEqual([]);
    await hold(without(one.table, 'slot'), second);
    expect((await wrong(one)).join()).toMatch(/double booking/);
  });

  it('from the visit: it has two times', async () => {
    const one = await local.another();
    const [{ visit, proposal }] = await rivals(one.table);
    const setting = await scene(one.table, { people: 1, rooms: 1, visits: 0 });
    const again = proposalFor(setting, { visit, at: MORNING, random: chance(3) });
    const other = { ...again, claims: again.claims.filter(({ sheet }) => sheet !== visit.child) };
    await hold(one.table, { visit, proposal });
    expect(await codeOf(hold(one.table, { visit, proposal: other }))).toBe('time-held-already');
    const weak = without(one.table, 'proposal', 'event', 'outbox');
    await hold(weak, { visit, proposal: other });
    expect((await wrong(one)).join()).toMatch(/2 live bookings/);
  });

  it('from what is made final: a hold that ran out becomes a booking', async () => {
    const one = await local.another();
    const [{ visit, proposal }] = await rivals(one.table);
    const { id, expiresAt = '' } = await hold(one.table, { visit, proposal });
    const own = { claims: proposal.claims, booking: id };
    const at = new Date(Date.parse(expiresAt) - skewSeconds * 1000).toISOString();
    const late = finalise(own, { at, skewSeconds }, new Map());
    await expect(commit(one.table, late)).rejects.toThrow(ConditionFailed);
    const before = new Date(Date.parse(at) - 1000).toISOString();
    expect(await wrong(one, before)).toEqual([]);
    await commit(without(one.table, 'sheet'), late);
    expect((await wrong(one, before)).join()).toMatch(/dead: /);
  });

  it('from what is freed: somebody else loses what was taken meanwhile', async () => {
    const one = await local.another();
    const [first, second] = await rivals(one.table);
    const { id, expiresAt = '' } = await hold(one.table, first);
    const { claims } = first.proposal;
    const seen = await seeSheets(one.table, claims);
    const gone = new Date(Date.parse(expiresAt) + (skewSeconds + 1) * 1000).toISOString();
    const early = new Date(Date.parse(gone) - 1000).toISOString();
    expect(await codeOf(hold(one.table, { ...second, at: early }))).toBe('slot-taken');
    await hold(one.table, { ...second, at: gone });
    const freed = release({ claims, booking: id }, { at: gone, skewSeconds }, seen);
    await expect(commit(one.table, freed)).rejects.toThrow(ConditionFailed);
    expect((await wrong(one, gone)).filter((line) => !line.includes(id))).toEqual([]);
    await commit(without(one.table, 'sheet'), freed);
    expect((await wrong(one, gone)).join()).toMatch(/partial: /);
  });
});

describe('a day', () => {
  const DAY = '2026-11-26';
  const moment = { at: MORNING, skewSeconds };
  const until = later({ hours: 1 }, MORNING);
  const own = (sheet: string, span: object, booking = newBookingId(randomBytes)) => ({
    claims: [Claim.parse({ sheet, day: DAY, from: 40, to: 44, ...span })],
    booking,
    until,
  });

  it('takes as many quarters in one action as DynamoDB reads conditions', async () => {
    const { table } = await local.another();
    await commit(table, take(own('room-a', { from: 0, to: 74 }), moment));
    expect(() => take(own('room-b', { from: 0, to: 76 }), moment)).toThrow(/has to be closed/);
  });

  it('that is closed is taken by nobody', async () => {
    const { table } = await local.another();
    await table.update({
      Key: { ...dayKey('room-a', DAY) },
      UpdateExpression: 'SET closed = :by',
      ExpressionAttributeValues: { ':by': { by: 'maintenance' } },
    });
    await expect(commit(table, take(own('room-a', {}), moment))).rejects.toThrow(ConditionFailed);
  });

  it('is moved within in one touch, and keeps what both times have in common', async () => {
    const { table } = await local.another();
    const old = own('room-a', { from: 40, to: 48 });
    const next = own('room-a', { from: 44, to: 52 });
    await commit(table, take(old, moment));
    const seen = await seeSheets(table, old.claims);
    const writes = move({ from: old, to: next }, moment, seen);
    expect(writes).toHaveLength(1);
    await commit(table, writes);
    const item = [...(await seeSheets(table, old.claims)).values()][0] ?? {};
    const taken = Object.keys(item).filter((name) => /^q\d\d$/.test(name));
    expect(taken.toSorted()).toEqual(Array.from({ length: 8 }, (_, i) => `q${44 + i}`));
    expect(taken.every((name) => (item[name] as { by: string }).by === next.booking)).toBe(true);
  });

  it('is shared by children of one family, and free only when the last of them has left', async () => {
    const { table } = await local.another();
    const [ann, ben] = [
      own('zone', { group: 'family' }),
      own('zone', { from: 42, to: 46, group: 'family' }),
    ];
    const stranger = own('zone', { from: 43, to: 44 });
    const see = () => seeSheets(table, ann.claims);
    await commit(table, take(ann, moment));
    await expect(commit(table, take(ben, moment))).rejects.toThrow(ConditionFailed);
    await commit(table, take(ben, moment, await see()));
    await commit(table, finalise(ann, moment, await see()));
    await expect(commit(table, take(stranger, moment))).rejects.toThrow(ConditionFailed);
    await commit(table, release(ann, moment, await see()));
    await expect(commit(table, take(stranger, moment))).rejects.toThrow(ConditionFailed);
    const item = [...(await see()).values()][0] ?? {};
    expect(
      Object.keys(item)
        .filter((name) => /^q\d\d$/.test(name))
        .toSorted(),
    ).toEqual([...['q42', 'q43', 'q44', 'q45']]);
    await commit(table, release(ben, moment, await see()));
    await commit(table, take(stranger, moment));
  });
});
