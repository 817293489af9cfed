import { describe, expect, it } from 'vitest';
import { checkSafetyDecision } from '../../../shared/domain/safety/check.ts';
import { SafetyDecisionRequest } from '../../../shared/domain/safety/request.ts';
import { georgiaAt, later, NOW, refusalOf } from '../../build.ts';
import { asked, notSeenSent, type SeenSent, seenSent } from '../../safety.ts';

const AT = later({ hours: 2 });
const circumstances = { reportedAt: NOW, at: AT, accusedAtHome: 'unknown' as const };
const seen = (over: Partial<SeenSent>, more: Partial<typeof circumstances> = {}) => {
  const sent = seenSent(AT, { childSeenAt: later({ hours: 1 }), ...over });
  return checkSafetyDecision(asked(sent), { ...circumstances, ...more }, georgiaAt());
};
const within = (hours: number) => later({ hours }, AT);

describe('a decision on safety', () => {
  it('is taken as people send it, with times of any offset', () => {
    expect(() => seen({ childSeenAt: '2026-11-20T18:30:00+04:00' })).not.toThrow();
    expect(asked(seenSent('2026-11-20T18:30:00+04:00'))).toMatchObject({
      childSeenAt: '2026-11-20T14:30:00.000Z',
      seenBy: { name: 'გიორგი' },
    });
  });

  it.each<[string, Partial<SeenSent>, string, string]>([
    ['a child not seen yet', { childSeenAt: within(1) }, 'in-the-future', '/childSeenAt'],
    [
      'a child seen before anybody told',
      { childSeenAt: later({ minutes: -1 }) },
      'seen-before-report',
      '/childSeenAt',
    ],
    ['a review that has passed', { reviewBy: AT }, 'in-the-past', '/reviewBy'],
    ['a review too far off', { reviewBy: within(169) }, 'review-too-late', '/reviewBy'],
    ['an unknown place', { where: 'moon' }, 'unknown-code', '/where'],
    ['an unknown bed', { sleepsTonight: 'moon' }, 'unknown-code', '/sleepsTonight'],
    ['an unknown measure', { measures: [{ kind: 'prayer' }] }, 'unknown-code', '/measures/0/kind'],
    [
      'a measure that has run out',
      { measures: [{ kind: 'placement', validUntil: AT }] },
      'in-the-past',
      '/measures/0/validUntil',
    ],
    [
      'an order against nobody',
      { measures: [{ kind: 'protective-order', validUntil: within(48) }] },
      'measure-incomplete',
      '/measures/0/against',
    ],
    [
      'an order without an end',
      { measures: [{ kind: 'restraining-order', against: 'მამა' }] },
      'measure-incomplete',
      '/measures/0/validUntil',
    ],
  ])('refuses %s', (_, over, code, pointer) => {
    expect(refusalOf(() => seen(over))).toEqual({ code, hindrances: [{ pointer, code }] });
  });

  it.each([
    ['home', 'yes', 24],
    ['home', 'unknown', 24],
    ['home', 'no', 168],
    ['home-with-plan', 'unknown', 72],
    ['home-with-plan', 'no', 168],
    ['unknown', 'no', 12],
    ['hospital', 'yes', 72],
    ['foster', 'yes', 720],
  ] as const)(
    'for a child that sleeps: %s, accused at home: %s, is looked at within %i hours',
    (sleepsTonight, accusedAtHome, hours) => {
      const more = { accusedAtHome: accusedAtHome as 'unknown' };
      expect(() => seen({ sleepsTonight, reviewBy: within(hours) }, more)).not.toThrow();
      const late = refusalOf(() => seen({ sleepsTonight, reviewBy: within(hours + 1) }, more));
      expect(late.code).toBe('review-too-late');
    },
  );

  it('takes a restraining order of a month, and none that is longer', () => {
    const order = (validUntil: string) =>
      seen({ measures: [{ kind: 'restraining-order', against: 'მამა', validUntil }] });
    expect(() => order('2026-12-20T15:40:00Z')).not.toThrow();
    expect(refusalOf(() => order('2026-12-20T15:41:00Z')).code).toBe('measure-too-long');
  });

  it('names all that is wrong at once', () => {
    const all = refusalOf(() => seen({ where: 'moon', reviewBy: AT }));
    expect(all).toEqual({
      code: 'body-invalid',
      hindrances: [
        { pointer: '/where', code: 'unknown-code' },
        { pointer: '/reviewBy', code: 'in-the-past' },
      ],
    });
  });

  it('knows the alleged perpetrators of the case by their numbers', () => {
    const validUntil = within(48);
    const sent = seenSent(AT, {
      measures: [{ kind: 'protective-order', against: 2, validUntil }],
    });
    const against = (perpetrators?: number[]) =>
      checkSafetyDecision(asked(sent), { ...circumstances, perpetrators }, georgiaAt());
    expect(() => against([1, 2])).not.toThrow();
    expect(() => against()).not.toThrow();
    expect(refusalOf(() => against([1])).hindrances).toEqual([
      { pointer: '/measures/0/against', code: 'unknown-code' },
    ]);
  });

  it('says none of the measures, or which, never both', () => {
    const both = seenSent(AT, { measures: [{ kind: 'none' }, { kind: 'separation' }] });
    expect(SafetyDecisionRequest.safeParse(both).success).toBe(false);
    expect(SafetyDecisionRequest.safeParse(seenSent(AT, { measures: [] })).success).toBe(false);
  });
});

describe('a child that was not seen', () => {
  const missed = (over: Parameters<typeof notSeenSent>[1]) =>
    checkSafetyDecision(asked(notSeenSent(AT, over)), circumstances, georgiaAt());

  it.each([
    ['a reason of one’s own', { notSeen: 'busy' }, 'unknown-code'],
    ['a visit to come', { triedAt: within(1) }, 'in-the-future'],
    ['a visit before the report', { triedAt: later({ minutes: -1 }) }, 'seen-before-report'],
    ['a look far off', { reviewBy: within(13) }, 'review-too-late'],
  ])('is not excused by %s', (_, over, code) => {
    expect(refusalOf(() => missed(over)).code).toBe(code);
  });

  it('is said with a code, a time and when somebody tries again', () => {
    expect(() => missed({ where: 'home', reviewBy: within(12) })).not.toThrow();
  });
});
