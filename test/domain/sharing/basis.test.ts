import { describe, expect, it } from 'vitest';
import { AgencyKind } from '../../../shared/domain/directory/agency.ts';
import { ReferralKind } from '../../../shared/domain/referral/kind.ts';
import { basisOf } from '../../../shared/domain/sharing/basis.ts';
import { onConsent } from '../../../shared/domain/sharing/on-consent.ts';
import { Track } from '../../../shared/domain/task/statuses.ts';
import { georgia } from '../../../shared/policy/ge/pack.ts';
import { problemsOf } from '../../../shared/policy/load.ts';
import { georgiaAt, LEAD, MUNICIPALITY, SCHOOL } from '../../build.ts';

const edition = georgiaAt();
const PURPOSES = Object.values(edition.sharing.purposes);
const every = (see: (one: Parameters<typeof basisOf>[0]) => void) => {
  for (const kind of ReferralKind.options)
    for (const inCase of [true, false])
      for (const purpose of PURPOSES)
        for (const recipient of AgencyKind.options) see({ kind, inCase, purpose, recipient });
};

describe('the basis on which something is shared', () => {
  it('is named for every kind of referral, purpose and recipient, with a law of the pack', () => {
    every((one) => expect(edition.legalBases[basisOf(one, edition).law]).toBeDefined());
  });

  it('is never consent where a child is protected', () => {
    every((one) => {
      if (one.kind === 'violence' || one.inCase) {
        expect(basisOf(one, edition).basis).not.toBe('consent');
      }
    });
  });

  it.each([
    ['municipality', 'family-support', 'consent'],
    ['ngo', 'family-support', 'consent'],
    ['guardianship-body', 'family-support', 'best-interests'],
    ['guardianship-body', 'protection', 'best-interests'],
  ] as const)('of an early identification to %s for %s is %s', (recipient, purpose, basis) => {
    const one = { kind: 'early-identification' as const, inCase: false, purpose, recipient };
    expect(basisOf(one, edition).basis).toBe(basis);
  });

  it('stands on the task only where it is consent', () => {
    const early = { kind: 'early-identification' as const, track: 'support' as const };
    const of = {
      purpose: 'family-support',
      recipient: 'municipality',
      rule: 'support-with-consent',
    };
    expect(onConsent({ ...early, inCase: false, agency: MUNICIPALITY }, edition)).toEqual({
      onConsent: of,
    });
    expect(onConsent({ ...early, inCase: true, agency: MUNICIPALITY }, edition)).toEqual({});
    expect(onConsent({ ...early, inCase: false, agency: LEAD }, edition)).toEqual({});
    for (const track of Track.options) {
      const violence = { kind: 'violence' as const, inCase: true, track, agency: SCHOOL };
      expect(onConsent(violence, edition)).toEqual({});
    }
  });
});

describe('the pack', () => {
  const { sharing } = georgia;
  const says = (changed: unknown) =>
    problemsOf({ ...georgia, sharing: changed }).map(({ says: said }) => said);

  it('is refused where violence would rest on consent', () => {
    const [first, ...rest] = sharing.rules;
    const consenting = { ...first, basis: 'consent' };
    expect(says({ ...sharing, rules: [consenting, ...rest] })).toContain(
      'violence, health-care, medical: protection rests on consent',
    );
  });

  it('is refused where some sharing has no basis, a law is unknown or nobody consents for infants', () => {
    expect(says({ ...sharing, rules: sharing.rules.slice(0, -1) }).join()).toContain(
      'nothing is said of early-identification, family-support, municipality',
    );
    const [first, ...rest] = sharing.rules;
    expect(says({ ...sharing, rules: [{ ...first, law: 'no-law' }, ...rest] })).toContain(
      'the pack has no legal basis no-law',
    );
    const givers = sharing.consent.givers.slice(1);
    expect(says({ ...sharing, consent: { ...sharing.consent, givers } })).toContain(
      'begins at birth',
    );
  });
});
