import { localTable } from '../bookings/local-table.ts';
import { openings, standing } from '../guard/openings.ts';
import { history } from '../hub/histories/history.ts';
import { startWorld } from '../hub/world.ts';

/** Openings and holds of a round for one child. */
const OPENINGS = 1000;

/** People, machines and time do as they like for a hundred steps. */
export async function historyOfCases(seed: number): Promise<string[]> {
  const world = await startWorld();
  const course = { seed, steps: 100, troubled: seed % 2 === 0, children: 3, diligence: 0.6 };
  console.log(`round ${seed}: a history of ${course.steps} steps`);
  const wrong = await history(world, course);
  await world.stop();
  return wrong;
}

/** A thousand openings and holds for one child, in two records of one number or joined meanwhile. */
export async function openingsOfOneChild(seed: number): Promise<string[]> {
  const local = await localTable();
  const joining = seed % 2 === 0;
  console.log(`round ${seed}: ${OPENINGS} openings for one child`);
  const { a, b } = await openings(local, { count: OPENINGS, joining });
  const { active, guards } = standing(await local.rows(), [a, b]);
  await local.stop();
  const guarded = guards.every(({ interview }) => interview === active[0]?.id);
  return active.length === 1 && guarded ? [] : [`${active.length} active visits of one child`];
}
