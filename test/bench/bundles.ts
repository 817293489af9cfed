import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../infra/bundle.ts';
import type { LocalHub } from '../../infra/local/hub.ts';
import { type Figure, median } from './figures.ts';
import { floorBundle, type LoadTime, loadTime } from './load-time.ts';

/** Budgets of a function without the Cedar engine. */
const MAX_KB = 650;
const MAX_MS = 110;

/** Size and load time of every function's bundle, loaded in turns so that noise falls on all. */
export function bundleFigures({ functions }: Pick<LocalHub, 'functions'>, runs: number): Figure[] {
  const scratch = mkdtempSync(join(tmpdir(), 'ertad-floor-'));
  try {
    const bundles = [...bundleFunctions().values()].map(({ name, folder, size }) => ({
      name,
      size,
      file: join(folder, 'handler.mjs'),
      environment: functions.find((each) => each.name === name)?.environment ?? {},
      times: [] as LoadTime[],
    }));
    const floor = {
      name: 'AWS client alone',
      size: 0,
      file: floorBundle(scratch),
      environment: {},
      times: [] as LoadTime[],
    };
    for (let run = 0; run < runs; run += 1)
      for (const { file, environment, times } of [floor, ...bundles])
        times.push(loadTime(file, environment));
    const least = median(floor.times.map(({ wall }) => wall));
    return [
      { what: 'load of the AWS client alone', measured: `${Math.round(least)} ms` },
      ...bundles.map(({ name, size, times }) => figureOf(name, size, times, least)),
    ];
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function figureOf(name: string, size: number, times: readonly LoadTime[], least: number): Figure {
  const wall = median(times.map((each) => each.wall));
  const cpu = Math.min(...times.map((each) => each.cpu));
  const kB = Math.round(size / 1000);
  return {
    what: `bundle ${name}, load p50`,
    measured: `${kB} kB, ${Math.round(wall)} ms`,
    promised: `≤ ${MAX_KB} kB, ≤ ${MAX_MS} ms`,
    kept: kB <= MAX_KB && wall <= MAX_MS,
    detail: `${(wall / least).toFixed(2)} of the AWS client; processor ${Math.round(cpu)} ms at best`,
  };
}
