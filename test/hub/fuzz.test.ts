import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fuzz } from './fuzz/fuzz.ts';
import { FUZZERS, fuzzedWorld } from './fuzz/scene.ts';
import type { World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await fuzzedWorld();
});
afterAll(() => world?.stop());

describe('every operation of the document', () => {
  it('answers whatever is sent as the document says, and never with a fault', async () => {
    // The same each time; `npm run soak -- --only fuzz` draws others.
    const seed = Number(process.env.ERTAD_FUZZ_SEED ?? 383_336);
    const { requests, operations, statuses, wrong } = await fuzz(world, {
      seed,
      each: 9,
      actors: FUZZERS,
    });
    const told = [...statuses]
      .toSorted(([a], [b]) => a - b)
      .map(([status, n]) => `${status} ×${n}`);
    console.log(
      `fuzz, seed ${seed}: ${requests} requests, ${operations} operations: ${told.join(', ')}`,
    );
    expect([...new Set(wrong)]).toEqual([]);
    expect(operations).toBeGreaterThan(150);
    // Requests that are only ever refused would show little.
    expect(statuses.get(200) ?? 0).toBeGreaterThan(operations / 4);
    expect([...statuses.keys()]).toEqual(expect.arrayContaining([201, 400, 404]));
  });
});
