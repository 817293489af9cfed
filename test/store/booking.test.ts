import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crowd } from '../bookings/crowd.ts';
import { type LocalTable, localTable } from '../bookings/local-table.ts';
import { hold, rivals } from '../bookings/rivals.ts';
import { AGENCIES, openVisit, proposalFor, scene, standing } from '../bookings/scene.ts';
import { wrongWith } from '../bookings/verifier.ts';
import { weakened } from '../bookings/weakened.ts';
import { georgiaAt, LEAD } from '../build.ts';
import { MORNING } from '../finding.ts';
import { chance } from '../hub/chance.ts';

const { skewSeconds } = georgiaAt().interview.holding;

describe('many at once', () => {
  let local: LocalTable;
  beforeAll(async () => {
    local = await localTable();
  }, 60_000);
  afterAll(() => local?.stop());

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
  }, 180_000);

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
  }, 60_000);
});

describe('a condition taken away', () => {
  let local: LocalTable;
  const wrong = async () => wrongWith(await local.rows(), MORNING, skewSeconds);
  // Each leaves a mess behind, and so has a table of its own.
  const onItsOwn = async (prove: () => Promise<void>) => {
    local = await localTable();
    try {
      await prove();
    } finally {
      await local.stop();
    }
  };

  it(
    'from the quarters: two visits have the same people at the same time',
    () =>
      onItsOwn(async () => {
        const [one, other] = await rivals(local.table);
        await hold(local.table, one);
        const { code, hindrances } = await hold(local.table, other).catch((error) => error);
        expect(code).toBe('slot-taken');
        expect(hindrances[0].pointer).toMatch(/^res_.*\/\d\d:\d\d-\d\d:\d\d$/);
        expect(await wrong()).toEqual([]);
        const weak = weakened(local.table, (condition, { what }) =>
          what === 'slot' ? undefined : condition,
        );
        await hold(weak, other);
        expect((await wrong()).join()).toMatch(/double booking/);
      }),
    60_000,
  );

  it(
    'from the visit: it has two times',
    () =>
      onItsOwn(async () => {
        const [{ visit, proposal }] = await rivals(local.table);
        const setting = await scene(local.table, { people: 1, rooms: 1, visits: 0 });
        const again = proposalFor(setting, { visit, at: MORNING, random: chance(3) });
        const other = {
          ...again,
          claims: again.claims.filter(({ sheet }) => sheet !== visit.child),
        };
        await hold(local.table, { visit, proposal });
        await expect(hold(local.table, { visit, proposal: other })).rejects.toMatchObject({
          code: 'time-held-already',
        });
        const weak = weakened(local.table, (condition, { what }) =>
          what === 'proposal' || what === 'event' || what === 'outbox' ? undefined : condition,
        );
        await hold(weak, { visit, proposal: other }, LEAD);
        expect((await wrong()).join()).toMatch(/2 live bookings/);
      }),
    60_000,
  );
});
