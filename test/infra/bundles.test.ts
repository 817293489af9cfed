import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { functions, hubTemplate } from './resources.ts';

const MAX_BYTES = 650_000;
/** The promise, in ms, for an idle machine; what is asserted leaves room for a busy one. */
const LOAD_P50 = 110;
const BUSY = 3;
const RUNS = 5;

const bundles = [...bundleFunctions().values()];
const declared = functions(hubTemplate());

/** Values of the right shape for variables that CloudFormation fills in. */
const environment = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(declared.find((each) => each.name === name)?.variables ?? {}).map(
      ([key, value]) => [
        key,
        typeof value === 'string'
          ? value
          : /_URL$|_URI$|ISSUER$/.test(key)
            ? 'https://a.example/b'
            : 'a',
      ],
    ),
  );

/** Wall time of a fresh process that runs this module text, in ms. */
function processTime(module: string, env: Record<string, string>): number {
  const begun = performance.now();
  execFileSync(process.execPath, ['--input-type=module', '-e', module], {
    env: { ...env, AWS_REGION: 'eu-central-1', PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return performance.now() - begun;
}

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

describe('bundles', () => {
  it('exist for every function of the stack', () => {
    expect(bundles.map(({ name }) => name)).toEqual(declared.map(({ name }) => name).sort());
  });

  it.each(bundles.map((each) => [each.name, each.size] as const))(
    '%s is within the budget',
    (_, size) => {
      expect(size).toBeGreaterThan(0);
      expect(size).toBeLessThanOrEqual(MAX_BYTES);
    },
  );

  it('load within the budget', () => {
    const bare = median(Array.from({ length: RUNS }, () => processTime('', {})));
    const rows = bundles.map(({ name, folder, size }) => {
      const module = `await import(${JSON.stringify(join(folder, 'handler.mjs'))}); process.exit()`;
      const runs = Array.from({ length: RUNS }, () => processTime(module, environment(name)));
      return { name, kB: Math.round(size / 1000), loadMs: Math.round(median(runs) - bare) };
    });
    console.table(rows);
    for (const { loadMs } of rows) expect(loadMs).toBeLessThanOrEqual(BUSY * LOAD_P50);
  }, 60_000);
});
