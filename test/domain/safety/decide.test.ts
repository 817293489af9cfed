import { describe, expect, it } from 'vitest';
import { clockNameOf } from '../../../shared/domain/clock/definition.ts';
import { nextPoint } from '../../../shared/domain/clock/state.ts';
import { lapseOf, refuseUndecided, seenSince } from '../../../shared/domain/safety/decision.ts';
import {
  agency,
  aViolenceSubmission,
  georgiaAt,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';
import { type Memory, routed } from '../../memory.ts';
import { aDecision, decideIn, notSeenSent, seenSent } from '../../safety.ts';

const PROSECUTOR = agency('prosecutor-imereti');
const AT = later({ hours: 3 });
const opened = () => routed(aViolenceSubmission()).memory;
const ofCase = (memory: Memory) => memory.clocksOf(memory.case ?? { id: memory.referral.id });
const states = (memory: Memory) =>
  Object.fromEntries(
    ofCase(memory).map(({ name, endedAt }) => [name, endedAt === undefined ? 'running' : 'ended']),
  );
const order = (validUntil: string) => ({
  kind: 'restraining-order',
  against: 'მამა',
  validUntil,
});

describe('a child that was seen', () => {
  it('ends both clocks that waited for it; review and each measure become clocks of the case', () => {
    const memory = opened();
    const ends = later({ hours: 240 }, AT);
    const measures = [order(ends), { kind: 'separation', against: 'მამა' }];
    decideIn(memory, seenSent(AT, { measures, reviewBy: later({ hours: 72 }, AT) }), AT);
    expect(states(memory)).toEqual({
      'child-seen': 'ended',
      'safety-decision': 'ended',
      'safety-review-1': 'running',
      'measure-ends-1-1': 'running',
    });
    const [review, measure] = ofCase(memory).filter(({ endedAt }) => !endedAt);
    expect(review).toMatchObject({ dueAt: later({ hours: 72 }, AT), holder: LEAD });
    expect(measure?.dueAt).toBe(ends);
    for (const clock of [review, measure]) {
      expect(clock?.guardsChild).toBe(true);
      expect(clock?.points.at(-1)).toMatchObject({ role: 'national-duty', by: 'call' });
      expect(clock && nextPoint(clock)).toBeDefined();
    }
  });

  it('keeps codes and a seal, and tells that it was decided without telling what', () => {
    const memory = opened();
    decideIn(memory, seenSent(AT, { measures: [order(later({ hours: 48 }, AT))] }), AT);
    const [decision] = memory.decisions;
    expect(decision).toMatchObject({ number: 1, version: 1, by: { agency: LEAD } });
    expect(JSON.stringify(decision)).not.toMatch(/მამა|ბებია|გიორგი/);
    const told = memory.events.find(({ type }) => type === 'safety.decided');
    expect(told).toMatchObject({ version: 2, codes: { number: '1', result: 'seen' } });
    expect(JSON.stringify(told)).not.toMatch(/protective-relative|restraining/);
    expect(memory.case?.version).toBe(2);
  });

  it('is what the lead’s list shows next', () => {
    const memory = opened();
    const before = memory.lead.deadline;
    decideIn(memory, seenSent(AT, { reviewBy: later({ hours: 5 }, AT) }), AT);
    const own = memory.clocksOf(memory.lead).filter(({ endedAt }) => !endedAt);
    const running = [...own, ...ofCase(memory).filter(({ endedAt }) => !endedAt)];
    expect(memory.lead.deadline).toBe(running.map(({ dueAt }) => dueAt).toSorted()[0]);
    expect(memory.lead.version).toBe(2);
    expect(before).toBeDefined();
  });

  it('replaces the decision before, and no deadline of that one moves', () => {
    const memory = opened();
    decideIn(memory, seenSent(AT, { measures: [order(later({ hours: 240 }, AT))] }), AT);
    const first = ofCase(memory);
    const next = later({ hours: 20 }, AT);
    decideIn(memory, seenSent(next, { measures: [order(later({ hours: 500 }, next))] }), next);
    expect(states(memory)).toMatchObject({
      'safety-review-1': 'ended',
      'measure-ends-1-1': 'ended',
      'safety-review-2': 'running',
      'measure-ends-2-1': 'running',
    });
    for (const { name, dueAt } of first) {
      expect(ofCase(memory).find((clock) => clock.name === name)?.dueAt).toBe(dueAt);
    }
  });
});

describe('a child that was not seen', () => {
  it.each([
    ['not-found', 'find-child', 'authorise-search'],
    ['entry-refused', 'enter-home', 'authorise-entry'],
  ])(
    '%s: police and prosecutor are asked at once, urgently, with what to do',
    (notSeen, police, prosecutor) => {
      const memory = opened();
      const before = memory.tasks.length;
      decideIn(memory, notSeenSent(AT, { notSeen }), AT);
      const sent = memory.tasks.slice(before);
      expect(sent).toMatchObject([
        { kind: police, agency: POLICE, urgency: 'urgent', status: 'requested' },
        { kind: prosecutor, agency: PROSECUTOR, urgency: 'urgent', status: 'requested' },
      ]);
      for (const task of sent) {
        expect(task.instructions).toContain('call-lead-first');
        const received = memory.clocksOf(task).find(({ name }) => name === 'received');
        expect(received).toMatchObject({ guardsChild: true, dueAt: later({ minutes: 15 }, AT) });
      }
      expect(memory.decisions[0]).toMatchObject({ opened: sent.map(({ id }) => id) });
      const told = memory.events.filter(({ type, at }) => type === 'task.requested' && at === AT);
      expect(told.map(({ to }) => to)).toEqual([[POLICE], [PROSECUTOR]]);
    },
  );

  it('leaves the clocks running that wait for it to be seen', () => {
    const memory = opened();
    decideIn(memory, notSeenSent(AT), AT);
    expect(states(memory)).toEqual({
      'child-seen': 'running',
      'safety-decision': 'running',
      'safety-review-1': 'running',
    });
  });

  it('ends no order: nobody being at home changes nothing about it', () => {
    const memory = opened();
    decideIn(memory, seenSent(AT, { measures: [order(later({ hours: 240 }, AT))] }), AT);
    const next = later({ hours: 20 }, AT);
    decideIn(memory, notSeenSent(next), next);
    expect(states(memory)).toMatchObject({
      'safety-review-1': 'ended',
      'measure-ends-1-1': 'running',
      'safety-review-2': 'running',
    });
    expect(lapseOf(memory.decisions, next)).toBe('safety-decision-missing');
  });

  it('asks nobody twice while they are at it', () => {
    const memory = opened();
    decideIn(memory, notSeenSent(AT), AT);
    const once = memory.tasks.length;
    decideIn(memory, notSeenSent(AT), later({ minutes: 30 }, AT));
    expect(memory.tasks).toHaveLength(once);
    decideIn(memory, notSeenSent(AT, { notSeen: 'entry-refused' }), later({ minutes: 40 }, AT));
    expect(memory.tasks).toHaveLength(once + 2);
  });

  it('sends nobody who employs an alleged perpetrator', () => {
    const memory = opened();
    decideIn(memory, notSeenSent(AT), AT, { excluded: [POLICE] });
    const sent = memory.tasks.filter(({ rule }) => /^not-seen|^unrouted/.test(rule));
    expect(sent.map((task) => task.agency)).not.toContain(POLICE);
    expect(sent.map((task) => task.agency)).toContain(PROSECUTOR);
    expect(sent).toHaveLength(2);
  });

  it('calls the national desk where nobody is left to send', () => {
    const memory = opened();
    const every = georgiaAt()
      .agencies.filter(({ kind }) => ['police', 'prosecutor'].includes(kind))
      .map(({ id }) => id);
    decideIn(memory, notSeenSent(AT), AT, { excluded: every });
    const sent = memory.tasks.filter(({ createdAt }) => createdAt === AT);
    expect(sent.map((task) => task.agency)).toContain(NATIONAL);
    expect(sent.every(({ role }) => role === 'participant')).toBe(true);
  });
});

describe('a decision counts', () => {
  const order2 = { kind: 'restraining-order', validUntil: later({ hours: 50 }) };
  it.each([
    ['none was made', [], NOW, 'safety-decision-missing'],
    ['it stands', [aDecision()], NOW, undefined],
    ['its review is due', [aDecision()], later({ hours: 100 }), 'safety-review-overdue'],
    [
      'its order ran out',
      [aDecision({ measures: [order2] })],
      later({ hours: 50 }),
      'measure-ended',
    ],
    [
      'an earlier order ran out',
      [aDecision({ measures: [order2] }), aDecision({ number: 2 })],
      later({ hours: 60 }),
      undefined,
    ],
  ])('when %s', (_, decisions, at, lapse) => {
    expect(lapseOf(decisions, at)).toBe(lapse);
  });

  it('or the assessment of safety is not done', () => {
    expect(() => refuseUndecided([aDecision()], NOW)).not.toThrow();
    expect(refusalOf(() => refuseUndecided([], NOW))).toEqual({
      code: 'safety-decision-missing',
      hindrances: [{ pointer: 'safety/decision', code: 'safety-decision-missing' }],
    });
  });

  it('for the last report only where the child was seen after it', () => {
    const seen = [aDecision({ childSeenAt: NOW })];
    expect(seenSince(seen, NOW)).toBe(true);
    expect(seenSince(seen, later({ seconds: 1 }))).toBe(false);
  });

  it('by a name that has a definition, however many there are', () => {
    expect(['measure-ends-12-3', 'safety-review-1', 'child-seen'].map(clockNameOf)).toEqual([
      'measure-ends',
      'safety-review',
      'child-seen',
    ]);
  });
});
