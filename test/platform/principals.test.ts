import { describe, expect, it } from 'vitest';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { principals } from '../../shared/platform/principals.ts';
import { aPrincipal, POLICE } from '../build.ts';

const MINUTE = 60_000;

const membership = () => {
  const state = { member: aPrincipal(POLICE) as Principal | undefined, reads: 0, now: 0 };
  const members = {
    find: async () => {
      state.reads += 1;
      return state.member;
    },
  };
  return { state, known: principals(members, () => state.now) };
};

describe('who asks', () => {
  it('is looked up anew for every read', async () => {
    const { state, known } = membership();
    await known.fresh('sub-1');
    state.member = aPrincipal(POLICE, { roles: ['supervisor'] });
    expect((await known.fresh('sub-1')).roles).toEqual(['supervisor']);
    expect(state.reads).toBe(2);
  });

  it('is remembered for less than a minute where the write checks again', async () => {
    const { state, known } = membership();
    await known.recent('sub-1');
    state.now = MINUTE - 1;
    await known.recent('sub-1');
    expect(state.reads).toBe(1);
    state.now = MINUTE;
    await known.recent('sub-1');
    expect(state.reads).toBe(2);
  });

  it('is remembered from a read as well, each account by itself', async () => {
    const { state, known } = membership();
    await known.fresh('sub-1');
    await known.recent('sub-1');
    expect(state.reads).toBe(1);
    await known.recent('sub-2');
    expect(state.reads).toBe(2);
  });

  it('is nobody without a membership, and forgotten with its end', async () => {
    const { state, known } = membership();
    await known.recent('sub-1');
    state.member = undefined;
    await expect(known.fresh('sub-1')).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(known.recent('sub-1')).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('does not fill the memory of a function that lives long', async () => {
    const { state, known } = membership();
    for (let i = 0; i <= 5000; i += 1) await known.recent(`sub-${i}`);
    const before = state.reads;
    await known.recent('sub-5000');
    expect(state.reads).toBe(before);
    await known.recent('sub-0');
    expect(state.reads).toBe(before + 1);
  });
});
