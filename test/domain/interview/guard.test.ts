import { describe, expect, it } from 'vitest';
import type { CaseId } from '../../../shared/domain/ids.ts';
import {
  freed,
  type Guard,
  type GuardedChild,
  openFurther,
  openGuard,
  usedUp,
} from '../../../shared/domain/interview/guard.ts';
import { type Interview, InterviewResult } from '../../../shared/domain/interview/interview.ts';
import { joinGuards } from '../../../shared/domain/interview/join-guards.ts';
import { partGuards } from '../../../shared/domain/interview/part-guards.ts';
import { afterLeaving, settleGuard } from '../../../shared/domain/interview/result.ts';
import { isUnanswered } from '../../../shared/domain/same-child/candidates.ts';
import { aCaseId, agency, aReferralId, georgiaAt, later, NOW, refusalOf } from '../../build.ts';
import { aVisit } from '../../finding.ts';

const ROOT = aCaseId();
const OTHER = aCaseId();
const PROSECUTOR = agency('prosecutor-imereti');
const POLICE = agency('police-imereti');

const aGuard = (visit: Interview, over: Partial<Guard> = {}): Guard => ({
  what: 'one-interview',
  state: 'active',
  interview: visit.id,
  agency: visit.requestedBy,
  child: visit.case,
  episode: 1,
  version: 1,
  persons: [],
  ...over,
});
const child = (over: Partial<GuardedChild> = {}): GuardedChild => ({
  root: ROOT,
  episode: 1,
  persons: [],
  own: undefined,
  ofPerson: [],
  unanswered: false,
  ...over,
});
const opening = { interview: aVisit().id, agency: PROSECUTOR };
const visitOf = (of: CaseId, openedAt = NOW) => aVisit({ case: of, child: of, openedAt });
type UnderWay = Extract<Interview, { status: 'under-way' }>;
const underWay = (of: CaseId, over: Partial<UnderWay> = {}): UnderWay => {
  const booking = 'bkg_22222222222222222222' as UnderWay['booking'];
  return { ...visitOf(of), status: 'under-way', booking, startedAt: NOW, ...over } as UnderWay;
};

describe('opening a visit', () => {
  it('takes the guard of the child and of the person', () => {
    const persons = [{ hash: 'h', of: ROOT }];
    expect(openGuard(child({ persons }), opening)).toMatchObject({
      ...{ state: 'active', child: ROOT, episode: 1, version: 1, persons, ...opening },
    });
  });

  const first = aGuard(visitOf(ROOT));
  it.each<[string, Partial<GuardedChild>, string]>([
    ['while one is active', { own: first }, 'interview-active'],
    ['after one was held', { own: usedUp(first) }, 'interview-used'],
    [
      'while another record of the same person has one',
      { ofPerson: [aGuard(visitOf(OTHER))] },
      'interview-of-same-person',
    ],
  ])('is refused %s, and says only who leads the other visit', (_, facts, code) => {
    const refused = refusalOf(() => openGuard(child(facts), opening));
    expect(refused).toEqual({ code, hindrances: [{ pointer: '/lead', code: POLICE }] });
  });

  it('is refused while it is not said whether another report is about the same child', () => {
    const refused = refusalOf(() => openGuard(child({ unanswered: true, own: first }), opening));
    expect(refused).toEqual({ code: 'same-child-unanswered', hindrances: [] });
  });

  it('once more is refused while none was held, and while one is active', () => {
    expect(refusalOf(() => openFurther(child(), opening)).code).toBe('interview-not-held-yet');
    const refused = refusalOf(() => openFurther(child({ own: first }), opening));
    expect(refused.code).toBe('interview-active');
  });

  it('once more remembers the one that was held, and closing it uses the guard up again', () => {
    const held = usedUp(first);
    const further = openFurther(child({ own: held }), opening);
    expect(further).toMatchObject({ state: 'active', ...opening, version: 3 });
    expect(freed(further)).toEqual({ ...held, version: 4 });
    expect(freed(first)).toBeUndefined();
  });
});

describe('whether another report may be about the same child', () => {
  const [a, b] = [aReferralId(), aReferralId()];
  it.each([
    ['asked of its own report', [{ id: a, earlier: [b] }], [{ id: b }], true],
    ['asked of the other one', [{ id: a }], [{ id: b, earlier: [a] }], true],
    ['answered', [{ id: a, earlier: [b], compared: [b] }], [{ id: b }], false],
    ['answered at the other one', [{ id: a }], [{ id: b, earlier: [a], compared: [a] }], false],
    ['joined already', [{ id: a, earlier: [b] }, { id: b }], [], false],
    ['never asked', [{ id: a }], [{ id: b }], false],
  ])('%s', (_, own, others, unanswered) => {
    expect(isUnanswered(own, others)).toBe(unanswered);
  });
});

describe('the result of an interview', () => {
  const guard = aGuard(visitOf(ROOT));
  it.each(InterviewResult.options)('%s: only a completed one uses up the guard', (result) => {
    const after = settleGuard(guard, result);
    expect(after.state).toBe(result === 'completed' ? 'used' : 'active');
    expect(after.version).toBe(result === 'completed' ? 2 : 1);
  });

  it.each(InterviewResult.options)(
    '%s: the same plan goes on unless it was completed',
    (result) => {
      const left = afterLeaving(underWay(ROOT, { result, endedAt: NOW }), NOW, georgiaAt(), 'eka');
      expect(left.status).toBe(result === 'completed' ? 'ended' : 'planning');
      expect('booking' in left).toBe(result === 'completed');
      expect(left.goesOn).toEqual(
        result === 'continue' ? { since: NOW, until: later({ hours: 14 * 24 }) } : undefined,
      );
      if (result === 'continue') expect(left.interviewer).toBe('eka');
    },
  );
});

describe('joining two records', () => {
  const [older, younger] = [visitOf(ROOT), visitOf(OTHER, later({ hours: 1 }))];
  const side = (root: CaseId, visit: Interview, over: Partial<Guard> = {}) => ({
    root,
    guards: [aGuard(visit, { child: root, ...over })],
    visits: [visit],
  });

  it.each([
    ['the older case', () => joinGuards(side(ROOT, older), side(OTHER, younger))],
    ['the younger case', () => joinGuards(side(OTHER, younger), side(ROOT, older))],
  ])('freezes the later of two active visits, whichever goes on: %s', (_, joined) => {
    const { frozen, after } = joined();
    expect(frozen).toEqual([{ visit: younger, because: older.id }]);
    expect(after.map(({ interview }) => interview)).toEqual([older.id]);
  });

  it('freezes what is planned, however early, where the child was interviewed already', () => {
    const held = { ...underWay(OTHER), status: 'ended', result: 'completed' } as never;
    const used = side(OTHER, held, { state: 'used' });
    const { frozen, after } = joinGuards(side(ROOT, older), used);
    expect(frozen.map(({ visit }) => visit)).toEqual([older]);
    expect(after).toMatchObject([{ state: 'used', child: ROOT }]);
  });

  it('lets the interview that goes on at this moment go on', () => {
    const now = underWay(OTHER, { openedAt: later({ hours: 2 }) });
    expect(joinGuards(side(ROOT, older), side(OTHER, now)).frozen).toMatchObject([
      { visit: { id: older.id }, because: now.id },
    ]);
    const both = () => joinGuards(side(ROOT, underWay(ROOT)), side(OTHER, now));
    expect(refusalOf(both).code).toBe('interview-under-way');
  });

  it('undone, the frozen visit is planned again where its own guard is free', () => {
    const whole = joinGuards(
      side(ROOT, older, { persons: [{ hash: 'a', of: ROOT }] }),
      side(OTHER, younger, { persons: [{ hash: 'b', of: OTHER }] }),
    );
    const stopped = { ...younger, status: 'frozen', frozenAt: NOW, because: older.id } as const;
    const sides = {
      stays: { root: ROOT, cases: [ROOT] },
      goes: { root: OTHER, cases: [OTHER] },
    };
    const parted = (guards: readonly Guard[]) =>
      partGuards({ guards, visits: [older, stopped], ...sides });
    const { resumed, after } = parted(whole.after);
    expect(resumed).toEqual([stopped]);
    expect(after.map(({ interview, persons }) => [interview, persons[0]?.hash])).toEqual([
      [older.id, 'a'],
      [younger.id, 'b'],
    ]);
    // The same number in both: to the person the other visit is still the one.
    const same = whole.after.map((one) => ({
      ...one,
      persons: [
        { hash: 'a', of: ROOT },
        { hash: 'a', of: OTHER },
      ],
    }));
    expect(parted(same).resumed).toEqual([]);
  });
});
