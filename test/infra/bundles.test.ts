import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { functions, hubTemplate } from './resources.ts';

const MAX_BYTES = 650_000;
/** The promise for the median, in ms on an idle machine; printed. */
const LOAD_P50 = 110;
/**
 * Asserted of the processor time of the best run, in ms: time spent waiting for others is not in
 * it, but the other threads of the engine are, and a shared core is slower.
 */
const PROCESSOR_AT_MOST = 3 * LOAD_P50;
const RUNS = 3;

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

/** What loading a bundle costs a fresh process, on the wall clock and of the processor, in ms. */
function load(folder: string, env: Record<string, string>): { wall: number; cpu: number } {
  const module = `
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await import(${JSON.stringify(join(folder, 'handler.mjs'))});
    const { user, system } = process.cpuUsage(used);
    const wall = performance.now() - begun;
    process.stdout.write(JSON.stringify({ wall, cpu: (user + system) / 1000 }), process.exit);
  `;
  const told = execFileSync(process.execPath, ['--input-type=module', '-e', module], {
    env: { ...env, AWS_REGION: 'eu-central-1' },
    encoding: 'utf8',
  });
  return JSON.parse(told);
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

  it.each(bundles.map((each) => [each.name, each] as const))(
    '%s needs nothing that is not in its folder',
    (_, { folder }) => {
      const code = readFileSync(join(folder, 'handler.mjs'), 'utf8');
      const wanted = [...code.matchAll(/\bfrom ?"([\w@./:-]+)"|\brequire\("([\w@./:-]+)"\)/g)].map(
        ([, imported, required]) => imported ?? required,
      );
      const missing = wanted.filter(
        (name = '') => !isBuiltin(name) && !existsSync(join(folder, name)),
      );
      expect(missing).toEqual([]);
    },
  );

  it('load within the budget', () => {
    const rows = bundles.map(({ name, folder, size, data }) => {
      const runs = Array.from({ length: RUNS }, () => load(folder, environment(name)));
      return {
        name,
        kB: Math.round(size / 1000),
        dataKB: Math.round(data / 1000),
        p50: Math.round(median(runs.map(({ wall }) => wall))),
        cpu: Math.round(Math.min(...runs.map(({ cpu }) => cpu))),
      };
    });
    console.table(rows);
    expect(rows.filter(({ cpu }) => cpu > PROCESSOR_AT_MOST)).toEqual([]);
  }, 60_000);
});
