import type { ClockDefinition, ClockName } from '../domain/clock/definition.ts';

/** How closely a definition fits; undefined when it is made for another task kind or urgency. */
function closeness(clock: ClockDefinition, urgency?: string, taskKind?: string) {
  if (clock.urgency && clock.urgency !== urgency) return undefined;
  if (clock.taskKinds && !(taskKind && clock.taskKinds.includes(taskKind))) return undefined;
  return (clock.taskKinds ? 2 : 0) + (clock.urgency ? 1 : 0);
}

/** The definition made most closely for this task kind and urgency. */
export function closestClock(
  clocks: readonly ClockDefinition[],
  name: ClockName,
  urgency?: string,
  taskKind?: string,
): ClockDefinition | undefined {
  return clocks
    .filter((clock) => clock.name === name)
    .flatMap((clock) => {
      const rank = closeness(clock, urgency, taskKind);
      return rank === undefined ? [] : [{ clock, rank }];
    })
    .sort((a, b) => b.rank - a.rank)[0]?.clock;
}
