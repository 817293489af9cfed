import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodies, CONTACTS } from './histories/bodies.ts';
import { commands } from './histories/commands.ts';
import { history } from './histories/history.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world?.stop());

const digits = (phone: string): string => phone.replaceAll(/\D/g, '');

describe('any history of children’s cases', () => {
  it('can have every command there is', () => {
    expect(commands.map(({ operation }) => operation).filter((name) => !bodies[name])).toEqual([]);
  });

  it.each([
    { seed: 1, steps: 30, troubled: false, children: 2, diligence: 0.4 },
    { seed: 2, steps: 45, troubled: false, children: 1, diligence: 0.85 },
    { seed: 3, steps: 18, troubled: true, children: 2, diligence: 0.5 },
  ])(
    'stops no protection, closes over no unseen child and forgets no one ($seed)',
    async (course) => {
      expect(await history(world, course)).toEqual([]);
    },
  );

  it('has called nobody but people on duty and confirmed safe contacts', async () => {
    const rang = await world.hub.stores.phonebox();
    const staff = /^(995)?(599|555000)/;
    const others = rang.flatMap(({ to }) => to).filter((to) => !staff.test(digits(to)));
    const contacts = CONTACTS.map(digits);
    expect(others.filter((to) => !contacts.includes(digits(to)))).toEqual([]);
  });
});
