import {
  type ClockDefinition,
  type ClockName,
  isElapsed,
  type Length,
} from '../../domain/clock/definition.ts';
import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Clocks that guard a child whatever the urgency. */
const ALWAYS_GUARDING: readonly ClockName[] = [
  'safety-decision',
  'child-seen',
  'routing',
  'safety-review',
  'measure-ends',
  'interview-held',
  'examination-held',
];

const mustGuard = ({ name, urgency }: ClockDefinition): boolean =>
  ALWAYS_GUARDING.includes(name) || (name === 'received' && urgency !== 'routine');

/** What a clock that guards a child may not do: rest, pause, or end without a last person. */
function checkGuard(clock: ClockDefinition): string[] {
  const { length, warnBefore, ladder, reach, pausable } = clock;
  const reached = reach ? [reach.after] : [];
  const lengths = [length, warnBefore, ...reached, ...ladder.map(({ after }) => after)];
  return [
    ...(lengths.every(isElapsed)
      ? []
      : ['guards a child, so it runs in elapsed minutes or hours only']),
    ...(pausable === false ? [] : ['guards a child, so nothing may pause it']),
    ...(ladder.at(-1)?.role === 'national-duty'
      ? []
      : ['guards a child, so its ladder ends at the national duty officer']),
    ...(countsForUrgent(clock) ? checkCalls(clock) : []),
  ];
}

/** A definition without an urgency of its own may count for urgent work as well. */
const countsForUrgent = ({ urgency }: ClockDefinition): boolean =>
  urgency === undefined || urgency === 'urgent';

/** At two in the morning nobody reads a feed: urgent work rings, and rings somebody at last. */
function checkCalls({ ladder }: ClockDefinition): string[] {
  return [
    ...(['sms', 'call'] as const)
      .filter((way) => !ladder.some(({ by }) => by === way))
      .map((way) => `guards a child in urgent work, so a step of its ladder goes by ${way}`),
    ...(ladder.at(-1)?.by === 'call'
      ? []
      : ['guards a child in urgent work, so its last step is a call']),
  ];
}

/** Each step comes after the one before: the time between is what a person has to answer. */
function checkOrder({ ladder, length }: ClockDefinition): string[] {
  const minutes = ladder
    .filter(({ after }) => isElapsed(after))
    .map(({ after: { amount, unit } }) => (unit === 'hours' ? amount * 60 : amount));
  const rising = minutes.every((at, i) => i === 0 || at > (minutes[i - 1] ?? 0));
  return rising || !isElapsed(length) ? [] : ['leaves a person no time between two steps'];
}

/** Whether a system has the task: asked of every task, and only while it waits for its receipt. */
function checkReach({ name, subject, reach, length }: ClockDefinition): string[] {
  if (name !== 'received')
    return reach ? ['asks whether a task was taken: only received does'] : [];
  if (!reach || subject !== 'task') return ['must say when nobody has taken the task'];
  const minutes = ({ amount, unit }: Length) => amount * (unit === 'minutes' ? 1 : 60);
  const both = isElapsed(reach.after) && isElapsed(length);
  return both && minutes(reach.after) >= minutes(length)
    ? ['is looked at only when it is overdue anyway']
    : [];
}

function checkClock(clock: ClockDefinition, taskKinds: ReadonlySet<string>): string[] {
  return [
    ...(clock.taskKinds ?? [])
      .filter((kind) => !taskKinds.has(kind))
      .map((kind) => `${kind} is not in the code list taskKinds`),
    ...(mustGuard(clock) && !clock.guardsChild ? ['must guard the child'] : []),
    ...(clock.guardsChild ? checkGuard(clock) : []),
    ...checkOrder(clock),
    ...checkReach(clock),
  ];
}

/** An urgent task is announced to a person at once; the ladder is for when that did not help. */
const checkAnnounced = ({ clocks }: Pack['clocks']): readonly Problem[] =>
  clocks
    .filter(
      ({ name, urgency, announce }) => name === 'received' && urgency === 'urgent' && !announce,
    )
    .map(() => problem('clocks.json', 'received urgent', 'is announced to nobody at its start'));

/** Clocks that guard a child run day and night, never pause, and end at a person who is called. */
export function checkClocks({ clocks, codeLists }: Pack): readonly Problem[] {
  const taskKinds = new Set(Object.keys(codeLists.lists.taskKinds));
  const each = clocks.clocks.flatMap((clock, i) =>
    checkClock(clock, taskKinds).map((says) =>
      problem('clocks.json', `clocks.${i} (${clock.name} ${clock.urgency ?? ''})`, says),
    ),
  );
  return [...each, ...checkAnnounced(clocks)];
}
