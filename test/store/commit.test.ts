import { describe, expect, it } from 'vitest';
import { endClock } from '../../shared/domain/clock/state.ts';
import type { Kept } from '../../shared/domain/journal/decision.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import { StoredClock } from '../../shared/store/clock-item.ts';
import { writesOf } from '../../shared/store/commit.ts';
import { eventKey } from '../../shared/store/keys.ts';
import {
  aCase,
  aClock,
  aFeedback,
  anEvent,
  aPrincipal,
  aReferral,
  aReferralId,
  aReferralInProgress,
  aTask,
  LEAD,
  later,
  NOW,
  POLICE,
  SCHOOL,
} from '../build.ts';

const TABLE = 'hub';
const writes = (...kept: Kept[]) => writesOf({ kept, events: [] });
const written = (...kept: Kept[]) =>
  writes(...kept).map((write) => ({ ...write.as(TABLE), what: write.what }));
const eventWrites = (event: JournalEvent) => writesOf({ kept: [], events: [event] });
const place = ({ key }: { key: { pk: string; sk: string } }) => `${key.pk} ${key.sk}`;
const placesOf = (what: string, ...kept: Kept[]) =>
  writes(...kept)
    .filter((write) => write.what === what)
    .map((write) => `${write.as(TABLE).Delete ? 'remove' : 'put'} ${place(write)}`);

const due = later({ hours: 1 });
const id = aTask().id;
const OPEN = `LIST#${POLICE}#open`;
const ENDED = `LIST#${POLICE}#ended`;

/** Where the agency's list shows a task. */
const shown = (task: Task): string => {
  const { gsi1pk, gsi1sk } = written(task)[0]?.Put?.Item ?? {};
  return `${gsi1pk} ${gsi1sk}`;
};

describe('an agency’s list', () => {
  it('shows a new task under its deadline, linked from its case', () => {
    const task = aTask({ id, deadline: due });
    expect(shown(task)).toBe(`${OPEN} ${due}#${id}`);
    expect(placesOf('link', task)).toEqual([`put CASE#${task.case} LINK#task#${id}`]);
  });

  it('links a task without a case from its referral', () => {
    const task = aTask({ id, case: undefined });
    expect(placesOf('link', task)).toEqual([`put REFERRAL#${task.referral} LINK#task#${id}`]);
  });

  it.each<[string, Partial<Task>, string]>([
    ['shows what has no deadline last', {}, `${OPEN} 9999#${id}`],
    ['moves with a new deadline', { deadline: NOW }, `${OPEN} ${NOW}#${id}`],
    ['goes over to what has ended', { status: 'completed' }, `${ENDED} 9999#${id}`],
    [
      'of a rejected task keeps the deadline until another has accepted',
      { deadline: due, status: 'rejected' },
      `${ENDED} ${due}#${id}`,
    ],
    ['goes with the task to another agency', { agency: LEAD }, `LIST#${LEAD}#open 9999#${id}`],
  ])('%s, and is the task itself: no entry is left behind', (_, over, expected) => {
    const task = aTask({ id, version: 4, ...over });
    expect(shown(task)).toBe(expected);
    expect(written(task)).toHaveLength(1);
  });
});

describe('each state', () => {
  const states: readonly (readonly [string, Kept, Kept])[] = [
    ['a referral', aReferral(), aReferralInProgress({ version: 2 })],
    ['a case', aCase(), aCase({ version: 2 })],
    ['a task', aTask(), aTask({ version: 2 })],
    ['feedback', aFeedback(), aFeedback({ version: 2 })],
    ['a clock', aClock(), { ...aClock(), version: 2 }],
  ];

  it.each(states)(
    'of %s must be new as a first version, and else replace exactly the one before',
    (_, first, second) => {
      expect(written(first)[0]?.Put).toMatchObject({
        ConditionExpression: 'attribute_not_exists(pk)',
      });
      expect(written(second)[0]?.Put).toMatchObject({
        ConditionExpression: 'version = :read',
        ExpressionAttributeValues: { ':read': 1 },
      });
    },
  );

  it('of a referral stands in the list of its agency by time, in no other', () => {
    const referral = aReferral();
    expect(written(referral)[0]?.Put?.Item).toMatchObject({
      pk: `REFERRAL#${referral.id}`,
      sk: 'STATE',
      gsi1pk: `REFERRER#${SCHOOL}`,
      gsi1sk: `${NOW}#${referral.id}`,
    });
  });

  it('of a case is linked to its referral, once', () => {
    const opened = aCase();
    expect(placesOf('link', opened)).toEqual([
      `put CASE#${opened.id} LINK#referral#${opened.referral}`,
    ]);
    expect(placesOf('link', { ...opened, version: 2 })).toEqual([]);
  });
});

describe('a clock', () => {
  const item = (clock: Kept) => written(clock)[0]?.Put?.Item;

  it('is read back as it was written', () => {
    const clock = aClock();
    expect(StoredClock.parse(item(clock))).toEqual(clock);
    expect(item(clock)).not.toHaveProperty('points');
    expect(() => StoredClock.parse({ ...item(clock), plan: '{}' })).toThrow();
  });

  it('is due at its next point', () => {
    const clock = aClock();
    expect(item(clock)?.gsi2sk).toBe(`${clock.points[0]?.at}#${clock.subject.id}#received`);
    expect(item({ ...clock, fired: 2 })?.gsi2sk).toContain(clock.points[2]?.at);
    expect(item(clock)?.gsi2pk).toMatch(/^DUE#[0-3]$/);
  });

  it('leaves the due index when it has ended or said all', () => {
    const clock = aClock();
    expect(item(endClock(clock, NOW))).not.toHaveProperty('gsi2pk');
    expect(item({ ...clock, fired: clock.points.length })).not.toHaveProperty('gsi2sk');
  });

  it('stays in one shard for its whole life', () => {
    const clock = aClock();
    expect(item({ ...clock, fired: 2 })?.gsi2pk).toBe(item(clock)?.gsi2pk);
  });
});

describe('an event', () => {
  it('stands beside its subject at the version it made', () => {
    const event = anEvent({ version: 42 });
    expect(eventKey(event)).toEqual({ pk: `TASK#${event.subject.id}`, sk: 'EVENT#000042' });
  });

  it('of a clock has a place of its own: it shares the subject, not its version', () => {
    const event = anEvent({ version: 2, clock: 'received' });
    expect(eventKey(event).sk).toBe('EVENT#CLOCK#received#000002');
    expect(eventKey({ ...event, clock: 'decide' })).not.toEqual(eventKey(event));
  });

  it('brings one outbox item for each message it owes, due again in a minute', () => {
    const event = anEvent({ to: [POLICE, LEAD] });
    const [own, ...outbox] = eventWrites(event);
    expect(own?.what).toBe('event');
    expect(outbox.map(place)).toEqual([
      `OUTBOX#${event.id} feed#${POLICE}`,
      `OUTBOX#${event.id} feed#${LEAD}`,
    ]);
    for (const { what, as } of outbox) {
      expect(what).toBe('outbox');
      expect(as(TABLE).Put).toMatchObject({
        ConditionExpression: 'attribute_not_exists(pk)',
        Item: { owedSince: NOW },
      });
      expect(String(as(TABLE).Put?.Item?.gsi2sk)).toContain(later({ minutes: 1 }));
    }
  });

  it('of a submission owes its routing', () => {
    const subject = { kind: 'referral' as const, id: aReferralId() };
    const event = anEvent({ type: 'referral.submitted', subject, to: [] });
    expect(eventWrites(event).map(({ what }) => what)).toEqual(['event', 'outbox']);
  });

  it('keeps of who decided only the account and the agency', () => {
    const [own] = eventWrites(anEvent({ by: aPrincipal(LEAD, { roles: ['supervisor'] }) }));
    expect(own?.as(TABLE).Put?.Item?.by).toEqual({ sub: `sub-${LEAD}`, agency: LEAD });
  });
});

describe('a child nobody has answered for', () => {
  const of = (clock: ReturnType<typeof aClock>) => written(clock)[0]?.Put?.Item;
  const opened = aCase().id;
  const subject = { kind: 'case' as const, id: opened };

  it.each(['received', 'safety-decision', 'child-seen'] as const)(
    'is found by its running clock of %s, under its deadline, until the clock ends',
    (name) => {
      const clock = aClock(name, { subject, case: opened });
      expect(of(clock)).toMatchObject({
        gsi1pk: 'UNANSWERED',
        gsi1sk: `${clock.dueAt}#${opened}#${name}`,
      });
      expect(of(endClock(clock, NOW))).not.toHaveProperty('gsi1pk');
    },
  );

  it('is not found by what guards nobody, by other clocks, or without a case', () => {
    const calm = aClock('received', { subject, case: opened, guardsChild: false });
    const others = [calm, aClock('act', { subject, case: opened }), aClock('received')];
    for (const clock of others) expect(of(clock)).not.toHaveProperty('gsi1pk');
  });
});
