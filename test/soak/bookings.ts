import { crowd } from '../bookings/crowd.ts';
import { localTable } from '../bookings/local-table.ts';
import { hold } from '../bookings/rivals.ts';
import { AGENCIES, openVisit, proposalFor, scene, standing } from '../bookings/scene.ts';
import { wrongWith } from '../bookings/verifier.ts';
import { georgiaAt } from '../build.ts';
import { MORNING } from '../finding.ts';
import { chance } from '../hub/chance.ts';

const { skewSeconds } = georgiaAt().interview.holding;
/** After so many steps a new week begins, with nothing taken: later no time would be left to hold. */
const STRETCH = 500;

/** Five agencies at forty resources, as many steps as asked for; says what is wrong afterwards. */
export async function crowdedBookings(seed: number, steps: number): Promise<string[]> {
  const local = await localTable();
  const random = chance(seed);
  const wrong: string[] = [];
  for (let done = 0; done < steps && wrong.length === 0; done += STRETCH) {
    const { table, rows } = await local.another();
    const clock = { now: Date.parse(MORNING) };
    const setting = await scene(table, { people: 5, rooms: 10, visits: 24 });
    await crowd(table, clock, setting, { steps: STRETCH, atOnce: 20, random, skewSeconds });
    wrong.push(...wrongWith(await rows(), new Date(clock.now).toISOString(), skewSeconds));
  }
  await local.stop();
  return wrong;
}

/** So many agencies hold a time for one visit at once; says whether not exactly one stands. */
export async function oneOfMany(seed: number, count: number): Promise<string[]> {
  const local = await localTable();
  try {
    const setting = await scene(local.table, { people: 5, rooms: 10, visits: 0 });
    const visit = await openVisit(local.table);
    const random = chance(seed);
    const holds = Array.from({ length: count }, (_, place) => {
      const proposal = proposalFor(setting, { visit, at: MORNING, random });
      return hold(local.table, { visit, proposal }, AGENCIES[place % AGENCIES.length]);
    });
    const done = await Promise.allSettled(holds);
    const stand = done.filter(({ status }) => status === 'fulfilled').length;
    const { booking } = await standing(local.table, visit.id);
    return stand === 1 && booking?.state === 'held' ? [] : [`${stand} of ${count} holds stand`];
  } finally {
    await local.stop();
  }
}
