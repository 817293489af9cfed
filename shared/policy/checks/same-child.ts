import { closestClock } from '../closest-clock.ts';
import { type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** The task by which it is confirmed who the child is can be made: its codes and clocks exist. */
export function checkSameChild({ sameChild: { task }, codeLists, clocks }: Pack): Problem[] {
  const { lists } = codeLists;
  const says = [
    ...(Object.hasOwn(lists.taskKinds, task.kind) ? [] : [`${task.kind} is no task kind`]),
    ...task.instructions
      .filter((code) => !Object.hasOwn(lists.instructions, code))
      .map((code) => `${code} is no instruction`),
    ...task.clocks
      .filter((name) => !closestClock(clocks.clocks, name, task.urgency, task.kind))
      .map((name) => `no clock ${name} for ${task.urgency}`),
  ];
  return says.map((one) => problem('same-child.json', 'task', one));
}
