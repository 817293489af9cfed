import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept, readReferral, routed } from './steps.ts';
import { calmViolence } from './submissions.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const LEAD = 'agency-imereti';
const child = {
  givenName: 'მარიამი',
  familyName: 'წიქარიშვილი',
  birthDate: '2015-03-01',
  municipality: 'zestaponi',
};

describe('an earlier report', () => {
  it('is compared for a year, and alone makes nothing urgent after 90 days', async () => {
    const first = await routed(world, calmViolence({ child }));
    await accept(world, LEAD, first.task('assess-safety'));
    await world.advance('P364D');
    const again = await routed(world, calmViolence({ child }));
    const earlier = async ({ id }: typeof first) => (await readReferral(world, LEAD, id)).earlier;
    expect(await earlier(again)).toMatchObject([{ id: first.id }]);
    expect(again.asked.find(({ kind }) => kind === 'assess-safety')?.urgency).toBe('high');
    await world.advance('P2D');
    const third = await routed(world, calmViolence({ child }));
    expect(await earlier(third)).toMatchObject([{ id: again.id }]);
    expect(third.asked.find(({ kind }) => kind === 'assess-safety')?.urgency).toBe('urgent');
  });
});
