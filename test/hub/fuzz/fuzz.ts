import type { OpenApiDocument } from '../../../shared/contract/openapi/document.ts';
import { operationsOf } from '../../../shared/contract/openapi/document.ts';
import { chance, shuffled } from '../chance.ts';
import type { Row } from '../raw-table.ts';
import type { World } from '../world.ts';
import { type Answered, undocumented } from './judge.ts';
import { type FuzzRequest, type Place, requestFor } from './requests.ts';
import type { Dice, Manner } from './values.ts';

export interface Fuzzing {
  readonly seed: number;
  /** Requests for each operation: as many of one manner as of the others. */
  readonly each: number;
  readonly actors: readonly string[];
}

const MANNERS: readonly Manner[] = ['valid', 'boundary', 'hostile'];
/** As many clients as a hub on two processors answers without waiting long. */
const AT_ONCE = 6;
/** What takes people or systems away comes last: nobody is left to ask then. */
const LAST = /^(delete|end|remove|disable)/i;

export interface Outcome {
  readonly requests: number;
  readonly operations: number;
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  readonly wrong: readonly string[];
}

/** Sends requests for every operation that the hub's own document has, and judges each answer by it. */
export async function fuzz(world: World, { seed, each, actors }: Fuzzing): Promise<Outcome> {
  const document = await documentOf(world);
  const random = chance(seed);
  const places = shuffled(operationsOf(document.paths), random).toSorted(
    (a, b) =>
      Number(LAST.test(a.operation.operationId)) - Number(LAST.test(b.operation.operationId)),
  );
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  const tokens = tokensOf(world);
  let words: readonly string[] = [];
  for (let round = 0; round < each; round += 1) {
    const manner = MANNERS[round % MANNERS.length] ?? 'valid';
    if (round < 2 || round % 12 === 0) words = wordsOf(await world.table.rows(), actors);
    const dice: Dice = {
      random,
      schemas: document.components.schemas,
      words,
      hours: hoursOf(world),
    };
    const made = places.map((place) => ({
      place,
      actor: actors[Math.floor(random() * actors.length)],
      request: requestFor(document, dice, place, manner),
    }));
    await inTurns(made, async ({ place, actor, request }) => {
      const asker = isOpen(place) ? undefined : actor;
      const answer = await send(world, await tokens.of(asker), request);
      // Another request has signed this one out.
      if (answer.status === 401 && asker) tokens.forget(asker);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      const found = undocumented(document, place.operation, answer);
      wrong.push(...found.map((one) => told(seed, place, actor, request, one)));
    });
  }
  return { requests: each * places.length, operations: places.length, statuses, wrong };
}

async function documentOf(world: World): Promise<OpenApiDocument> {
  const { status, text } = await world.raw(undefined, 'GET', '/openapi.json');
  if (status !== 200) throw new Error(`no document: ${status} ${text}`);
  return JSON.parse(text) as OpenApiDocument;
}

const isOpen = ({ operation }: Place) => operation.security.length === 0;

const told = (
  seed: number,
  { operation }: Place,
  actor: string | undefined,
  request: FuzzRequest,
  what: string,
) =>
  `${operation.operationId}: ${what}  [seed ${seed}, ${actor}, ${request.method} ${request.path.slice(0, 200)} ${String(request.body ?? '').slice(0, 300)}]`;

/** Ids, codes and agencies that stand in the table, each once. */
function wordsOf(rows: readonly Row[], actors: readonly string[]): string[] {
  const words = new Set<string>([...actors, '1', '2', '3']);
  const look = (value: unknown): void => {
    if (typeof value === 'string' && value.length < 60) words.add(value);
    else if (Array.isArray(value)) value.forEach(look);
    else if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value))
      Object.values(value).forEach(look);
  };
  for (const row of rows) if (!/^(IDEMPOTENCY|OUTBOX)/.test(row.pk)) look(row);
  return [...words];
}

const hoursOf = (world: World) => (count: number) =>
  new Date(world.hub.clock.now() + count * 3_600_000).toISOString();

/** Whoever is signed out signs in again, as people do: else their requests would show nothing more. */
function tokensOf(world: World) {
  const kept = new Map<string, Promise<string>>();
  const signedIn = (actor: string) => world.hub.token(actor).catch(() => world.token(actor));
  return {
    of: async (actor: string | undefined): Promise<string | undefined> => {
      if (actor === undefined) return undefined;
      const token = kept.get(actor) ?? world.token(actor);
      kept.set(actor, token);
      return token;
    },
    forget: (actor: string): void => void kept.set(actor, signedIn(actor)),
  };
}

async function send(
  world: World,
  token: string | undefined,
  request: FuzzRequest,
): Promise<Answered> {
  const { method, path, headers, body } = request;
  const response = await fetch(`${world.hub.url}${path}`, {
    method,
    headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(response.headers), text };
}

/** A few at a time, each as soon as one before it is done. */
async function inTurns<T>(all: readonly T[], one: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const turn = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await one(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
}
