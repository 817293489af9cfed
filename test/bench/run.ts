import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accessFigures } from './access.ts';
import { type Figure, tableOf } from './figures.ts';
import { machine, machineInWords } from './machine.ts';
import { replanFigures } from './replan.ts';
import { sealingFigures } from './sealing.ts';
import { senderFigures } from './sender.ts';
import { slotFigures } from './slots.ts';

const ON_THE_HUB = ['delivery', 'case-view', 'accept', 'booking', 'console', 'breach', 'bundles'];
const PARTS = [...ON_THE_HUB, 'sealing', 'access', 'sender', 'slots', 'replan'];
const { values } = parseArgs({
  options: {
    /** A fraction of the time: enough to see whether anything is broken. */
    short: { type: 'boolean', default: false },
    /** One of the parts above. */
    only: { type: 'string', multiple: true, default: PARTS },
  },
});

const RESULTS = join(import.meta.dirname, '../../.ertad-bench');
const wanted = (part: string) => values.only.includes(part);

/** Loaded only now: once the hub is loaded, building masks takes four times as long. */
async function ofTheHub(): Promise<Figure[]> {
  if (!ON_THE_HUB.some(wanted)) return [];
  const { onTheHub } = await import('./on-the-hub.ts');
  return onTheHub(values);
}

const described = machine();
const figures = [
  ...(wanted('sealing') ? sealingFigures(values.short) : []),
  ...(wanted('access') ? accessFigures(values.short) : []),
  ...(wanted('sender') ? await senderFigures(values.short) : []),
  ...(wanted('slots') ? await slotFigures(values.short) : []),
  ...(wanted('replan') ? await replanFigures(values.short) : []),
  ...(await ofTheHub()),
];
console.log(`${machineInWords(described)}\n\n${tableOf(figures)}`);
mkdirSync(RESULTS, { recursive: true });
const results = { at: new Date().toISOString(), machine: described, figures };
writeFileSync(join(RESULTS, 'results.json'), `${JSON.stringify(results, undefined, 2)}\n`);
