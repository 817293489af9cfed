import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../shared/domain/clock/state.ts';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import { handOver } from '../../../shared/domain/move/hand-over.ts';
import { type Move, openMoves } from '../../../shared/domain/move/move.ts';
import { destinationOf, recordMove } from '../../../shared/domain/move/record-move.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  aCase,
  agency,
  anEventId,
  aReferralInProgress,
  aSealed,
  aTask,
  aTaskId,
  clocksOf,
  georgiaAt,
  LEAD,
  later,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';
import { checkedWrites } from '../../memory.ts';

const edition = georgiaAt();
const NEW = agency('agency-tbilisi');
const opened = aCase();
const referral = aReferralInProgress({ id: opened.referral, case: opened.id });
const by = { sub: 's', agency: LEAD };

type Over = Partial<Parameters<typeof recordMove>[0]>;
const moved = (to: string, over: Over = {}) =>
  recordMove(
    {
      ...{ case: opened, referral, tasks: [], number: 1, since: '2026-11-19', source: 'school' },
      ...{ destination: destinationOf(to, opened, edition), by, at: NOW, sealed: undefined },
      ...{ newTask: aTaskId, newEvent: anEventId, ...over },
    },
    edition,
  );
const tasksIn = ({ kept }: Decision) => kept.filter((one): one is Task => one.what === 'task');
const clocksIn = ({ kept }: Decision) => kept.filter((one): one is Clock => one.what === 'clock');
const moveIn = ({ kept }: Decision): Move => {
  const move = kept.find((one): one is Move => one.what === 'move');
  if (!move) throw new Error('no move');
  return move;
};

describe('a move', () => {
  const decision = moved('თბილისი');

  it('asks the unit there at once, by whatever name the place was given', () => {
    expect(tasksIn(decision)).toMatchObject([
      { kind: 'take-over-case', agency: NEW, role: 'lead', urgency: 'urgent', requestedBy: LEAD },
    ]);
    const due = clocksIn(decision).find(({ name }) => name === 'received')?.dueAt;
    expect(due).toBe(later({ minutes: 15 }));
    expect(checkedWrites(decision).length).toBeLessThan(50);
  });

  it('leaves the lead as it is, and knows where the child is', () => {
    expect(decision.kept[0]).toEqual({ ...opened, version: 2, municipality: 'tbilisi' });
    expect(moveIn(decision)).toMatchObject({ from: LEAD, to: NEW, municipality: 'tbilisi' });
    expect(moveIn(decision).handedOverAt).toBeUndefined();
    expect(openMoves([moveIn(decision)])).toEqual([
      { pointer: 'moves/1', code: 'handover-missing' },
    ]);
  });

  it('offers what the lead has not finished, and restarts no deadline', () => {
    const task = aTask({ kind: 'assess-safety', role: 'lead', agency: LEAD, status: 'accepted' });
    const clocks = clocksOf(task, ['received', 'decide']);
    const both = moved('tbilisi', { at: later({ hours: 9 }), unfinished: { task, clocks } });
    const offered = tasksIn(both).find(({ redirectedFrom }) => redirectedFrom === task.id);
    expect(offered).toMatchObject({ kind: 'assess-safety', agency: NEW, role: 'lead' });
    const due = clocksIn(both).filter(({ subject }) => subject.id === offered?.id);
    expect(due.map(({ dueAt }) => dueAt)).toEqual(clocks.map(({ dueAt }) => dueAt));
  });

  it('within the area of the lead asks nobody and leaves nothing open', () => {
    const near = moved('baghdati');
    expect(tasksIn(near)).toEqual([]);
    expect(openMoves([moveIn(near)])).toEqual([]);
  });

  it('asks a unit once, however often it is written down', () => {
    const [first] = tasksIn(decision);
    expect(first && tasksIn(moved('tbilisi', { tasks: [first], number: 2 }))).toEqual([]);
  });

  it('never goes to a unit that employs an alleged perpetrator', () => {
    const shut = { ...opened, excluded: [NEW] };
    const [asked] = tasksIn(moved('tbilisi', { case: shut }));
    expect(asked?.agency).not.toBe(NEW);
  });

  it('is refused of a closed case, to nowhere known, and to who leads no cases', () => {
    const closed = { ...opened, status: 'closed' as const, closedAt: NOW };
    expect(refusalOf(() => moved('tbilisi', { case: closed })).code).toBe('already-closed');
    expect(refusalOf(() => moved('atlantis')).code).toBe('unknown-municipality');
    expect(refusalOf(() => moved('police-imereti')).code).toBe('unknown-agency');
  });
});

describe('a family that is gone', () => {
  const decision = moved('unknown');

  it('is searched for at once; oversight hears of it and watches', () => {
    const search = tasksIn(decision).find(({ kind }) => kind === 'find-child');
    expect(search).toMatchObject({ agency: POLICE, urgency: 'urgent' });
    expect(moveIn(decision)).toMatchObject({ watched: 'families-gone', municipality: 'unknown' });
    const told = decision.events.find(({ type }) => type === 'case.moved');
    expect(told?.to).toContain(NATIONAL);
  });

  it('is no reason to close, until somebody knows the place', () => {
    const gone = moveIn(decision);
    expect(openMoves([gone])).toEqual([{ pointer: 'moves/1', code: 'place-not-known' }]);
    expect(openMoves([gone, moveIn(moved('baghdati', { number: 2 }))])).toEqual([]);
  });

  it('leaves lead and place as they were', () => {
    expect(decision.kept[0]).toEqual({ ...opened, version: 2 });
  });
});

describe('the handover talk', () => {
  const move = moveIn(moved('tbilisi'));
  const [asked] = tasksIn(moved('tbilisi'));
  if (!asked) throw new Error('nobody was asked');
  const task: Task = { ...asked, id: move.task ?? asked.id, status: 'accepted' };
  const led = { ...opened, lead: NEW };
  const talk = (over: Partial<Parameters<typeof handOver>[0]> = {}) =>
    handOver({
      ...{ case: led, move, tasks: [task], clocks: clocksOf(task, ['act']), talkedAt: NOW },
      ...{ by, at: NOW, sealed: aSealed(), newEvent: anEventId, ...over },
    });

  it('ends the work of taking over, with its clocks, and counts the case', () => {
    const { kept, events } = talk();
    expect(kept).toMatchObject([
      { what: 'move', version: 2, handedOverAt: NOW },
      { what: 'case', version: 2 },
      { what: 'task', status: 'completed', outcome: 'handed-over' },
      { what: 'clock', name: 'act', endedAt: NOW },
    ]);
    expect(events.map(({ type }) => type)).toEqual(['case.handed-over', 'task.completed']);
  });

  it('is refused before a person there has accepted, and twice', () => {
    const requested = { ...task, status: 'requested' as const };
    expect(refusalOf(() => talk({ tasks: [requested] })).code).toBe('not-taken-over-yet');
    expect(refusalOf(() => talk({ case: opened })).code).toBe('not-taken-over-yet');
    expect(refusalOf(() => talk({ move: moveIn(moved('unknown')) })).code).toBe(
      'not-taken-over-yet',
    );
    const done = { ...move, handedOverAt: NOW };
    expect(refusalOf(() => talk({ move: done })).code).toBe('already-handed-over');
  });

  it('is with whoever took the work over from the unit asked first', () => {
    const guria = agency('agency-guria');
    const next = { ...task, id: aTaskId(), agency: guria };
    const first = { ...task, status: 'cancelled' as const, replacedBy: next.id };
    const { kept } = talk({ case: { ...opened, lead: guria }, tasks: [first, next] });
    expect(kept).toContainEqual(expect.objectContaining({ id: next.id, status: 'completed' }));
  });
});
