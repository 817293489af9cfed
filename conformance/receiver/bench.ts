import type { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Key } from '../keys.ts';
import { type Came, type Sent, send } from '../wire.ts';
import { type Event, type Events, eventsFrom } from './events.ts';
import { readTaken, type Taken } from './taken.ts';

/** How long things take, in milliseconds. Tests are less patient than a partner's network. */
export interface Pace {
  /** The hub waits this long for an answer, and no longer. */
  readonly most: number;
  /** A good receiver is done by then. */
  readonly better: number;
  /** The kit itself listens longer, so that one slow answer is one failure. */
  readonly listen: number;
  /** How old the captured message is when it is first sent, and how far beyond the window last. */
  readonly captureAge: number;
  readonly captureMargin: number;
  /** How slowly the kit sends where it is slow. */
  readonly slowPieces: number;
  readonly slowEvery: number;
  /** How long the receiver may go on working before its list is final. */
  readonly settle: number;
}

export const PACE: Pace = {
  most: 15_000,
  better: 5_000,
  listen: 25_000,
  captureAge: 292_000,
  captureMargin: 3_000,
  slowPieces: 40,
  slowEvery: 100,
  settle: 15_000,
};

export interface Target {
  readonly receiver: URL;
  readonly taken?: URL | undefined;
  readonly keys: readonly Key[];
  readonly next: readonly Key[];
  /** When the receiver lets go of the old key, in milliseconds since 1970. */
  readonly oldUntil?: number | undefined;
  /** Ids of checks, or their beginnings; without them all are run. */
  readonly only?: readonly string[];
  readonly pace: Pace;
}

/** How one message differs from what the hub would send now. */
export interface How {
  readonly keys?: readonly Key[];
  /** Added to now, in seconds. */
  readonly shift?: number;
  /** Another spelling of the timestamp, signed as it is sent. */
  readonly time?: (seconds: string) => string;
  readonly agent?: Agent;
  readonly manner?: Sent['manner'];
  /** Changes headers and body after signing. */
  readonly forge?: (message: Message) => Message;
  /** The signature list, made of what the keys signed. */
  readonly list?: (signatures: readonly string[]) => string;
}

export interface Message {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** What the checks stand at: it signs and sends, and remembers what came. */
export interface Bench {
  readonly target: Target;
  readonly events: Events;
  /** Everything that was answered in the ordinary way. */
  readonly answers: readonly Came[];
  /** Answers that gave away a secret or the right signature of what was refused. */
  readonly leaks: number;
  /** What has to stand in the receiver's list at the end, and what must not. */
  readonly good: Event[];
  readonly bad: Event[];
  message(event: Event, how?: How): Message;
  send(event: Event, how?: How): Promise<Came>;
  /** Sends bytes as they are. */
  raw(message: Message, how?: Pick<How, 'agent' | 'manner'>): Promise<Came>;
  /** What the receiver acted upon, of this run, once `done` is satisfied or time is up. */
  taken(done: (list: readonly Taken[]) => boolean): Promise<readonly Taken[]>;
}

export function benchFor(target: Target): Bench {
  const { receiver, keys, pace } = target;
  const events = eventsFrom(Math.floor((Date.now() - NUMBERED_FROM) / 1000));
  const answers: Came[] = [];
  const tells = tellTale(target);
  let leaks = 0;

  const message: Bench['message'] = (event, how = {}) => signedMessage(event, keys, how);
  const raw: Bench['raw'] = async ({ headers, body }, { agent, manner } = {}) => {
    const came = await send(receiver, {
      headers,
      body,
      wait: pace.listen,
      ...(agent && { agent }),
      ...(manner && { manner }),
    });
    if (!manner) answers.push(came);
    if (tells(came, headers['webhook-signature'])) leaks += 1;
    return came;
  };
  return {
    target,
    events,
    answers,
    good: [],
    bad: [],
    get leaks() {
      return leaks;
    },
    message,
    raw,
    async send(event, how = {}) {
      const sent = message(event, how);
      const came = await raw(how.forge?.(sent) ?? sent, how);
      if (how.forge && tells(came, sent.headers['webhook-signature'])) leaks += 1;
      return came;
    },
    async taken(done) {
      const until = performance.now() + pace.settle;
      for (;;) {
        const list = await readTaken(target, events.isOurs);
        if (done(list) || performance.now() > until) return list;
        await pause(TAKEN_EVERY);
      }
    },
  };
}

const TAKEN_EVERY = 100;
/** The beginning of 2026: numbers of a later run are higher, and still of nine digits. */
const NUMBERED_FROM = Date.UTC(2026, 0);

function signedMessage(event: Event, own: readonly Key[], how: How): Message {
  const {
    keys = own,
    shift = 0,
    time = (seconds) => seconds,
    list = (signatures) => signatures.join(' '),
  } = how;
  const body = Buffer.from(event.body);
  const timestamp = time(String(Math.floor(Date.now() / 1000) + shift));
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Ertad-Webhooks/1 (conformance kit)',
    'ertad-payload': '1',
    'webhook-id': event.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': list(keys.map((key) => key.sign(event.id, timestamp, body))),
  };
  return { headers, body };
}

/** Whether an answer repeats a secret, or the code that would have been right. */
function tellTale({ keys, next }: Target) {
  const secrets = [...keys, ...next].map(({ text }) => text);
  return ({ body }: Came, signature = ''): boolean =>
    [...secrets, ...signature.split(' ').map((one) => one.split(',')[1] ?? '')].some(
      (text) => text.length > 20 && body.includes(text),
    );
}
