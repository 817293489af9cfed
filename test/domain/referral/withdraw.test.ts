import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../shared/domain/journal/decision.ts';
import type { RoutedReferral } from '../../../shared/domain/referral/referral.ts';
import {
  consider,
  isConsidered,
  type Statement,
  state,
} from '../../../shared/domain/referral/statement.ts';
import { withdraw } from '../../../shared/domain/referral/withdraw.ts';
import type { Task } from '../../../shared/domain/task/task.ts';
import {
  aCase,
  anEventId,
  aReferralInProgress,
  aSealed,
  aTask,
  aTaskId,
  clocksOf,
  georgiaAt,
  LEAD,
  MUNICIPALITY,
  NATIONAL,
  NOW,
  POLICE,
  refusalOf,
  SCHOOL,
} from '../../build.ts';

const edition = georgiaAt();
const early = aReferralInProgress({
  kind: 'early-identification',
  case: undefined,
  lead: MUNICIPALITY,
});
const task = aTask({ agency: MUNICIPALITY, urgency: 'routine', status: 'on-hold' });
const done = aTask({ status: 'completed' });
const clocks = clocksOf(task, ['act', 'finish']);

const withdrawing = (referral: RoutedReferral = early, reason = 'family-asked') =>
  withdraw(
    {
      referral,
      tasks: [task, done],
      clocks,
      reason,
      by: { sub: 't', agency: SCHOOL },
      at: NOW,
      newEvent: anEventId,
      sealed: aSealed(),
      told: [],
      recalls: [],
    },
    edition,
  );

describe('withdrawing', () => {
  it('ends an early identification with all that is open of it, and nothing that is done', () => {
    const { kept, events } = withdrawing();
    expect(kept).toMatchObject([
      { what: 'referral', status: 'withdrawn', withdrawnFor: 'family-asked', version: 4 },
      { what: 'task', id: task.id, status: 'cancelled', reason: 'withdrawn', version: 2 },
      { what: 'clock', endedAt: NOW },
      { what: 'clock', endedAt: NOW },
    ]);
    expect(events).toMatchObject([
      { type: 'referral.withdrawn', to: [MUNICIPALITY] },
      { type: 'task.cancelled', to: [MUNICIPALITY], subject: { id: task.id }, version: 2 },
    ]);
  });

  it('is for nothing that protects a child', () => {
    expect(refusalOf(() => withdrawing(aReferralInProgress())).code).toBe('violence-not-withdrawn');
    const inDanger = { ...early, case: aCase().id };
    expect(refusalOf(() => withdrawing(inDanger)).code).toBe('case-not-withdrawn');
    const inNeed = { ...early, kind: 'child-in-need' as const };
    expect(refusalOf(() => withdrawing(inNeed)).code).toBe('case-not-withdrawn');
  });

  it('is done once, for a reason of the list', () => {
    const [withdrawn] = withdrawing().kept;
    expect(refusalOf(() => withdrawing(withdrawn as RoutedReferral)).code).toBe('already-closed');
    expect(refusalOf(() => withdrawing(early, 'boredom')).code).toBe('unknown-code');
  });
});

const opened = aCase();
const referral = aReferralInProgress({ case: opened.id });
const stating = (kind: string) =>
  state(
    {
      referral,
      case: opened,
      earlier: [],
      kind,
      by: { sub: 't', agency: SCHOOL },
      at: NOW,
      newEvent: anEventId,
      newTask: aTaskId,
      sealed: undefined,
    },
    edition,
  );
const statementIn = ({ kept }: Decision): Statement =>
  kept.find((one): one is Statement => one.what === 'statement') ?? (undefined as never);
const tasksIn = ({ kept }: Decision): Task[] =>
  kept.filter((one): one is Task => one.what === 'task');

describe('a statement', () => {
  it.each([
    ['mistake', 'high', [LEAD], undefined],
    ['wrong-child', 'urgent', [LEAD], undefined],
    ['pressured', 'urgent', [LEAD, NATIONAL], 'statements'],
  ])('of kind %s is %s work', (kind, urgency, agencies, watched) => {
    const decision = stating(kind);
    expect(tasksIn(decision)).toMatchObject(agencies.map((agency) => ({ agency, urgency })));
    expect(statementIn(decision).watched).toBe(watched);
    expect(decision.events[0]).toMatchObject({ type: 'statement.made', to: agencies });
    // Whoever answers is called as for any urgent work.
    const calls = decision.events.slice(1).map(({ call }) => call?.role);
    if (urgency === 'urgent') expect(calls).toEqual(agencies.map(() => 'holder-duty'));
  });

  it('ends and moves nothing: it only adds', () => {
    const { kept } = stating('pressured');
    for (const one of kept) {
      if (one.what === 'clock') expect([one.version, one.endedAt]).toEqual([1, undefined]);
      if (one.what === 'task') expect(one).toMatchObject({ version: 1, status: 'requested' });
      if (one.what === 'referral') expect(one).toEqual({ ...referral, version: 4 });
      if (one.what === 'case') expect(one).toEqual({ ...opened, version: 2 });
    }
  });

  it('is of the list', () => {
    expect(refusalOf(() => stating('changed-my-mind')).code).toBe('unknown-code');
  });
});

describe('considering', () => {
  const made = stating('pressured');
  const statement = statementIn(made);
  const tasks = tasksIn(made);
  const considering = (one: Statement, sub: string, isPerson = true) =>
    consider({
      referral,
      all: [one],
      number: 1,
      tasks,
      clocks: made.kept.flatMap((kept) => (kept.what === 'clock' ? [kept] : [])),
      by: { sub, agency: LEAD },
      at: NOW,
      isPerson,
      newEvent: anEventId,
      sealed: undefined,
    });

  it('by one person ends nothing', () => {
    const decision = considering(statement, 'a');
    expect(decision.kept.map(({ what }) => what)).toEqual(['referral', 'statement']);
    expect(isConsidered(statementIn(decision))).toBe(false);
    expect(statementIn(decision).watched).toBe('statements');
  });

  it('by a second one is done: its tasks and their clocks end, nobody else’s', () => {
    const once = statementIn(considering(statement, 'a'));
    const decision = considering(once, 'b');
    expect(isConsidered(statementIn(decision))).toBe(true);
    expect(statementIn(decision)).not.toHaveProperty('watched');
    expect(tasksIn(decision).map(({ id }) => id)).toEqual(statement.tasks);
    for (const one of tasksIn(decision)) {
      expect(one).toMatchObject({ status: 'completed', outcome: 'considered' });
    }
    expect(decision.events.map(({ type }) => type)).toEqual([
      'statement.considered',
      'task.completed',
      'task.completed',
    ]);
  });

  it('takes two natural persons, none of them the one who made it', () => {
    const once = statementIn(considering(statement, 'a'));
    expect(refusalOf(() => considering(once, 'a')).code).toBe('considered-already');
    expect(refusalOf(() => considering(once, 't')).code).toBe('own-statement');
    expect(refusalOf(() => considering(once, POLICE, false)).code).toBe('person-needed');
  });
});
