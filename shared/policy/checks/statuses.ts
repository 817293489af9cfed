import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** What has ended stays ended; a step that needs a reason says from which list. */
export function checkStatuses({ taskStatuses }: Pack): readonly Problem[] {
  const { transitions, ended } = taskStatuses;
  const steps = transitions.map(({ from, to }) => `${from} → ${to}`);
  return [
    ...doubled(steps).map((step) => problem('task-statuses.json', step, 'is listed twice')),
    ...transitions.flatMap(({ from, to, needs, reasons }) => [
      ...(ended.includes(from)
        ? [problem('task-statuses.json', `${from} → ${to}`, `leaves ${from}, which is an end`)]
        : []),
      ...(needs.includes('reason') === (reasons !== undefined)
        ? []
        : [
            problem(
              'task-statuses.json',
              `${from} → ${to}`,
              'names a list and a reason, or neither',
            ),
          ]),
    ]),
  ];
}
