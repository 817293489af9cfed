import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import IntervalTree from '@flatten-js/interval-tree';
import type * as BookingKit from '@thebookingkit/core';
import { build } from 'esbuild';
import { type Busy, CLOSES, type Diaries, OPENS, ZONE } from './slots-diaries.ts';

const QUARTER = 900_000;

/** Bundled before it is loaded: what it imports of `rrule` Node itself does not find there. */
export async function bookingKit(): Promise<typeof BookingKit> {
  const folder = mkdtempSync(join(tmpdir(), 'ertad-kit-'));
  const outfile = join(folder, 'kit.mjs');
  const entryPoints = [fileURLToPath(import.meta.resolve('@thebookingkit/core'))];
  try {
    await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm' });
    return await import(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The starts that `@thebookingkit/core` finds for all together, in milliseconds of the epoch. */
export function byBookingKit(
  { getTeamSlots }: typeof BookingKit,
  { horizon, people }: Diaries,
  minutes: number,
): number[] {
  const [start, end] = [horizon.from * QUARTER, (horizon.from + horizon.cells) * QUARTER];
  const members = people.map(({ busy }, i) => ({
    userId: `person-${i}`,
    role: 'member' as const,
    priority: 1,
    weight: 100,
    rules: [
      {
        rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
        startTime: OPENS,
        endTime: CLOSES,
        timezone: ZONE,
      },
    ],
    overrides: [],
    bookings: busy.map(({ from, to }) => ({
      startsAt: new Date(from),
      endsAt: new Date(to),
      status: 'confirmed' as const,
    })),
  }));
  const range = { start: new Date(start), end: new Date(end - 1) };
  const options = { duration: minutes, slotInterval: 15, now: new Date(start) };
  return getTeamSlots(members, 'collective', range, ZONE, options).map(({ startTime }) =>
    Date.parse(startTime),
  );
}

/** The starts by a tree of each person's busy times, asked at every quarter-hour of working time. */
export function byIntervalTree({ people }: Diaries, minutes: number): number[] {
  const trees = people.map(({ busy }) => {
    const tree = new IntervalTree<Busy>();
    // Its intervals are closed: a millisecond off each end makes them touch without overlapping.
    for (const { from, to } of busy) tree.insert([from, to - 1]);
    return tree;
  });
  const length = minutes * 60_000;
  const starts: number[] = [];
  for (const { from, to } of people[0]?.hours ?? [])
    for (let start = from; start + length <= to; start += QUARTER)
      if (!trees.some((tree) => tree.intersect_any([start, start + length - 1])))
        starts.push(start);
  return starts;
}
