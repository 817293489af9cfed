import { describe, expect, it } from 'vitest';
import { access } from '../../../shared/platform/access/may.ts';
import { aPrincipal, LEAD, NOW } from '../../build.ts';

const led = { kind: 'violence', reporterMode: 'named', lead: LEAD, takenOn: true } as const;
const reads = (roles: Parameters<typeof aPrincipal>[1]) =>
  access.judge(aPrincipal(LEAD, roles), 'case.read', led);

describe('an account that only manages the people of its agency', () => {
  it('reads nothing of the children its agency works for', () => {
    expect(reads({ roles: ['worker', 'administrator'] })).toMatchObject({ allowed: true });
    expect(reads({ roles: ['administrator'] })).toMatchObject({ allowed: false, groups: [] });
  });

  it('keeps its people and what it sent itself', () => {
    const by = { ...aPrincipal(LEAD, { roles: ['administrator'] }), signedInAt: NOW };
    expect(access.judge(by, 'people.manage', { ofAgency: LEAD }).allowed).toBe(true);
    const own = { ...led, referrer: { agency: LEAD, sub: by.sub } };
    expect(access.judge(by, 'referral.read', own).allowed).toBe(true);
  });
});
