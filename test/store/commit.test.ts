import { describe, expect, it } from 'vitest';
import { endClock } from '../../shared/domain/clock/state.ts';
import type { Kept } from '../../shared/domain/journal/decision.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { Task } from '../../shared/domain/task/task.ts';
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

/** The task as the next reader gets it back from the store. */
const stored = (task: Task): Task => {
  const [state] = writes(task);
  return Task.parse(state?.as(TABLE).Put?.Item);
};
const due = later({ hours: 1 });
const id = aTask().id;
const OPEN = `LIST#${POLICE}#open`;
const ENDED = `LIST#${POLICE}#ended`;

describe('an agency’s list', () => {
  it('shows a new task under its deadline, linked from its case', () => {
    const task = aTask({ id, deadline: due });
    expect(placesOf('list', task)).toEqual([`put ${OPEN} ${due}#${id}`]);
    expect(placesOf('link', task)).toEqual([`put CASE#${task.case} LINK#task#${id}`]);
  });

  it('links a task without a case from its referral', () => {
    const task = aTask({ id, case: undefined });
    expect(placesOf('link', task)).toEqual([`put REFERRAL#${task.referral} LINK#task#${id}`]);
  });

  it('shows what has no deadline last', () => {
    expect(placesOf('list', aTask({ id }))).toEqual([`put ${OPEN} 9999#${id}`]);
  });

  it.each<[string, Partial<Task>, Partial<Task>, string[]]>([
    [
      'moves with a new deadline',
      { deadline: due },
      { deadline: NOW },
      [`put ${OPEN} ${NOW}#${id}`, `remove ${OPEN} ${due}#${id}`],
    ],
    [
      'moves with a deadline that fell away',
      { deadline: due },
      { deadline: undefined },
      [`put ${OPEN} 9999#${id}`, `remove ${OPEN} ${due}#${id}`],
    ],
    [
      'stays where it is when neither changes',
      { deadline: due },
      { deadline: due },
      [`put ${OPEN} ${due}#${id}`],
    ],
    [
      'goes over to what has ended',
      { deadline: due },
      { deadline: undefined, status: 'completed' },
      [`put ${ENDED} 9999#${id}`, `remove ${OPEN} ${due}#${id}`],
    ],
    [
      'of a rejected task keeps the deadline until another has accepted',
      { deadline: due },
      { deadline: due, status: 'rejected' },
      [`put ${ENDED} ${due}#${id}`, `remove ${OPEN} ${due}#${id}`],
    ],
    [
      'of a rejected task leaves no second entry behind when that deadline goes',
      { deadline: due, status: 'rejected' },
      { deadline: undefined, status: 'rejected' },
      [`put ${ENDED} 9999#${id}`, `remove ${ENDED} ${due}#${id}`],
    ],
  ])('%s', (_, before, after, expected) => {
    const was = stored(aTask({ id, version: 4, ...before }));
    expect(placesOf('list', { ...was, ...after, version: 5 })).toEqual(expected);
  });

  it('carries list fields only, nothing sealed', () => {
    const sealed = { key: new Uint8Array([1]), groups: {} };
    const entry =
      written(aTask({ id, sealed })).find(({ what }) => what === 'list')?.Put?.Item ?? {};
    expect(Object.keys(entry)).not.toContain('sealed');
    expect(entry).toMatchObject({ gsi1pk: OPEN, gsi1sk: `9999#${id}`, kind: 'register-report' });
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
