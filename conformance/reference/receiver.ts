/**
 * A receiver of the hub's webhooks, in one file, with nothing but Node (22.18 or later).
 *
 *   ERTAD_KEYS="whsec_…" ERTAD_TEST=yes node receiver.ts
 *
 *   PORT              8090
 *   ERTAD_KEYS        keys it knows, separated by blanks: whsec_… (v1) or whpk_… (v1a). In a rotation
 *                     the old one gets its end: "whsec_new whsec_old@2026-11-24T10:05:00Z"
 *   ERTAD_STORE       file in which it keeps what came (inbox.jsonl)
 *   ERTAD_TEST        yes: GET /taken lists what it acted upon (ids only). Not in production.
 *   ERTAD_HUB, ERTAD_TOKEN_URL, ERTAD_CLIENT_ID, ERTAD_CLIENT_SECRET
 *                     where given, what the webhook points to is fetched
 *
 * Put a web server with TLS in front of it (nginx, IIS); this listens on the machine itself only.
 */
import { createHmac, createPublicKey, timingSafeEqual, verify } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';

const {
  PORT = '8090',
  ERTAD_KEYS = '',
  ERTAD_STORE = 'inbox.jsonl',
  ERTAD_TEST,
  ERTAD_HUB = '',
  ERTAD_TOKEN_URL,
  ERTAD_CLIENT_ID = '',
  ERTAD_CLIENT_SECRET = '',
} = process.env;

/** A webhook of the hub has 2 kB at most. */
const BODY_MOST = 65_536;
/** How far the clocks may be apart, either way. Keep this machine's clock right with NTP. */
const WINDOW_SECONDS = 300;
/** What is thrown away of a body that is too large before the connection is cut. */
const DRAIN_MOST = 4 * 1024 * 1024;
/** What stands before the 32 bytes of an Ed25519 key (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

interface Event {
  readonly type: string;
  readonly data: {
    readonly id: string;
    /** Absent where it concerns the endpoint itself. */
    readonly sequence?: number;
    readonly subject: { readonly kind: string; readonly id: string };
    readonly link: string;
    readonly challenge?: string;
  };
}
interface Key {
  readonly until: number;
  readonly signed: (given: string, content: Buffer) => boolean;
}

// 1. Is it from the hub? -----------------------------------------------------------------------

const keys: readonly Key[] = ERTAD_KEYS.split(/\s+/).filter(Boolean).map(keyOf);
if (keys.length === 0) throw new Error('ERTAD_KEYS is empty');

function keyOf(text: string): Key {
  const [key = '', end] = text.split('@');
  const until = end ? Date.parse(end) : Number.POSITIVE_INFINITY;
  const bytes = Buffer.from(key.replace(/^wh[a-z]+_/, ''), 'base64');
  if (key.startsWith('whsec_')) return { until, signed: (...given) => isMac(bytes, ...given) };
  if (!key.startsWith('whpk_')) throw new Error('a key is whsec_… or whpk_…');
  const open = createPublicKey({ key: Buffer.concat([SPKI, bytes]), format: 'der', type: 'spki' });
  return {
    until,
    signed: (given, content) =>
      given.startsWith('v1a,') &&
      verify(null, content, open, Buffer.from(given.slice(4), 'base64')),
  };
}

/** The whole signature is compared, in a time that tells nothing about where it differs. */
function isMac(key: Buffer, given: string, content: Buffer): boolean {
  const right = Buffer.from(`v1,${createHmac('sha256', key).update(content).digest('base64')}`);
  const got = Buffer.from(given);
  return got.length === right.length && timingSafeEqual(got, right);
}

/** Three headers, a fresh time, and one signature of the list that one of our keys made. */
function isFromHub(headers: IncomingHttpHeaders, body: Buffer): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': list } = headers;
  if (typeof id !== 'string' || typeof at !== 'string' || typeof list !== 'string') return false;
  // Whole seconds and nothing else: parseInt would read "123abc" as 123.
  if (!/^[\x21-\x2d\x2f-\x7e]{1,200}$/.test(id) || !/^[1-9]\d{0,11}$/.test(at)) return false;
  if (Math.abs(Date.now() / 1000 - Number(at)) > WINDOW_SECONDS) return false;
  // The bytes as they came: JSON that is parsed and written again has other bytes.
  const content = Buffer.concat([Buffer.from(`${id}.${at}.`), body]);
  const signatures = list.split(' ').slice(0, 10);
  return keys.some(
    ({ until, signed }) => Date.now() < until && signatures.some((one) => signed(one, content)),
  );
}

// 2. Have we had it, and is it in order? ---------------------------------------------------------
// A file stands in for your database: there, a table with webhook-id as its unique key.

const known = new Set<string>();
const lastOf = new Map<string, number>();
const taken: { id: string; sequence: number; subject: string }[] = [];
const unfinished = new Map<string, Event>();

function keep(line: object): void {
  appendFileSync(ERTAD_STORE, `${JSON.stringify(line)}\n`, { flush: true });
}

/** Says whether there is something to do. The same id is done once; what is older, not any more. */
function isNew({ data }: Event): boolean {
  if (known.has(data.id)) return false;
  known.add(data.id);
  const last = lastOf.get(data.subject.id) ?? 0;
  // We fetch the present state through the link, so what was overtaken needs no work.
  const { sequence = 0 } = data;
  if (sequence <= last) return false;
  lastOf.set(data.subject.id, sequence);
  return true;
}

function done({ data: { id, sequence = 0, subject } }: Event): void {
  unfinished.delete(id);
  taken.push({ id, sequence, subject: subject.id });
}

// What was kept before a restart; what was not finished is worked on again.
for (const line of existsSync(ERTAD_STORE) ? readFileSync(ERTAD_STORE, 'utf8').split('\n') : []) {
  if (!line) continue;
  const { came, finished } = JSON.parse(line) as { came?: Event; finished?: string };
  if (came && isNew(came)) unfinished.set(came.data.id, came);
  const event = finished && unfinished.get(finished);
  if (event) done(event);
}

// 3. The work, after the answer -----------------------------------------------------------------

/** One chain of work for each subject: its events follow one another, others go on beside it. */
const chains = new Map<string, Promise<void>>();

function workOn(event: Event): void {
  const subject = event.data.subject.id;
  const before = chains.get(subject) ?? Promise.resolve();
  const chain = before
    .then(() => work(event))
    .catch((error: Error) => console.error(`${event.data.id}: ${error.message}`))
    .finally(() => chains.get(subject) === chain && chains.delete(subject));
  chains.set(subject, chain);
}

async function work(event: Event): Promise<void> {
  if (ERTAD_TOKEN_URL) {
    const authorization = `Bearer ${await freshToken(ERTAD_TOKEN_URL)}`;
    const answer = await fetch(new URL(event.data.link, ERTAD_HUB), {
      headers: { authorization },
      signal: AbortSignal.timeout(15_000),
    });
    await answer.body?.cancel();
    // Here your system opens a task for a person. Never log what the hub answers: it is personal.
    console.log(`${event.type} ${event.data.subject.id}: fetched, ${answer.status}`);
  }
  keep({ finished: event.data.id });
  done(event);
}

/** Client credentials. A token holds for a while: a busy system keeps it until shortly before. */
async function freshToken(url: string): Promise<string> {
  const basic = Buffer.from(`${ERTAD_CLIENT_ID}:${ERTAD_CLIENT_SECRET}`).toString('base64');
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'ertad/api' }),
    signal: AbortSignal.timeout(15_000),
  });
  if (!answer.ok) throw new Error(`no token: ${answer.status}`);
  return ((await answer.json()) as { access_token: string }).access_token;
}

// 4. The server ----------------------------------------------------------------------------------

/**
 * The body, or nothing where it is too large. The rest of such a one is read and thrown away, for an
 * answer that is sent into the middle of it may never be seen; without an end it is cut.
 */
function bytesOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let read = 0;
  return new Promise((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (read <= BODY_MOST) chunks.push(chunk);
      if (read > DRAIN_MOST) request.destroy();
    });
    request.on('end', () => resolve(read <= BODY_MOST ? Buffer.concat(chunks) : undefined));
    request.on('error', reject);
  });
}

/** What a rightly signed webhook is answered: stored first, then 2xx, then worked on. */
function answerTo(body: Buffer): { status: number; body?: object } {
  let event: Event;
  try {
    event = JSON.parse(body.toString('utf8'));
  } catch {
    return { status: 400 };
  }
  const { challenge, sequence } = event.data;
  if (event.type === 'endpoint.challenged') return { status: 200, body: { challenge } };
  // The test button: nothing to do.
  if (sequence === undefined) return { status: 204 };
  if (isNew(event)) {
    keep({ came: event });
    unfinished.set(event.data.id, event);
    workOn(event);
  }
  // Known already, or of a type we do not know: taken all the same, or it would come again.
  return { status: 204 };
}

const server = createServer(async (request, response) => {
  if (ERTAD_TEST === 'yes' && request.method === 'GET' && request.url === '/taken') {
    return void response.writeHead(200).end(JSON.stringify(taken));
  }
  if (request.method !== 'POST') return void response.writeHead(405).end();
  const body = await bytesOf(request).catch(() => undefined);
  if (!body) return void response.writeHead(413).end();
  // No word more than this: whoever tries to forge one learns nothing.
  if (!isFromHub(request.headers, body)) return void response.writeHead(401).end();
  const { status, body: said } = answerTo(body);
  response.writeHead(status).end(said && JSON.stringify(said));
});
server.requestTimeout = 30_000;
server.headersTimeout = 10_000;
server.listen(Number(PORT), '127.0.0.1', () => {
  console.log(`listening on ${JSON.stringify(server.address())}`);
  for (const event of unfinished.values()) workOn(event);
});
