import { describe, expect, it } from 'vitest';
import { type Draft, EMPTY, isTouched, submissionOf } from '../../console/referral/draft.ts';
import { ReferralSubmission } from '../../shared/domain/referral/submission.ts';

/** Friday 17:55 in Georgia. */
const NOW = new Date('2026-11-20T13:55:00Z');
const written = (part: Partial<Draft>): Draft => ({ ...EMPTY, narrative: 'დალურჯება', ...part });
const taken = (part: Partial<Draft> = {}) =>
  ReferralSubmission.parse(submissionOf(written(part), NOW));

describe('the form of a referral', () => {
  it('is one the hub takes with a single sentence', () => {
    expect(taken()).toMatchObject({ kind: 'violence', channel: 'form', narrative: 'დალურჯება' });
  });

  it('says nothing that nobody wrote', () => {
    expect(submissionOf(written({ givenName: '  ' }), NOW)).toEqual({
      kind: 'violence',
      channel: 'form',
      narrative: 'დალურჯება',
      forms: [],
      child: { whereabouts: {} },
      allegedPerpetrators: [],
      reporter: { mode: 'named' },
    });
  });

  it('is one the hub takes with everything in it', () => {
    const all = taken({
      danger: 'yes',
      where: 'სკოლაში',
      until: '18:30',
      municipality: 'zestaponi',
      givenName: 'ანა',
      familyName: 'ა',
      age: '9',
      personalNumber: '01001000017',
      school: 'საჯარო სკოლა',
      childsWords: 'მამამ დამარტყა',
      forms: ['physical'],
      injury: 'yes',
      selfHarm: 'no',
      relation: 'father',
      perpetrator: 'ბ',
      livesWithChild: 'yes',
      safePerson: 'ბებია',
      safePhone: '+995599123456',
      safeNever: 'საღამოს',
      masked: 'masked',
      name: 'ნინო',
      role: 'მასწავლებელი',
      phone: '+995599123457',
    });
    expect(all).toMatchObject({
      immediateDanger: 'yes',
      childsOwnWords: 'მამამ დამარტყა',
      safeContact: { person: 'ბებია', never: 'საღამოს' },
      child: { ageYears: 9, whereabouts: { childNow: { until: '2026-11-20T18:30:00+04:00' } } },
      allegedPerpetrators: [{ relation: 'father', livesWithChild: 'yes' }],
      reporter: { mode: 'masked', name: 'ნინო' },
    });
  });

  it('takes an hour that has passed for tomorrow’s', () => {
    const { child } = submissionOf(written({ where: 'სკოლაში', until: '09:00' }), NOW);
    expect(child).toMatchObject({
      whereabouts: { childNow: { until: '2026-11-21T09:00:00+04:00' } },
    });
  });

  it('knows whether anything would be lost', () => {
    expect(isTouched(EMPTY)).toBe(false);
    expect(isTouched({ ...EMPTY, danger: 'no' })).toBe(true);
  });
});
