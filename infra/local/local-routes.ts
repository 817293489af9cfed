import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import { boxPage } from './boxes.ts';
import type { Clock } from './clock.ts';
import type { Answer } from './gateway-responses.ts';
import { languageOf } from './pages.ts';
import type { Moved } from './quiet.ts';
import { problem, type Respond } from './server.ts';
import type { Stores } from './stores/stores.ts';

/** Where to move the clock: by an ISO 8601 duration, or to an instant. */
export const ClockMove = z.union([
  z.strictObject({ advance: z.iso.duration() }),
  z.strictObject({ set: z.iso.datetime({ offset: true }) }),
]);
export type ClockMove = z.infer<typeof ClockMove>;

interface LocalRoutesOptions {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly moveClock: (to: ClockMove) => Promise<Moved>;
  /** Everything that is the template's. */
  readonly api: Respond;
}

/** What only the local hub answers: the clock and the boxes; the rest goes to the API. */
export function localRoutes({ stores, clock, moveClock, api }: LocalRoutesOptions): Respond {
  return async (request, url) => {
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /local/clock':
        return json({ now: new Date(clock.now()).toISOString() });
      case 'POST /local/clock':
        return move(await bodyOf(request));
      case 'GET /mailbox':
        return box('mailbox', request, url);
      case 'GET /phonebox':
        return box('phonebox', request, url);
      default:
        return api(request, url);
    }
  };

  /** What went out: as a page for people, as JSON for who asks for it. */
  async function box(name: 'mailbox' | 'phonebox', request: IncomingMessage, url: URL) {
    const messages = await stores[name]();
    return request.headers.accept === 'application/json'
      ? json({ items: messages })
      : html(boxPage(name, language(request, url), messages));
  }

  async function move(body: unknown): Promise<Answer> {
    const to = ClockMove.safeParse(body);
    if (!to.success)
      return problem(400, 'Give {"advance": "PT1H"} or {"set": "2026-11-23T09:00:00Z"}.');
    try {
      return json(await moveClock(to.data));
    } catch (error) {
      if (error instanceof RangeError) return problem(400, error.message);
      throw error;
    }
  }
}

const language = (request: IncomingMessage, url: URL) =>
  languageOf(url, request.headers['accept-language']);

const json = (body: object): Answer => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const html = (body: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

/** No web page of another origin can send this type without asking first. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return undefined;
  }
}
