import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detailsOf } from '../../../shared/domain/referral/details.ts';
import type { ReferralSubmission } from '../../../shared/domain/referral/submission.ts';
import { factsOf } from '../../../shared/domain/routing/facts.ts';
import {
  anEarlySubmission,
  answers,
  aViolenceSubmission,
  georgiaAt,
  instrument,
  NOW,
} from '../../build.ts';
import { anyEarly, anySubmission } from '../../submissions.ts';

const edition = georgiaAt();
const factsOfSent = (submission: ReferralSubmission, submittedAt = NOW) =>
  factsOf({ kind: submission.kind, submittedAt }, detailsOf(submission), edition).facts;
type Sent = Parameters<typeof aViolenceSubmission>[0];
const codes = instrument.indicators.map(({ code }) => code);

describe('the facts of a violence referral', () => {
  it('take what is missing for unknown, and danger for unsure', () => {
    expect(factsOfSent(aViolenceSubmission())).toEqual({
      kind: 'violence',
      forms: [],
      immediateDanger: 'unsure',
      injuryVisible: 'unknown',
      selfHarmRisk: 'unknown',
      identity: 'partly',
      accusedLivesWithChild: 'unknown',
      accusedEmployerKinds: [],
      accusedRelations: [],
      excluded: [],
      needs: [],
      relatedRoles: [],
      dangerIndicator: 'no',
      unknownShareHigh: 'no',
      hoursSinceLastIncident: undefined,
      ageYears: undefined,
      level: undefined,
      childNowUntil: undefined,
    });
  });

  it('of a referral nobody could open keep the stricter side', () => {
    expect(factsOf({ kind: 'violence', submittedAt: NOW }, {}, edition).facts).toMatchObject({
      immediateDanger: 'unsure',
      injuryVisible: 'unknown',
      identity: 'unknown',
      accusedLivesWithChild: 'unknown',
    });
  });

  it.each<[string, NonNullable<Sent>['lastIncidentAt'], number | undefined]>([
    ['an hour ago, to the minute', { at: '2026-11-20T12:40:00Z', precision: 'minute' }, 1],
    ['in another zone', { at: '2026-11-20T16:40:00+04:00', precision: 'minute' }, 1],
    ['three hours ago, to the hour', { at: '2026-11-20T10:40:00Z', precision: 'hour' }, 2],
    ['an instant true to the day', { at: '2026-11-17T00:00:00+04:00', precision: 'day' }, 65.666],
    // The day ends at 20:00 UTC.
    ['a date, which counts to its end', { at: '2026-11-19', precision: 'day' }, 17.666],
    ['today, which is not over', { at: '2026-11-20', precision: 'day' }, 0],
    ['a date with a finer precision', { at: '2026-11-19', precision: 'minute' }, 17.666],
    ['a week', { at: '2026-11-19', precision: 'week' }, undefined],
    ['a month', { at: '2026-11-01', precision: 'month' }, undefined],
  ])('count the hours since %s', (_, lastIncidentAt, hours) => {
    const found = factsOfSent(aViolenceSubmission({ lastIncidentAt })).hoursSinceLastIncident;
    if (hours === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(hours, 2);
  });

  it.each<[string, ('yes' | 'no' | 'unknown')[], string]>([
    ['nobody is accused', [], 'unknown'],
    ['one does', ['no', 'yes', 'unknown'], 'yes'],
    ['one may', ['no', 'unknown'], 'unknown'],
    ['none does', ['no', 'no'], 'no'],
  ])('say whether an accused lives with the child: %s', (_, lives, answer) => {
    const allegedPerpetrators = lives.map((livesWithChild) => ({
      relation: 'father',
      livesWithChild,
    }));
    expect(factsOfSent(aViolenceSubmission({ allegedPerpetrators })).accusedLivesWithChild).toBe(
      answer,
    );
  });

  it.each([
    ['police-imereti', ['police']],
    ['police', ['police']],
    ['agency-tbilisi', ['guardianship-body']],
    ['constructor', []],
    ['კერძო კომპანია', []],
    [undefined, []],
  ])('know the employer %s as a kind of agency: %j', (employer, kinds) => {
    const sent = aViolenceSubmission({ allegedPerpetrators: [{ relation: 'father', employer }] });
    expect(factsOfSent(sent).accusedEmployerKinds).toEqual(kinds);
  });

  it.each<[string, NonNullable<NonNullable<Sent>['child']>, number | undefined]>([
    ['an age', { ageYears: 7 }, 7],
    ['a birth date, the day before the birthday', { birthDate: '2016-11-21' }, 9],
    ['a birth date, on the birthday', { birthDate: '2016-11-20' }, 10],
    ['both: the date is surer', { birthDate: '2016-11-20', ageYears: 3 }, 10],
    ['neither', {}, undefined],
  ])('have the age from %s', (_, child, age) => {
    expect(factsOfSent(aViolenceSubmission({ child })).ageYears).toBe(age);
  });

  it('carry codes and numbers only: no sentence, name or place of the submission', () => {
    const sent = aViolenceSubmission({
      narrative: 'Secret-Narrative',
      child: {
        givenName: 'Secret-Name',
        municipality: 'zestaponi',
        whereabouts: { address: 'Secret-Street', childNow: { where: 'Secret-Place' } },
      },
      allegedPerpetrators: [{ relation: 'father', name: 'Secret-Father', employer: 'Secret-Firm' }],
      toldBefore: ['Secret-Teacher'],
    });
    expect(JSON.stringify(factsOfSent(sent))).not.toContain('Secret');
  });
});

describe('the facts of an early identification', () => {
  it.each([
    ['level 1', [], 1, 'no'],
    ['level 2', ['low-income', 'single-parent'], 2, 'no'],
    ['level 3', ['violence-in-family'], 3, 'no'],
    ['level 4 by points', ['violence-in-family', 'fearful-withdrawn', 'harsh-discipline'], 4, 'no'],
    ['level 4 by danger', ['weapon-threat'], 4, 'yes'],
  ])('are of %s', (_, yes, level, dangerIndicator) => {
    expect(factsOfSent(anEarlySubmission({ indicators: answers(yes) }))).toMatchObject({
      level,
      dangerIndicator,
      unknownShareHigh: 'no',
    });
  });

  it('leave it to a person when more than a third is not known', () => {
    const third = Math.floor(codes.length / 3);
    const share = (count: number) =>
      factsOfSent(anEarlySubmission({ indicators: answers([], codes.slice(0, count)) }))
        .unknownShareHigh;
    expect(share(third)).toBe('no');
    expect(share(third + 1)).toBe('yes');
  });

  it('take an answer that was not given for not known', () => {
    const indicators = answers().slice(0, Math.floor(codes.length / 2));
    expect(factsOfSent(anEarlySubmission({ indicators })).unknownShareHigh).toBe('yes');
  });

  it('take the graver of two answers to one question, in either order', () => {
    const rest = answers();
    const asked = (...two: ('yes' | 'no' | 'not-known')[]) =>
      factsOfSent(
        anEarlySubmission({
          indicators: [
            ...rest.filter(({ code }) => code !== 'weapon-threat'),
            ...two.map((answer) => ({ code: 'weapon-threat', answer })),
          ],
        }),
      ).dangerIndicator;
    expect([asked('yes', 'no'), asked('no', 'yes'), asked('yes', 'not-known')]).toEqual([
      'yes',
      'yes',
      'yes',
    ]);
  });

  it('are never lowered by an answer that turns from no to not known', () => {
    fc.assert(
      fc.property(anyEarly, fc.nat(codes.length - 1), (sent, at) => {
        const indicators = sent.indicators.map((one, i) =>
          i === at && one.answer === 'no' ? { ...one, answer: 'not-known' as const } : one,
        );
        const before = factsOfSent(sent);
        const after = factsOfSent({ ...sent, indicators });
        expect(after.level).toBe(before.level);
        if (before.unknownShareHigh === 'yes') expect(after.unknownShareHigh).toBe('yes');
      }),
      { numRuns: 30 },
    );
  });
});

it('facts come from any submission', () => {
  fc.assert(
    fc.property(anySubmission, (sent) => {
      const facts = factsOfSent(sent);
      expect(facts.kind).toBe(sent.kind);
      expect(facts.hoursSinceLastIncident ?? 0).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: 100 },
  );
});
