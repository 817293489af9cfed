import { strangersKey } from '../keys.ts';
import { judged } from '../verdict.ts';
import type { How, Message } from './bench.ts';
import { type Check, refuses, refusesEach } from './check.ts';

/** The message with one of its headers changed, or without it. */
const withHeader =
  (name: string, change: (value: string) => string | undefined) =>
  ({ headers, body }: Message): Message => {
    const { [name]: old = '', ...others } = headers;
    const value = change(old);
    return { headers: value === undefined ? others : { ...others, [name]: value }, body };
  };
const without = (name: string): How => ({ forge: withHeader(name, () => undefined) });
const signature = (change: (value: string) => string): How => ({
  forge: withHeader('webhook-signature', change),
});

/** Changes one letter: still JSON, still of the same length. */
function changed({ headers, body }: Message): Message {
  const text = body.toString('utf8');
  return { headers, body: Buffer.from(text.replace(/("urgency":")urgent/, '$1ergent')) };
}

/** The same JSON with a blank that was not signed. */
const respelled = ({ headers, body }: Message): Message => ({
  headers,
  body: Buffer.from(body.toString('utf8').replace('{"type":', '{ "type":')),
});

/** How much of a right signature a sloppy comparison might be content with. */
const PREFIX = 12;
const eachOf = (list: string, change: (one: string) => string): string =>
  list.split(' ').map(change).join(' ');
const schemeOf = (one: string): string => one.split(',')[0] ?? '';

/** Signed over the number, sent with more behind it; or signed as it is sent. */
const oddTime = (odd: (seconds: string) => string, signedToo: boolean): How =>
  signedToo ? { time: odd } : { forge: withHeader('webhook-timestamp', odd) };
const TIMES = [
  (now: string) => `${now}abc`,
  (now: string) => `${now}.5`,
  (now: string) => `+${now}`,
  () => 'now',
  () => '',
];

/** What was not signed by the hub's key, as it came, is refused. */
export const refusals: readonly Check[] = [
  { id: 'refuse.changed-body', level: 'must', run: refuses({ forge: changed }) },
  { id: 'refuse.other-bytes', level: 'must', run: refuses({ forge: respelled }) },
  {
    id: 'refuse.wrong-key',
    level: 'must',
    run: (bench) =>
      refuses({ keys: bench.target.keys.map(({ scheme }) => strangersKey(scheme)) })(bench),
  },
  {
    id: 'refuse.changed-id',
    level: 'must',
    run: refuses({ forge: withHeader('webhook-id', (id) => `${id.slice(0, -1)}_`) }),
  },
  {
    id: 'refuse.changed-time',
    level: 'must',
    run: refuses({ forge: withHeader('webhook-timestamp', (at) => String(Number(at) - 7)) }),
  },
  {
    id: 'refuse.missing-headers',
    level: 'must',
    run: refusesEach([
      [{ ka: 'webhook-id-ის გარეშე', en: 'without webhook-id' }, without('webhook-id')],
      [
        { ka: 'webhook-timestamp-ის გარეშე', en: 'without webhook-timestamp' },
        without('webhook-timestamp'),
      ],
      [
        { ka: 'webhook-signature-ის გარეშე', en: 'without webhook-signature' },
        without('webhook-signature'),
      ],
    ]),
  },
  {
    id: 'refuse.empty-signature',
    level: 'must',
    run: refusesEach([
      [{ ka: 'ცარიელი', en: 'empty' }, signature(() => '')],
      [
        { ka: 'მხოლოდ „v1,“', en: 'only “v1,”' },
        signature((list) => eachOf(list, (one) => `${schemeOf(one)},`)),
      ],
    ]),
  },
  {
    id: 'refuse.part-of-signature',
    level: 'must',
    run: refusesEach([
      [
        { ka: 'მხოლოდ დასაწყისი', en: 'only its beginning' },
        signature((list) => eachOf(list, (one) => one.slice(0, PREFIX + schemeOf(one).length))),
      ],
      [
        { ka: 'დასაწყისი სწორია, დანარჩენი — არა', en: 'right beginning, wrong rest' },
        signature((list) => eachOf(list, wrongRest)),
      ],
    ]),
  },
  {
    id: 'refuse.unknown-scheme',
    level: 'must',
    run: refuses(signature((list) => eachOf(list, (one) => one.replace(/^v1a?,/, 'v9,')))),
  },
  {
    id: 'refuse.odd-timestamp',
    level: 'must',
    run: refusesEach(
      TIMES.flatMap((odd) =>
        [false, true].map(
          (signedToo) =>
            [
              {
                ka: `„${odd('123')}“${signedToo ? ', ასევე ხელმოწერილი' : ''}`,
                en: `“${odd('123')}”${signedToo ? ', signed like this' : ''}`,
              },
              oddTime(odd, signedToo),
            ] as const,
        ),
      ),
    ),
  },
];

/** Keeps length and alphabet, so that only the comparison can tell. */
function wrongRest(one: string): string {
  const kept = PREFIX + schemeOf(one).length;
  const turned = [...one.slice(kept)].map((sign) =>
    sign === 'A' ? 'B' : sign === '=' ? '=' : 'A',
  );
  return one.slice(0, kept) + turned.join('');
}

/** Looked at when everything has been sent: no answer helps a forger. */
export const silence: Check = {
  id: 'refuse.gives-nothing-away',
  level: 'must',
  run: async ({ leaks }) =>
    judged(leaks === 0, {
      ka: `${leaks} პასუხში გასაღები ან სწორი ხელმოწერა იყო`,
      en: `${leaks} answers held a key or the right signature`,
    }),
};
