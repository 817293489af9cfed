import { type Scheme, strangersKey } from '../keys.ts';
import { isRefused, isTaken, joined, judged, notAsked, told, type Words } from '../verdict.ts';
import type { Bench, How, Target } from './bench.ts';
import { type Check, takes } from './check.ts';
import { freshChallenge } from './events.ts';

const has = (scheme: Scheme) => (target: Target) =>
  target.keys.some((key) => key.scheme === scheme)
    ? undefined
    : notAsked(scheme === 'v1' ? '--secret whsec_…' : '--secret whsk_…');

const signedBy = (scheme: Scheme) => (bench: Bench) =>
  takes({}, { keys: bench.target.keys.filter((key) => key.scheme === scheme) })(bench);

/** A code that no key made, as a scheme of tomorrow would write it. */
const FOREIGN = 'v9,bm9ib2R5IGtub3dzIHRoaXMgc2NoZW1lIHlldA==';
const ECHOED: Words = { ka: 'კოდი პასუხში დგას', en: 'the challenge stands in the answer' };
const NOT_ECHOED: Words = {
  ka: 'კოდი პასუხში ისე არ დგას, როგორც ჰაბი კითხულობს',
  en: 'the challenge does not stand in the answer as the hub reads it',
};

/** As the hub reads it: the challenge alone, or JSON with it. */
function isEcho(body: string, challenge: string): boolean {
  if (body.trim() === challenge) return true;
  try {
    return (JSON.parse(body) as { challenge?: unknown }).challenge === challenge;
  } catch {
    return false;
  }
}

async function challenged(bench: Bench, how: How = {}) {
  const challenge = freshChallenge();
  const event = bench.events.aside('endpoint.challenged', challenge);
  const came = await bench.send(event, how);
  const inside = came.body.includes(challenge);
  return { came, inside, echoed: inside && isEcho(came.body, challenge) };
}

/** What a receiver takes, and the proof that its address is its owner's. */
export const good: readonly Check[] = [
  { id: 'good.v1', level: 'must', unless: has('v1'), run: signedBy('v1') },
  { id: 'good.v1a', level: 'must', unless: has('v1a'), run: signedBy('v1a') },
  {
    id: 'good.both',
    level: 'must',
    unless: (target) => has('v1')(target) ?? has('v1a')(target),
    run: takes(),
  },
  {
    id: 'good.other-scheme',
    level: 'must',
    run: takes({}, { list: (signatures) => [FOREIGN, ...signatures].join(' ') }),
  },
  {
    id: 'good.second-signature',
    level: 'must',
    run: (bench) =>
      takes(
        {},
        {
          keys: [
            ...bench.target.keys.map(({ scheme }) => strangersKey(scheme)),
            ...bench.target.keys,
          ],
        },
      )(bench),
  },
  { id: 'good.raw-bytes', level: 'must', run: takes({ odd: true }) },
  {
    id: 'good.unknown-type',
    level: 'must',
    run: async (bench) => {
      const came = await bench.send(bench.events.next({ type: 'weather.changed' }));
      return judged(isTaken(came), told(came));
    },
  },
  {
    id: 'good.test-event',
    level: 'must',
    run: async (bench) => {
      const came = await bench.send(bench.events.aside('endpoint.tested'));
      return judged(isTaken(came), told(came));
    },
  },
  { id: 'good.unknown-fields', level: 'must', run: takes({ more: true }) },
  {
    id: 'challenge.echoed',
    level: 'must',
    run: async (bench) => {
      const { came, echoed } = await challenged(bench);
      return judged(isTaken(came) && echoed, joined(told(came), echoed ? ECHOED : NOT_ECHOED));
    },
  },
  {
    id: 'challenge.forged',
    level: 'must',
    run: async (bench) => {
      const keys = bench.target.keys.map(({ scheme }) => strangersKey(scheme));
      const { came, inside } = await challenged(bench, { keys });
      return judged(isRefused(came) && !inside, joined(told(came), inside ? ECHOED : NOT_ECHOED));
    },
  },
];
