import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { median } from '../bench/figures.ts';
import { loadTime } from '../bench/load-time.ts';
import { functions, hubTemplate } from './resources.ts';

const MAX_BYTES = 650_000;
/** The promise for the median, in ms on an idle machine; printed. */
const LOAD_P50 = 110;
/**
 * Asserted of the processor time of the best run, in ms: time spent waiting for others is not in
 * it, but the other threads of the engine are, and a shared core is slower.
 */
const PROCESSOR_AT_MOST = 2.5 * LOAD_P50;
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
      const runs = Array.from({ length: RUNS }, () =>
        loadTime(join(folder, 'handler.mjs'), environment(name)),
      );
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
