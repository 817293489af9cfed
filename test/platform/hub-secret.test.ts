import { describe, expect, it } from 'vitest';
import { Refusal } from '../../shared/domain/refusal.ts';
import { hubSecret } from '../../shared/platform/hub-secret.ts';
import type { Item, Write } from '../../shared/store/write.ts';

/** A table that holds the one item, as two functions that start at the same time see it. */
const shared = () => {
  const state: { item: Item | undefined; reads: number; broken: boolean } = {
    item: undefined,
    reads: 0,
    broken: false,
  };
  const table = {
    get: async () => {
      state.reads += 1;
      if (state.broken) throw new Error('the store is away');
      return state.item;
    },
    transact: async ([write]: readonly Write[]) => {
      if (state.item) throw new Refusal('busy');
      state.item = write?.as('hub').Put?.Item;
    },
  };
  const made = { next: 0 };
  const keys = {
    generate: async () => {
      made.next += 1;
      return { plain: new Uint8Array([made.next]), wrapped: new Uint8Array([100 + made.next]) };
    },
    unwrap: async (wrapped: Uint8Array) => new Uint8Array([(wrapped[0] ?? 0) - 100]),
  };
  return { state, secret: () => hubSecret(table, keys, 'cursor', () => 'token') };
};

describe('a secret of the hub', () => {
  it('is made by whoever needs it first, and is the same for all', async () => {
    const { secret } = shared();
    const [one, other] = [secret(), secret()];
    const [a, b] = await Promise.all([one(), other()]);
    expect(a).toEqual(b);
    expect(await secret()()).toEqual(a);
  });

  it('is kept wrapped only', async () => {
    const { state, secret } = shared();
    await secret()();
    expect(state.item).toEqual({
      pk: 'SECRET#cursor',
      sk: 'STATE',
      what: 'secret',
      wrapped: new Uint8Array([101]),
    });
  });

  it('is read once in the life of a function', async () => {
    const { state, secret } = shared();
    await secret()();
    const own = secret();
    const before = state.reads;
    await Promise.all([own(), own()]);
    await own();
    expect(state.reads).toBe(before + 1);
  });

  it('that could not be read is asked for again', async () => {
    const { state, secret } = shared();
    const own = secret();
    state.broken = true;
    await expect(own()).rejects.toThrow('away');
    state.broken = false;
    await expect(own()).resolves.toBeInstanceOf(Uint8Array);
  });
});
