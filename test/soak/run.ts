/**
 * `npm run soak`: the long forms of what the tests show shortly. Rounds of load under random trouble,
 * each followed by the check that nothing was lost or doubled; random histories of children's cases;
 * crowds at few rooms; then once each the fuzz of the API, the nonces and the strangers. Prints each
 * round's seed, so that it can be had again, and a table of what was promised and measured:
 *
 *     npm run soak -- --rounds 20 --referrals 120 --seed 4711
 *     npm run soak -- --only fuzz --only nonces
 */
import { parseArgs } from 'node:util';
import { atMost, type Figure, tableOf } from '../bench/figures.ts';
import { machine, machineInWords } from '../bench/machine.ts';
import { crowdedBookings, oneOfMany } from './bookings.ts';
import { historyOfCases, openingsOfOneChild } from './cases.ts';
import { fuzzFigures, nonceFigures, strangerFigures } from './long-forms.ts';
import { afterDeath, underTrouble } from './trouble.ts';

/** Steps of bookings a round, and holds for one visit. */
const BOOKINGS = 10_000;
const HOLDS = 1000;

/** What is wrong after a round of each. */
const ROUNDS: Readonly<Record<string, (seed: number, referrals: number) => Promise<string[]>>> = {
  trouble: underTrouble,
  death: afterDeath,
  histories: historyOfCases,
  openings: openingsOfOneChild,
  bookings: async (seed) => [
    ...(await crowdedBookings(seed, BOOKINGS)),
    ...(await oneOfMany(seed, HOLDS)),
  ],
};
const WHAT: Readonly<Record<string, string>> = {
  trouble: 'referrals lost, doubled or changed under trouble',
  death: 'referrals lost, doubled or changed after the hub was killed',
  histories: 'protections that stopped in a random history',
  openings: 'second visits of one child',
  bookings: 'bookings that overlap, in a crowd and a thousand at once',
};
const ONCE: Readonly<Record<string, (seed: number) => Figure[] | Promise<Figure[]>>> = {
  nonces: nonceFigures,
  strangers: strangerFigures,
  fuzz: fuzzFigures,
};
const PARTS = [...Object.keys(ROUNDS), ...Object.keys(ONCE)];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true, default: PARTS },
    referrals: { type: 'string', default: '80' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const rounds = Number(values.rounds);

async function inRounds(part: string, wrongAfter: (typeof ROUNDS)[string]): Promise<Figure> {
  const wrong: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    const found = await wrongAfter(seed + round, Number(values.referrals));
    const seconds = Math.round((performance.now() - from) / 1000);
    console.log(
      `${part} ${seed + round}: ${found.length === 0 ? 'kept' : 'not kept'}, ${seconds} s`,
    );
    for (const one of found) console.log(`  ✗ ${one}`);
    wrong.push(...found);
  }
  const detail = `${rounds} rounds from seed ${seed}`;
  return atMost(WHAT[part] ?? part, { value: wrong.length, promised: 0 }, detail);
}

const unknown = values.only.filter((part) => !PARTS.includes(part));
if (unknown.length > 0)
  throw new Error(`no part ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
const described = machine();
const figures: Figure[] = [];
for (const part of values.only) {
  const wrongAfter = ROUNDS[part];
  figures.push(
    ...(wrongAfter ? [await inRounds(part, wrongAfter)] : ((await ONCE[part]?.(seed)) ?? [])),
  );
}
console.log(`\n${machineInWords(described)}\n\n${tableOf(figures)}`);
process.exit(figures.every(({ kept }) => kept !== false) ? 0 : 1);
