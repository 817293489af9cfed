import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';
import { median } from '../bench/figures.ts';
import { floorBundle, loadTime } from '../bench/load-time.ts';
import { functions, hubTemplate } from './resources.ts';

const MAX_BYTES = 650_000;
/**
 * Asserted of the processor time of the best run, as a multiple of what the store's client alone
 * takes right before: a shared core slows both. The promise in ms is for an idle machine
 * (`npm run bench -- --only bundles`).
 */
const TIMES_THE_CLIENT = 4;
/** Whoever decides about access loads the engine for it: 230 ms are promised then in place of 110. */
const WITH_THE_ENGINE = 6;
const ENGINE_KB = 4000;
const RUNS = 2;

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
      const wanted = [
        ...code.matchAll(/\bfrom ?"([\w@./][\w@./:-]*)"|\brequire\("([\w@./:-]+)"\)/g),
      ].map(([, imported, required]) => imported ?? required);
      const missing = wanted.filter(
        (name = '') => !isBuiltin(name) && !existsSync(join(folder, name)),
      );
      expect(missing).toEqual([]);
    },
  );

  it('load within the budget', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'ertad-floor-'));
    const client = floorBundle(scratch);
    const rows = bundles.map(({ name, folder, size, data }) => {
      const runs = Array.from({ length: RUNS }, () => ({
        own: loadTime(join(folder, 'handler.mjs'), environment(name)),
        client: loadTime(client, {}),
      }));
      return {
        name,
        kB: Math.round(size / 1000),
        dataKB: Math.round(data / 1000),
        p50: Math.round(median(runs.map(({ own }) => own.wall))),
        timesTheClient: Math.min(...runs.map(({ own, client }) => own.cpu / client.cpu)),
      };
    });
    rmSync(scratch, { recursive: true });
    console.table(rows);
    const most = (dataKB: number) => (dataKB > ENGINE_KB ? WITH_THE_ENGINE : TIMES_THE_CLIENT);
    expect(rows.filter(({ timesTheClient: times, dataKB }) => times > most(dataKB))).toEqual([]);
  });
});
