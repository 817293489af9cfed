import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type HubOptions, type LocalHub, startHub } from '../../infra/local/hub.ts';
import { enrolAll } from '../../infra/local/memberships.ts';
import { client, ProblemError } from '../../shared/contract/client.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { circumstances } from './circumstances.ts';
import { type RawTable, rawTable } from './raw-table.ts';
import { preparedStack } from './stack.ts';

export type World = Awaited<ReturnType<typeof startWorld>>;

/** Two hubs and a browser on two cores, and on a machine that others use too. */
const PATIENCE = 6;

/** A token lives an hour of the hub's clock: one is used for a part of that. */
const TOKEN_MS = 600_000;

/** A hub on a folder of its own with all local clients as members, and ways to call and watch it. */
export async function startWorld(options: Partial<HubOptions> = {}) {
  const { dataDir = mkdtempSync(join(tmpdir(), 'ertad-hub-')) } = options;
  const app = preparedStack();
  const usual = {
    patience: PATIENCE,
    port: 0,
    inMemory: true,
    seed: enrolAll,
    ...(app && { app }),
    ...circumstances,
  };
  const database = options.inMemory === false ? undefined : sharedDatabase();
  const hub = await startHub({ ...usual, ...database, ...options, dataDir });
  const token = tokens(hub);
  return {
    hub,
    table: rawTable(hub),
    /** Calls declared endpoints as a client of `people.ts`. */
    as: (id: string, lang: Lang = 'en') =>
      client({ baseUrl: hub.url, token: () => token(id), lang }).call,
    /** A call as it stands on the wire; without a client's id, without a token. */
    async raw(id: string | undefined, method: string, path: string, given: Given = {}) {
      const authorization = id && { authorization: `Bearer ${await token(id)}` };
      return wire(`${hub.url}${path}`, method, { ...authorization, ...given.headers }, given.body);
    },
    token,
    advance: (duration: string) => hub.moveClock({ advance: duration }),
    now: () => new Date(hub.clock.now()).toISOString(),
    async stop() {
      await hub.stop();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The database of the test run (once.ts); this hub's tables there are in a name of its own. */
const sharedDatabase = () => {
  const dynamodbEndpoint = process.env.ERTAD_TEST_DYNAMODB;
  const dynamodbAccessKey = `HUB${randomBytes(8).toString('hex').toUpperCase()}`;
  return dynamodbEndpoint === undefined ? undefined : { dynamodbEndpoint, dynamodbAccessKey };
};

interface Given {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function wire(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
) {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  const response = await fetch(url, {
    method,
    headers: { 'accept-language': 'en', ...type, ...headers },
    redirect: 'manual',
    ...(body !== undefined && { body }),
  });
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(response.headers), text };
}

function tokens(hub: LocalHub) {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return (id: string): Promise<string> => {
    const known = kept.get(id);
    if (known && known.until > hub.clock.now()) return known.token;
    const token = hub.token(id);
    kept.set(id, { token, until: hub.clock.now() + TOKEN_MS });
    return token;
  };
}

/** What the hub said instead of doing it; fails where it did it all the same. */
export async function refusal(call: Promise<unknown>): Promise<ProblemError> {
  try {
    await call;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
  throw new Error('the hub did not refuse');
}

/** Moves the clock minute by minute until nothing is owed to anybody any more. */
export async function settle({ hub, table }: { hub: LocalHub; table: RawTable }, minutes = 15) {
  await hub.idle().catch(() => undefined);
  for (let minute = 0; minute < minutes; minute += 1) {
    if ((await table.owed()).length === 0) return;
    await hub.moveClock({ advance: 'PT1M' });
  }
}
