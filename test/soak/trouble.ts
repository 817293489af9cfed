import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chance } from '../hub/chance.ts';
import { impatientStack } from '../hub/impatient.ts';
import { breaches } from '../hub/invariants.ts';
import { sendUntilKilled } from '../hub/killed-hub.ts';
import { acknowledged, type Sending, sendAll, sendings } from '../hub/load.ts';
import { disturbedQueues, disturbedStream, disturbedTable, suddenDeath } from '../hub/trouble.ts';
import { settle, startWorld, type World } from '../hub/world.ts';

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

async function troubled(world: World, seed: number, referrals: number): Promise<string[]> {
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

/** Load on a hub whose stream, queues, tables and functions fail as they like. */
export async function underTrouble(seed: number, referrals: number): Promise<string[]> {
  const assembly = mkdtempSync(join(tmpdir(), 'ertad-soak-assembly-'));
  const world = await startWorld({ app: await impatientStack(assembly) });
  const wrong = await troubled(world, seed, referrals);
  await world.stop();
  rmSync(assembly, { recursive: true, force: true });
  return wrong;
}

/** The whole hub killed under load, and started again on the same data. */
export async function afterDeath(seed: number, referrals: number): Promise<string[]> {
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
