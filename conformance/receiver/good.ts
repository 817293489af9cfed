import { type Scheme, strangersKey } from '../keys.ts';
import { isRefused, isTaken, joined, judged, notAsked, told, type Words } from '../verdict.ts';
import type { Bench, Target } from './bench.ts';
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
  ka: 'კოდი პასუხში არ არის',
  en: 'the challenge is not in the answer',
};

async function challenged(bench: Bench, honest: boolean) {
  const challenge = freshChallenge();
  const event = bench.events.aside('endpoint.challenged', challenge);
  const stranger = () => bench.target.keys.map(({ scheme }) => strangersKey(scheme));
  const came = await bench.send(event, honest ? {} : { keys: stranger() });
  return { came, echoed: came.body.includes(challenge) };
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
      const { came, echoed } = await challenged(bench, true);
      return judged(isTaken(came) && echoed, joined(told(came), echoed ? ECHOED : NOT_ECHOED));
    },
  },
  {
    id: 'challenge.forged',
    level: 'must',
    run: async (bench) => {
      const { came, echoed } = await challenged(bench, false);
      return judged(isRefused(came) && !echoed, joined(told(came), echoed ? ECHOED : NOT_ECHOED));
    },
  },
];
