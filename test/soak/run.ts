/**
 * `npm run soak`: rounds of load under random trouble, each followed by the check that nothing was
 * lost or doubled, and a random history of children's cases in which nothing may stop protection.
 * Prints each round's seed, so that it can be had again:
 *
 *     npm run soak -- --rounds 20 --referrals 120 --seed 4711
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { localTable } from '../bookings/local-table.ts';
import { openings, standing } from '../guard/openings.ts';
import { chance } from '../hub/chance.ts';
import { fuzz } from '../hub/fuzz/fuzz.ts';
import { FUZZERS, fuzzedWorld } from '../hub/fuzz/scene.ts';
import { history } from '../hub/histories/history.ts';
import { impatientStack } from '../hub/impatient.ts';
import { breaches } from '../hub/invariants.ts';
import { sendUntilKilled } from '../hub/killed-hub.ts';
import { acknowledged, type Sending, sendAll, sendings } from '../hub/load.ts';
import { disturbedQueues, disturbedStream, disturbedTable, suddenDeath } from '../hub/trouble.ts';
import { settle, startWorld, type World } from '../hub/world.ts';
import { crowdedBookings, oneOfMany } from './bookings.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    referrals: { type: 'string', default: '80' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const rounds = Number(values.rounds);
const referrals = Number(values.referrals);
/** Steps of bookings a round, and holds for one visit. */
const BOOKINGS = 10_000;
const HOLDS = 1000;
const OPENINGS = 1000;
const TROUBLES = { disturbedStream, disturbedQueues, disturbedTable, suddenDeath };

/** Which troubles a round has: each one by the toss of a coin, at least one. */
function troublesOf(random: () => number): (keyof typeof TROUBLES)[] {
  const names = Object.keys(TROUBLES) as (keyof typeof TROUBLES)[];
  const chosen = names.filter(() => random() < 0.6);
  return chosen.length > 0 ? chosen : names;
}

/** Everything sent again until acknowledged, all settled, and what is wrong then. */
async function wrongAfter(world: World, all: readonly Sending[], before: number) {
  const told = acknowledged(all);
  const repeated = all.map(({ key, place }): Sending => ({ key, place }));
  await sendAll(world, repeated);
  await settle(world, 60);
  const changed = all.filter(({ id }, place) => id !== undefined && id !== repeated[place]?.id);
  const found = (await world.table.all('referral')).length - before;
  return [
    ...changed.map(({ id, key }) => `${key} was ${id} and is another one now`),
    ...(found === all.length ? [] : [`${all.length} were sent and ${found} are there`]),
    ...(await breaches(world.table, told)),
  ];
}

async function roundOfTrouble(world: World, seed: number): Promise<string[]> {
  const random = chance(seed);
  const names = troublesOf(random);
  console.log(`round ${seed}: ${referrals} referrals, ${names.join(', ')}`);
  const before = (await world.table.all('referral')).length;
  const all = sendings(`soak-${seed}`, referrals);
  const ends = names.map((name) => TROUBLES[name](world, random));
  await sendAll(world, all, { atOnce: 2 + Math.floor(10 * random()) });
  for (const end of ends) end();
  return wrongAfter(world, all, before);
}

/** The whole hub killed under load, and started again on the same data. */
async function roundOfDeath(seed: number): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ertad-soak-'));
  const enough = Math.floor(referrals * 0.8 * chance(seed)());
  console.log(`round ${seed}: killed after ${enough} of ${referrals}`);
  const all = sendings(`killed-${seed}`, referrals);
  await sendUntilKilled(dataDir, all, enough);
  const world = await startWorld({ dataDir, inMemory: false });
  const wrong = await wrongAfter(world, all, 0);
  await world.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return wrong;
}

/** People, machines and time do as they like for a hundred steps. */
async function roundOfCases(seed: number): Promise<string[]> {
  const world = await startWorld();
  const course = { seed, steps: 100, troubled: seed % 2 === 0, children: 3, diligence: 0.6 };
  console.log(`round ${seed}: a history of ${course.steps} steps`);
  const wrong = await history(world, course);
  await world.stop();
  return wrong;
}

/** A thousand openings and holds for one child, in two records of one number or joined meanwhile. */
async function roundOfOpenings(seed: number): Promise<string[]> {
  const local = await localTable();
  const joining = seed % 2 === 0;
  console.log(`round ${seed}: ${OPENINGS} openings for one child`);
  const { a, b } = await openings(local, { count: OPENINGS, joining });
  const { active, guards } = standing(await local.rows(), [a, b]);
  await local.stop();
  const guarded = guards.every(({ interview }) => interview === active[0]?.id);
  return active.length === 1 && guarded ? [] : [`${active.length} active visits of one child`];
}

/** Five agencies at forty resources, and a thousand holds of one visit. */
async function roundOfBookings(seed: number): Promise<string[]> {
  console.log(`round ${seed}: ${BOOKINGS} steps of bookings, ${HOLDS} holds of one visit`);
  return [...(await crowdedBookings(seed, BOOKINGS)), ...(await oneOfMany(seed, HOLDS))];
}

/** Two hundred requests and more for every operation of the document: `npm run soak -- --only fuzz`. */
async function roundOfFuzz(seed: number): Promise<string[]> {
  const world = await fuzzedWorld();
  const { requests, operations, statuses, wrong } = await fuzz(world, {
    seed,
    each: 201,
    actors: FUZZERS,
  });
  await world.stop();
  console.log(`fuzz ${seed}: ${requests} requests, ${operations} operations`, statuses);
  return [...new Set(wrong)];
}

if (values.only === 'fuzz') {
  const wrong = await roundOfFuzz(Number(values.seed));
  console.log(wrong.length === 0 ? '  kept' : wrong.map((one) => `  ✗ ${one}`).join('\n'));
  process.exit(wrong.length === 0 ? 0 : 1);
}

const assembly = mkdtempSync(join(tmpdir(), 'ertad-soak-assembly-'));
const app = await impatientStack(assembly);
let breached = 0;
for (let round = 0; round < rounds; round += 1) {
  const seed = Number(values.seed) + round;
  const from = performance.now();
  const world = await startWorld({ app });
  const wrong = await roundOfTrouble(world, seed);
  await world.stop();
  wrong.push(...(await roundOfDeath(seed)), ...(await roundOfCases(seed)));
  wrong.push(...(await roundOfOpenings(seed)), ...(await roundOfBookings(seed)));
  const seconds = Math.round((performance.now() - from) / 1000);
  console.log(
    wrong.length === 0 ? `  kept, ${seconds} s` : wrong.map((one) => `  ✗ ${one}`).join('\n'),
  );
  breached += wrong.length;
}
rmSync(assembly, { recursive: true, force: true });
console.log(`${rounds} rounds from seed ${values.seed}: ${breached} breaches`);
process.exitCode = breached === 0 ? 0 : 1;
