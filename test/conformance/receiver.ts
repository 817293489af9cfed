import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface Arrived {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly nth: number;
}
interface Event {
  readonly type: string;
  readonly data: {
    readonly id: string;
    readonly sequence?: number;
    readonly subject: { readonly id: string };
    readonly challenge?: string;
  };
}

/** What a receiver does, part by part, so that a test can have one of them done badly. */
export interface Habits {
  /** Whether one of the codes given is right for the content. */
  isSigned(given: readonly string[], right: string): boolean;
  /** What is verified of the body. */
  signedPart(body: string): string;
  isFresh(timestamp: string): boolean;
  /** The timestamp as it goes into what is verified. */
  timeSigned(timestamp: string): string;
  knows(type: string): boolean;
  readonly dedupes: boolean;
  readonly ordered: boolean;
  readonly keeps: boolean;
  readonly bodyMost: number;
  /** Looks for duplicates before it verifies anything. */
  readonly knownFirst: boolean;
  readonly refusal: { readonly status: number; says(right: string): string };
  challenged(challenge: string): string;
  readonly get: number;
  readonly redirect?: string;
  /** One request after the other. */
  readonly serial: boolean;
  delay(arrived: Arrived): number;
}

const same = (text: string) => text;

export const SOUND: Habits = {
  isSigned: (given, right) => given.includes(right),
  signedPart: same,
  isFresh: (at) => /^[1-9]\d{0,11}$/.test(at) && Math.abs(Date.now() / 1000 - Number(at)) <= 300,
  timeSigned: same,
  knows: () => true,
  dedupes: true,
  ordered: true,
  keeps: true,
  bodyMost: 65_536,
  knownFirst: false,
  refusal: { status: 401, says: () => '' },
  challenged: (challenge) => challenge,
  get: 405,
  serial: false,
  delay: () => 0,
};

export interface Receiver {
  readonly url: URL;
  readonly taken: URL;
  stop(): Promise<void>;
}

/** A receiver on this machine with one v1 key, and habits of its own. */
export async function startReceiver(secret: string, changed: Partial<Habits>): Promise<Receiver> {
  const habits: Habits = { ...SOUND, ...changed };
  const take = taking(secret, habits);
  let turn = Promise.resolve();
  let nth = 0;
  const server = createServer(async (request, response) => {
    if (request.url === '/taken') return void response.end(JSON.stringify(take.list));
    if (request.method !== 'POST') return void response.writeHead(habits.get).end();
    const before = turn;
    const { promise, resolve } = Promise.withResolvers<void>();
    if (habits.serial) turn = before.then(() => promise);
    await before;
    nth += 1;
    const place = nth;
    const body = await textOf(request, habits.bodyMost).catch(() => undefined);
    const { status, says } =
      body === undefined
        ? { status: 413, says: '' }
        : take.answer({ headers: request.headers, body, nth: place });
    await pause(habits.delay({ headers: request.headers, body: body ?? '', nth: place }));
    const location = habits.redirect && { location: habits.redirect };
    response.writeHead(habits.redirect ? 308 : status, location || {}).end(says);
    resolve();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: new URL(`${origin}/hook?token=of-this-address`),
    taken: new URL(`${origin}/taken`),
    async stop() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function taking(secret: string, habits: Habits) {
  const known = new Set<string>();
  const lastOf = new Map<string, number>();
  const list: { id: string; sequence: number; subject: string }[] = [];
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');

  const act = ({ data: { id, sequence = 0, subject } }: Event): void => {
    if (habits.dedupes && known.has(id)) return;
    known.add(id);
    if (habits.ordered && sequence <= (lastOf.get(subject.id) ?? 0)) {
      // A repetition that is let through has the number of the last one.
      if (habits.dedupes || sequence < (lastOf.get(subject.id) ?? 0)) return;
    }
    lastOf.set(subject.id, sequence);
    if (habits.keeps) list.push({ id, sequence, subject: subject.id });
  };

  const answer = ({ headers, body }: Arrived): { status: number; says: string } => {
    const of = (name: string) => String(headers[name] ?? '');
    const [id, at, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map(of);
    if (habits.knownFirst && known.has(id ?? '')) return { status: 204, says: '' };
    const content = `${id}.${habits.timeSigned(at ?? '')}.${habits.signedPart(body)}`;
    const right = `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
    const given = (signatures ?? '').split(' ');
    if (!id || !at || !habits.isFresh(at) || !habits.isSigned(given, right)) {
      return { status: habits.refusal.status, says: habits.refusal.says(right) };
    }
    const event = JSON.parse(body) as Event;
    const { challenge } = event.data;
    if (challenge) return { status: 200, says: habits.challenged(challenge) };
    if (!habits.knows(event.type)) return { status: 422, says: '' };
    if (event.data.sequence !== undefined) act(event);
    return { status: 204, says: '' };
  };
  return { list, answer };
}

async function textOf(request: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let read = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (read > most) reject(new RangeError('too large'));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('error', reject);
  });
}
