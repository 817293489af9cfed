import type { Endpoint } from '../../../shared/contract/endpoint.ts';
import { endpoints } from '../../../shared/contract/index.ts';
import type { World } from '../world.ts';

/** A call as it was made, and all that came back. */
export interface Said {
  readonly who: string;
  readonly operation: string;
  readonly path: string;
  /** As it was sent, so that it can be sent again. */
  readonly call: ReturnType<typeof given>;
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}
/** What is put into a body before it is sent. */
export type Sing = (endpoint: Endpoint, body: unknown, who: string) => unknown;
export type Ids = Readonly<Record<string, string | number>>;
export type Teller = ReturnType<typeof teller>;

const byOperation = new Map(endpoints.map((one) => [one.operation, one]));

export function endpointOf(operation: string): Endpoint {
  const found = byOperation.get(operation);
  if (!found) throw new Error(`${operation} is no operation`);
  return found;
}

/** The path with its ids; a part that nobody named stays as it stands in the contract. */
export const pathOf = ({ path }: Pick<Endpoint, 'path'>, ids: Ids): string =>
  path.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    ids[name] === undefined ? whole : encodeURIComponent(ids[name]),
  );

/** Everything a call must carry. */
export const given = (endpoint: Endpoint, key: string, version: number, body: unknown) => ({
  headers: {
    ...(endpoint.idempotent && { 'idempotency-key': `"${key}"` }),
    // What is not there yet has no version.
    ...(endpoint.conditional && version > 0 && { 'if-match': `"${version}"` }),
  },
  ...(endpoint.body && { body: JSON.stringify(body ?? {}) }),
});

/** Makes calls as they go over the wire, and keeps what was answered to whom. */
export function teller(world: World, sing: Sing = (_, body) => body) {
  const said: Said[] = [];
  let calls = 0;

  const send = (who: string, operation: string, ids: Ids, body?: unknown, version = 1) => {
    const endpoint = endpointOf(operation);
    const sung = endpoint.body ? sing(endpoint, body ?? {}, who) : undefined;
    return plainly(who, operation, ids, sung, version);
  };

  /** Word for word: whoever takes urgent work has to be on duty by name or number. */
  async function plainly(who: string, operation: string, ids: Ids, body?: unknown, version = 1) {
    const endpoint = endpointOf(operation);
    const path = pathOf(endpoint, ids);
    calls += 1;
    const call = given(endpoint, `whole-case-${calls}`, version, body);
    const { status, text, headers } = await world.raw(who, endpoint.method, path, call);
    const one = { who, operation, path, call, status, text, headers };
    said.push(one);
    return one;
  }

  /** Says it, and fails where it is refused. */
  async function say(...call: Parameters<typeof send>): Promise<Record<string, unknown>> {
    const { status, text, path } = await send(...call);
    if (status >= 300) throw new Error(`${call[0]} ${call[1]} ${path}: ${status} ${text}`);
    return text ? (JSON.parse(text) as Record<string, unknown>) : {};
  }

  /** The version of what can be read there. */
  async function versionOf(who: string, path: string): Promise<number> {
    const { headers } = await world.raw(who, 'GET', path);
    return Number(headers.etag?.slice(1, -1) ?? 1);
  }

  return { world, said, send, plainly, say, versionOf };
}
