import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, type Figure } from '../bench/figures.ts';
import { fuzz } from '../hub/fuzz/fuzz.ts';
import { FUZZERS, fuzzedWorld } from '../hub/fuzz/scene.ts';
import { noncesTwice } from './nonces.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A third each valid, at the edges and hostile. */
const REQUESTS_EACH = 201;
const REQUESTS_PROMISED = 200;
const ENCRYPTIONS = 1_000_000;

/** Two hundred requests and more for every operation of the document. */
export async function fuzzFigures(seed: number): Promise<Figure[]> {
  const world = await fuzzedWorld();
  const course = { seed, each: REQUESTS_EACH, actors: FUZZERS };
  const { requests, operations, statuses, wrong } = await fuzz(world, course);
  await world.stop();
  const distinct = [...new Set(wrong)];
  for (const one of distinct) console.log(`  ✗ ${one}`);
  const told = [...statuses].toSorted(([a], [b]) => a - b).map(([status, n]) => `${status} ×${n}`);
  return [
    atLeast(
      'requests for each operation of the document',
      { value: requests / operations, promised: REQUESTS_PROMISED },
      `${requests} requests, ${operations} operations, seed ${seed}`,
    ),
    atMost(
      'answers that are faults or not documented',
      { value: distinct.length, promised: 0 },
      told.join(', '),
    ),
  ];
}

export function nonceFigures(): Figure[] {
  const twice = noncesTwice(ENCRYPTIONS);
  return [
    atMost(
      'nonces that came twice',
      { value: twice, promised: 0 },
      `${ENCRYPTIONS} boxes under one key`,
    ),
  ];
}

/** Each stranger is asked about what does not exist as well, by every operation and method. */
export async function strangerFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ertad-soak-'));
  const file = join(folder, 'strangers.json');
  const vitest = join(ROOT, 'node_modules/.bin/vitest');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const child = spawn(vitest, ['run', 'test/hub/strangers.test.ts', ...reporters], {
    cwd: ROOT,
    env: { ...process.env, ERTAD_LONG: 'yes' },
    stdio: 'inherit',
  });
  const [status] = (await once(child, 'exit')) as [number | null];
  const { numFailedTests, numPassedTests } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly numFailedTests: number;
    readonly numPassedTests: number;
  };
  rmSync(folder, { recursive: true, force: true });
  // Where the run itself broke, no test failed, and none was run.
  const broken = status === 0 ? 0 : 1;
  return [
    atLeast(
      'ways to look at a foreign record that show none',
      { value: numPassedTests, promised: numPassedTests + Math.max(numFailedTests, broken) },
      'every operation × every stranger, asked of a record there is and of one there is not',
    ),
  ];
}
