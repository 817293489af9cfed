import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalHub, startHub } from '../../infra/local/hub.ts';
import { enrolAll } from '../../infra/local/memberships.ts';
import { bookingFigures } from './booking.ts';
import { breachFigures } from './breach.ts';
import { bundleFigures } from './bundles.ts';
import { caseViewFigures } from './case-view.ts';
import { consoleFigures } from './console.ts';
import { deliveryTimes } from './delivery.ts';
import { directTable, inProcess, raw } from './direct.ts';
import { atLeast, type Figure } from './figures.ts';
import { type Comparison, compare } from './rounds.ts';
import { COMPETING, roundTrips, sender, throughHub } from './through-hub.ts';
import { webhookTimes } from './webhooks.ts';
import { writeUnits } from './write-units.ts';

/** Which parts, and whether in a fraction of the time. */
interface Asked {
  readonly only: readonly string[];
  readonly short: boolean;
}

const CONCURRENCY = 8;

const inWords = ({ rate, against }: Comparison) =>
  `${rate.toFixed(0)}/s against ${against.toFixed(0)}/s, ${CONCURRENCY} at a time`;

/** The way in against plain transactions of the same items on the same DynamoDB Local. */
async function acceptFigures(hub: LocalHub, short: boolean): Promise<Figure[]> {
  const { client, ...tables } = directTable(hub);
  for (const name of COMPETING) hub.pause(name);
  const rounds = short ? { rounds: 3, count: 60 } : { rounds: 9, count: 200 };
  const options = { ...rounds, concurrency: CONCURRENCY };
  const direct = await compare(inProcess(tables), raw(client, tables), options);
  const school = await sender(hub, CONCURRENCY);
  const through = await compare(throughHub(school), raw(client, tables), options);
  const trips = await roundTrips(hub, school);
  await school.stop();
  return [
    atLeast('accept in process / raw', { value: direct.ratio, promised: 0.8 }, inWords(direct)),
    atLeast(
      'accept through the hub / raw',
      { value: through.ratio, promised: 0.5 },
      `${inWords(through)}; ${COMPETING.join(', ')} paused`,
    ),
    trips,
    ...(await writeUnits(client, tables)),
  ];
}

/** Into the feed, and on by webhook. */
async function deliveryFigures(
  hub: LocalHub,
  steady: { readonly perSecond: number; readonly seconds: number },
  rounds: number,
): Promise<Figure[]> {
  const { table } = directTable(hub);
  const seconds = Math.ceil(steady.seconds / 3);
  return [
    ...(await deliveryTimes(hub, table, steady)),
    ...(await webhookTimes(hub, table, { ...steady, seconds, rounds })),
  ];
}

/** The part that needs the workers comes before the one that pauses them. */
async function figuresOf(hub: LocalHub, { only, short }: Asked): Promise<Figure[]> {
  const wanted = (part: string) => only.includes(part);
  const steady = { perSecond: 5, seconds: short ? 10 : 60 };
  return [
    ...(wanted('console') ? await consoleFigures(hub, short) : []),
    ...(wanted('breach') ? await breachFigures(hub, short) : []),
    ...(wanted('delivery') ? await deliveryFigures(hub, steady, short ? 1 : 3) : []),
    ...(wanted('case-view') ? await caseViewFigures(hub, short) : []),
    ...(wanted('accept') ? await acceptFigures(hub, short) : []),
    ...(wanted('booking') ? await bookingFigures() : []),
    ...(wanted('bundles') ? bundleFigures(hub, short ? 3 : 9) : []),
  ];
}

/** Starts a hub of its own for the parts that need one. */
export async function onTheHub(asked: Asked): Promise<Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'ertad-bench-'));
  const hub = await startHub({ port: 0, dataDir, inMemory: true, seed: enrolAll });
  try {
    return await figuresOf(hub, asked);
  } finally {
    await hub.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
