import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type LocalHub, startHub } from '../../infra/local/hub.ts';
import { enrolAll } from '../../infra/local/memberships.ts';
import { bookingFigures } from './booking.ts';
import { bundleFigures } from './bundles.ts';
import { deliveryTimes } from './delivery.ts';
import { directTable, inProcess, raw } from './direct.ts';
import { atLeast, type Figure, tableOf } from './figures.ts';
import { machine, machineInWords } from './machine.ts';
import { replanFigures } from './replan.ts';
import { type Comparison, compare } from './rounds.ts';
import { slotFigures } from './slots.ts';
import { COMPETING, roundTrips, sender, throughHub } from './through-hub.ts';
import { writeUnits } from './write-units.ts';

const ON_THE_HUB = ['delivery', 'accept', 'booking', 'bundles'];
const PARTS = [...ON_THE_HUB, 'slots', 'replan'];
const { values } = parseArgs({
  options: {
    /** A fraction of the time: enough to see whether anything is broken. */
    short: { type: 'boolean', default: false },
    /** One of the parts above. */
    only: { type: 'string', multiple: true, default: PARTS },
  },
});

const CONCURRENCY = 8;
const ROUNDS = values.short ? { rounds: 3, count: 60 } : { rounds: 9, count: 200 };
const STEADY = { perSecond: 5, seconds: values.short ? 10 : 60 };
const LOADS = values.short ? 3 : 9;

const RESULTS = join(import.meta.dirname, '../../.ertad-bench');

const inWords = ({ rate, against }: Comparison) =>
  `${rate.toFixed(0)}/s against ${against.toFixed(0)}/s, ${CONCURRENCY} at a time`;

/** The way in against plain transactions of the same items on the same DynamoDB Local. */
async function acceptFigures(hub: LocalHub): Promise<Figure[]> {
  const { client, table } = directTable(hub);
  for (const name of COMPETING) hub.pause(name);
  const options = { ...ROUNDS, concurrency: CONCURRENCY };
  const direct = await compare(inProcess(table), raw(client, table), options);
  const school = await sender(hub, CONCURRENCY);
  const through = await compare(throughHub(school), raw(client, table), options);
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
    ...(await writeUnits(client, table)),
  ];
}

/** The part that needs the workers comes before the one that pauses them. */
async function figuresOf(hub: LocalHub): Promise<Figure[]> {
  const wanted = (part: string) => values.only.includes(part);
  return [
    ...(wanted('delivery') ? await deliveryTimes(hub, directTable(hub).table, STEADY) : []),
    ...(wanted('accept') ? await acceptFigures(hub) : []),
    ...(wanted('booking') ? await bookingFigures() : []),
    ...(wanted('bundles') ? bundleFigures(hub, LOADS) : []),
  ];
}

async function onTheHub(): Promise<Figure[]> {
  if (!ON_THE_HUB.some((part) => values.only.includes(part))) return [];
  const dataDir = mkdtempSync(join(tmpdir(), 'ertad-bench-'));
  const hub = await startHub({ port: 0, dataDir, inMemory: true, seed: enrolAll });
  try {
    return await figuresOf(hub);
  } finally {
    await hub.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const described = machine();
const figures = [
  ...(await onTheHub()),
  ...(values.only.includes('slots') ? await slotFigures(values.short) : []),
  ...(values.only.includes('replan') ? await replanFigures(values.short) : []),
];
console.log(`${machineInWords(described)}\n\n${tableOf(figures)}`);
mkdirSync(RESULTS, { recursive: true });
const results = { at: new Date().toISOString(), machine: described, figures };
writeFileSync(join(RESULTS, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
