import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crowd } from '../bookings/crowd.ts';
import { type LocalTable, localTable } from '../bookings/local-table.ts';
import { scene } from '../bookings/scene.ts';
import { wrongWith } from '../bookings/verifier.ts';
import { georgiaAt } from '../build.ts';
import { MORNING } from '../finding.ts';
import { chance } from '../hub/chance.ts';

let local: LocalTable;
beforeAll(async () => {
  local = await localTable();
}, 60_000);
afterAll(() => local?.stop());

const { skewSeconds } = georgiaAt().interview.holding;

describe('many at once', () => {
  it('never book anything twice, in part, too late or for nobody', async () => {
    const clock = { now: Date.parse(MORNING) };
    const setting = await scene(local.table, { people: 5, rooms: 10, visits: 24 });
    expect(setting.resources).toHaveLength(40);
    const options = { steps: 500, atOnce: 20, random: chance(4711), skewSeconds };
    const tally = await crowd(local.table, clock, setting, options);
    console.log(Object.fromEntries([...tally].toSorted()));
    const rows = await local.rows();
    expect(wrongWith(rows, new Date(clock.now).toISOString(), skewSeconds)).toEqual([]);
  }, 180_000);
});
