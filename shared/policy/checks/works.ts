import { closestClock } from '../closest-clock.ts';
import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Work outside the rules speaks of task kinds, instructions and clocks that exist. */
export function checkWorks({ works: { works }, codeLists, clocks }: Pack): readonly Problem[] {
  const { taskKinds, instructions } = codeLists.lists;
  const says = works.flatMap((work) => [
    ...(Object.hasOwn(taskKinds, work.kind) ? [] : [`${work.kind} is no task kind`]),
    ...work.instructions
      .filter((code) => !Object.hasOwn(instructions, code))
      .map((code) => `${code} is no instruction`),
    ...work.clocks
      .filter((name) => !closestClock(clocks.clocks, name, work.urgency, work.kind))
      .map((name) => `no clock ${name} for ${work.kind}, ${work.urgency}`),
    ...(work.clocks.includes('received') ? [] : [`nobody has to receive ${work.kind}`]),
  ]);
  return [
    ...doubled(works.map(({ kind }) => kind)).map((kind) => `${kind} is listed twice`),
    ...says,
  ].map((said) => problem('works.json', 'works', said));
}
