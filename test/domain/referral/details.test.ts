import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../../shared/domain/referral/details.ts';
import { Details } from '../../../shared/domain/referral/groups.ts';
import type { ReferralSubmission } from '../../../shared/domain/referral/submission.ts';
import { anEarlySubmission, answers, aViolenceSubmission } from '../../build.ts';

/** Fields that stand with the referral itself, not in a sealed group. */
const IN_THE_OPEN = ['kind', 'channel'];

/** Every leaf of a value with the name under which it stands. */
const leaves = (value: unknown, name = ''): string[] =>
  value !== null && typeof value === 'object' && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, each]) =>
        leaves(each, Array.isArray(value) ? name : key),
      )
    : value === undefined
      ? []
      : [`${name}=${JSON.stringify(value)}`];

const sentLeaves = (submission: ReferralSubmission) =>
  leaves(
    Object.fromEntries(Object.entries(submission).filter(([key]) => !IN_THE_OPEN.includes(key))),
  );

const full = aViolenceSubmission({
  child: {
    givenName: 'ნინო',
    familyName: 'ბ.',
    personalNumber: '01001001001',
    birthDate: '2015-05-01',
    ageYears: 11,
    sex: 'female',
    languages: ['az'],
    needs: ['hearing'],
    municipality: 'zestaponi',
    whereabouts: { address: 'ქუჩა 1', school: 'სკოლა 2', childNow: { where: 'ბაღი' } },
    identity: { known: 'known', description: 'ლურჯი ჩანთა' },
  },
  relatedChildren: [{ role: 'at-home', givenName: 'ლუკა' }],
  safeContact: { person: 'ბებია', phone: '555 11 22 33', never: 'საღამოს' },
  forms: ['physical', 'neglect'],
  immediateDanger: 'yes',
  lastIncidentAt: { at: '2026-11-19', precision: 'day' },
  allegedPerpetrators: [{ relation: 'step-parent', name: 'გ.', employer: 'police' }],
  childsOwnWords: '„არ მინდა სახლში“',
  narrativeLanguage: 'az',
  injuryVisible: 'yes',
  toldBefore: ['დამრიგებელი'],
  onBehalfOf: { agency: 'ngo-zestaponi', mayBeTold: false },
  reporter: { mode: 'masked', name: 'თ.', role: 'მასწავლებელი', phone: '112' },
});

const fullEarly = anEarlySubmission({
  narrative: 'ოჯახს უჭირს.',
  indicators: [{ code: 'works', answer: 'yes', evidence: 'ბაზარში' }, ...answers().slice(1, 4)],
  worry: 3,
  child: { givenName: 'ლუკა', needs: ['speech'], municipality: 'kutaisi' },
});

describe('the groups of a submission', () => {
  it.each([
    ['violence', full],
    ['early identification', fullEarly],
    ['as little as can be sent', aViolenceSubmission()],
  ])('hold all that was sent: %s', (_, submission) => {
    const kept = leaves(detailsOf(submission));
    expect(kept).toEqual(expect.arrayContaining(sentLeaves(submission)));
  });

  it('hold each field once', () => {
    const names = Object.values(detailsOf(full)).flatMap((group) => Object.keys(group));
    expect(names).toEqual([...new Set(names)]);
  });

  it.each([full, fullEarly])('are what is read back', (submission) => {
    const stored: unknown = JSON.parse(JSON.stringify(detailsOf(submission)));
    expect(Details.partial().parse(stored)).toEqual(stored);
  });

  it('keep apart what different agencies may know', () => {
    const { narrative, identity, concern, medical, whereabouts, reporter } = detailsOf(full);
    expect(narrative).toEqual({ narrative: full.narrative, narrativeLanguage: 'az' });
    expect(detailsOf(full)['childs-own-words']).toEqual({ childsOwnWords: full.childsOwnWords });
    expect(JSON.stringify([identity, concern, medical, whereabouts])).not.toContain('მასწავლებელი');
    expect(JSON.stringify([concern, medical, whereabouts, reporter])).not.toContain('01001001001');
    expect(identity).not.toHaveProperty('needs');
    expect(medical).toEqual({
      injuryVisible: 'yes',
      selfHarmRisk: 'unknown',
      needs: ['hearing'],
    });
  });

  it('say nothing of what was not asked: early identification takes danger for unknown', () => {
    expect(detailsOf(fullEarly).concern).toMatchObject({ immediateDanger: 'unsure', forms: [] });
    expect(detailsOf(fullEarly).medical?.injuryVisible).toBe('unknown');
    expect(detailsOf(fullEarly)).not.toHaveProperty('contact');
  });

  it('leave out a group of which nothing was said', () => {
    expect(Object.keys(detailsOf(aViolenceSubmission())).toSorted()).toEqual([
      'concern',
      'family',
      'identity',
      'medical',
      'narrative',
      'reporter',
      'whereabouts',
    ]);
  });

  it('keep every answer of the form, in its order', () => {
    const anyAnswers = fc.array(
      fc.record({
        code: fc.constantFrom(...answers().map(({ code }) => code)),
        answer: fc.constantFrom('yes' as const, 'no' as const, 'not-known' as const),
      }),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(anyAnswers, (indicators) => {
        expect(detailsOf(anEarlySubmission({ indicators })).concern?.indicators).toEqual(
          indicators,
        );
      }),
      { numRuns: 20 },
    );
  });
});
