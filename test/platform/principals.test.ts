import { describe, expect, it } from 'vitest';
import type { Member } from '../../shared/domain/people/member.ts';
import type { Shown } from '../../shared/domain/people/session.ts';
import { principals } from '../../shared/platform/principals.ts';
import { aPrincipal, POLICE } from '../build.ts';

const MINUTE = 60_000;

const aMember = (over: Partial<Member> = {}): Member => {
  const { sub, agency, kind, roles, areas, membership: version } = aPrincipal(POLICE);
  return { sub, agency, kind, roles, areas, version, ...over };
};

const membership = () => {
  const state = { member: aMember() as Member | undefined, reads: 0, now: 0 };
  const members = {
    read: async () => {
      state.reads += 1;
      return state.member;
    },
  };
  return { state, known: principals(members, () => state.now) };
};

describe('who asks', () => {
  it('is looked up anew for every read', async () => {
    const { state, known } = membership();
    await known.fresh({ sub: 'sub-1' });
    state.member = aMember({ roles: ['supervisor'] });
    expect((await known.fresh({ sub: 'sub-1' })).roles).toEqual(['supervisor']);
    expect(state.reads).toBe(2);
  });

  it('is remembered for less than a minute where the write checks again', async () => {
    const { state, known } = membership();
    await known.recent({ sub: 'sub-1' });
    state.now = MINUTE - 1;
    await known.recent({ sub: 'sub-1' });
    expect(state.reads).toBe(1);
    state.now = MINUTE;
    await known.recent({ sub: 'sub-1' });
    expect(state.reads).toBe(2);
  });

  it('is remembered from a read as well, each account by itself', async () => {
    const { state, known } = membership();
    await known.fresh({ sub: 'sub-1' });
    await known.recent({ sub: 'sub-1' });
    expect(state.reads).toBe(1);
    await known.recent({ sub: 'sub-2' });
    expect(state.reads).toBe(2);
  });

  it('is nobody without a membership, and forgotten with its end', async () => {
    const { state, known } = membership();
    await known.recent({ sub: 'sub-1' });
    state.member = undefined;
    await expect(known.fresh({ sub: 'sub-1' })).rejects.toMatchObject({ code: 'not-signed-in' });
    await expect(known.recent({ sub: 'sub-1' })).rejects.toMatchObject({ code: 'not-signed-in' });
  });

  it('does not fill the memory of a function that lives long', async () => {
    const { state, known } = membership();
    for (let i = 0; i <= 5000; i += 1) await known.recent({ sub: `sub-${i}` });
    const before = state.reads;
    await known.recent({ sub: 'sub-5000' });
    expect(state.reads).toBe(before);
    await known.recent({ sub: 'sub-0' });
    expect(state.reads).toBe(before + 1);
  });
});

describe('whoever shows a good token', () => {
  const ONE = { sub: 'sub-1', signedInAt: '2026-11-20T09:12:00.000Z', session: 'one' };
  const LATER = { ...ONE, signedInAt: '2026-11-20T09:13:00.000Z', session: 'two' };
  const as = async (over: Partial<Member>, shown: Shown, wanted?: { invited: true }) => {
    const { state, known } = membership();
    state.member = aMember(over);
    return known.fresh(shown, wanted).then(
      () => 'in',
      (error: { code: string }) => error.code,
    );
  };
  const out = 'not-signed-in';

  it('is known by when it signed in', async () => {
    const { known } = membership();
    expect(await known.fresh(ONE)).toMatchObject({ signedInAt: ONE.signedInAt, session: 'one' });
    expect(await known.recent({ sub: 'sub-1' })).not.toHaveProperty('signedInAt');
  });

  it('is out when that sign-in was ended, and in with the next', async () => {
    const endedSessions = [{ session: 'one', until: '2026-11-20T21:12:00.000Z' }];
    expect(await as({ endedSessions }, ONE)).toBe(out);
    expect(await as({ endedSessions }, LATER)).toBe('in');
  });

  it('is out when it signed in before all sign-ins were ended', async () => {
    const sessionsFrom = '2026-11-20T09:12:30.000Z';
    expect(await as({ sessionsFrom }, ONE)).toBe(out);
    expect(await as({ sessionsFrom }, LATER)).toBe('in');
    // A system does not sign in: nothing of it is over.
    expect(await as({ sessionsFrom }, { sub: 'sub-1' })).toBe('in');
  });

  it('must show one of the certificates, where some are registered', async () => {
    const certificates = ['aa', 'bb'];
    expect(await as({ certificates }, { sub: 'sub-1' })).toBe(out);
    expect(await as({ certificates }, { sub: 'sub-1', certificate: 'cc' })).toBe(out);
    expect(await as({ certificates }, { sub: 'sub-1', certificate: 'bb' })).toBe('in');
    expect(await as({ certificates: [] }, { sub: 'sub-1' })).toBe('in');
  });

  it('and was invited, comes in only to take that up', async () => {
    const invitedUntil = '2026-11-23T09:12:00.000Z';
    expect(await as({ invitedUntil }, ONE)).toBe(out);
    expect(await as({ invitedUntil }, ONE, { invited: true })).toBe('in');
  });
});
