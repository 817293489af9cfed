import { ok } from 'node:assert/strict';
import { replan } from '../../shared/domain/scheduling/replan.ts';
import { atMost, type Figure, median } from './figures.ts';
import { optimum } from './replan-optimum.ts';
import { chance, DAYS, HORIZON, week } from './replan-week.ts';

const VISITS = 60;
/** Of the processor, in ms; the machine's other work is not the planner's. */
const BUDGET = 200;
const SOLVER_SECONDS = 240;

const used = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function plannedWithin(seed: number, budget: number) {
  const begun = used();
  return replan(HORIZON, week(seed, VISITS), {
    goOn: () => used() - begun < budget,
    random: chance(seed),
  });
}

const over = (value: number, least: number): number => (100 * (value - least)) / least;

/** Plans of a fortnight against the best there can be, which a general solver has proven. */
export async function replanFigures(short: boolean): Promise<Figure[]> {
  plannedWithin(99, BUDGET * 4);
  const excess: number[] = [];
  const greedy: number[] = [];
  for (const seed of short ? [2, 3] : [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
    const plan = plannedWithin(seed, BUDGET);
    ok(plan.waiting.length === 0, `${plan.waiting.length} visits without a time`);
    const best = await optimum(week(seed, VISITS), SOLVER_SECONDS);
    if (!best.proven) continue;
    excess.push(over(plan.delay, best.delay));
    greedy.push(over(plannedWithin(seed, 0).delay, best.delay));
  }
  const detail = `${VISITS} visits, ${DAYS} days, ${excess.length} proven; greedy alone ${median(greedy).toFixed(1)} %`;
  return [
    atMost(
      're-plan, sum of starts over the optimum, median',
      { value: median(excess), promised: 3, unit: '%' },
      detail,
    ),
    atMost(
      're-plan, sum of starts over the optimum, most',
      { value: Math.max(...excess), promised: 7, unit: '%' },
      `${BUDGET} ms of processor each`,
    ),
  ];
}
