import type { Habits } from './receiver.ts';

/** A receiver with one bad habit, and the ids of the checks that have to name it: no others. */
export interface Broken {
  readonly habit: string;
  readonly does: Partial<Habits>;
  readonly fails: readonly string[];
}

const SIGNATURE = [
  'refuse.changed-body',
  'refuse.other-bytes',
  'refuse.wrong-key',
  'refuse.changed-id',
  'refuse.changed-time',
  'refuse.missing-headers',
  'refuse.empty-signature',
  'refuse.part-of-signature',
  'refuse.unknown-scheme',
];
const respelled = (body: string): string => JSON.stringify(JSON.parse(body));
/** How much of a signature the sloppy one looks at, its scheme with it. */
const LOOKED_AT = 10;

export const brokenReceivers: readonly Broken[] = [
  {
    habit: 'checks no signature',
    does: { isSigned: () => true },
    fails: ['challenge.forged', ...SIGNATURE, 'load.reused-connection', 'taken.nothing-forged'],
  },
  {
    habit: 'compares the beginning of a signature only',
    does: {
      isSigned: (given, right) =>
        given.some((one) => one.slice(0, LOOKED_AT) === right.slice(0, LOOKED_AT)),
    },
    fails: ['refuse.part-of-signature', 'taken.nothing-forged'],
  },
  {
    habit: 'takes any timestamp',
    does: { isFresh: () => true },
    fails: [
      'refuse.odd-timestamp',
      'time.late',
      'time.future',
      'time.replayed-capture',
      'taken.nothing-forged',
    ],
  },
  {
    habit: 'reads a timestamp as far as it is a number',
    does: {
      isFresh: (at) => Math.abs(Date.now() / 1000 - Number.parseInt(at, 10)) <= 300,
      timeSigned: (at) => String(Number.parseInt(at, 10)),
    },
    fails: ['refuse.odd-timestamp', 'taken.nothing-forged'],
  },
  {
    habit: 'acts upon every repetition',
    does: { dedupes: false },
    fails: ['repeat.acted-once', 'repeat.at-once-acted-once'],
  },
  { habit: 'acts in the order of arrival', does: { ordered: false }, fails: ['order.swapped'] },
  {
    habit: 'refuses types it does not know',
    does: { knows: (type) => /^(?:task|endpoint)\./.test(type) },
    fails: ['good.unknown-type'],
  },
  {
    habit: 'verifies JSON it has written itself',
    does: { signedPart: respelled },
    fails: ['good.raw-bytes', 'refuse.other-bytes', 'taken.nothing-lost', 'taken.nothing-forged'],
  },
  {
    habit: 'looks at the first signature only',
    does: { isSigned: ([first], right) => first === right },
    fails: ['good.other-scheme', 'good.second-signature', 'taken.nothing-lost'],
  },
  {
    habit: 'answers 200 when it refuses',
    does: { refusal: { status: 200, says: () => '{"error":"signature"}' } },
    fails: [
      'challenge.forged',
      ...SIGNATURE,
      'refuse.odd-timestamp',
      'time.late',
      'time.future',
      'load.reused-connection',
      'time.replayed-capture',
    ],
  },
  {
    habit: 'says that it is gone when it refuses',
    does: { refusal: { status: 410, says: () => '' } },
    fails: [
      'challenge.forged',
      ...SIGNATURE,
      'refuse.odd-timestamp',
      'time.late',
      'time.future',
      'load.reused-connection',
      'time.replayed-capture',
    ],
  },
  {
    habit: 'tells a forger which signature it expected',
    does: { refusal: { status: 401, says: (right) => `expected ${right}` } },
    fails: ['refuse.gives-nothing-away'],
  },
  {
    habit: 'ignores the challenge',
    does: { challenged: () => '{"ok":true}' },
    fails: ['challenge.echoed'],
  },
  {
    habit: 'knows a repetition before it looks at the time',
    does: { knownFirst: true },
    fails: ['time.replayed-capture'],
  },
  {
    habit: 'serves one request after the other',
    does: { serial: true },
    fails: ['load.slow-sender'],
  },
  { habit: 'answers a GET', does: { get: 200 }, fails: ['load.get'] },
  {
    habit: 'answers 204 and keeps nothing',
    does: { keeps: false },
    fails: [
      'repeat.acted-once',
      'repeat.at-once-acted-once',
      'order.interleaved',
      'order.swapped',
      'taken.nothing-lost',
    ],
  },
  {
    habit: 'redirects to the address with a slash',
    does: { redirect: '/hook/' },
    fails: ['reach.no-redirect'],
  },
];
