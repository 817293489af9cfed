import { type ClockDefinition, type ClockName, isElapsed } from '../../domain/clock/definition.ts';
import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Clocks that guard a child whatever the urgency. */
const ALWAYS_GUARDING: readonly ClockName[] = ['safety-decision', 'child-seen', 'routing'];

const mustGuard = ({ name, urgency }: ClockDefinition): boolean =>
  ALWAYS_GUARDING.includes(name) || (name === 'received' && urgency !== 'routine');

/** What a clock that guards a child may not do: rest, pause, or end without a last person. */
function checkGuard({ length, warnBefore, ladder, pausable }: ClockDefinition): string[] {
  const lengths = [length, warnBefore, ...ladder.map(({ after }) => after)];
  return [
    ...(lengths.every(isElapsed)
      ? []
      : ['guards a child, so it runs in elapsed minutes or hours only']),
    ...(pausable === false ? [] : ['guards a child, so nothing may pause it']),
    ...(ladder.at(-1)?.role === 'national-duty'
      ? []
      : ['guards a child, so its ladder ends at the national duty officer']),
  ];
}

function checkClock(clock: ClockDefinition, taskKinds: ReadonlySet<string>): string[] {
  return [
    ...(clock.taskKinds ?? [])
      .filter((kind) => !taskKinds.has(kind))
      .map((kind) => `${kind} is not in the code list taskKinds`),
    ...(mustGuard(clock) && !clock.guardsChild ? ['must guard the child'] : []),
    ...(clock.guardsChild ? checkGuard(clock) : []),
  ];
}

/** Clocks that guard a child run day and night, never pause, and end at a person. */
export function checkClocks({ clocks, codeLists }: Pack): readonly Problem[] {
  const taskKinds = new Set(Object.keys(codeLists.lists.taskKinds));
  return clocks.clocks.flatMap((clock, i) =>
    checkClock(clock, taskKinds).map((says) =>
      problem('clocks.json', `clocks.${i} (${clock.name} ${clock.urgency ?? ''})`, says),
    ),
  );
}
