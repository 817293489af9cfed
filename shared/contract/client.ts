import type * as z from 'zod';
import type { Lang } from '../domain/labels.ts';
import type { Endpoint } from './endpoint.ts';
import type { Problem } from './problem.ts';

export interface ClientOptions {
  /** Where the hub is, such as `https://ertad.ge` or `http://localhost:4600`. */
  readonly baseUrl: string;
  /** Gives a valid access token for each call; public endpoints are called without. */
  readonly token: () => Promise<string>;
  readonly lang?: Lang;
  readonly fetch?: typeof globalThis.fetch;
}

/** The hub said no, or failed: what it said, by its code. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly problem: Problem;

  constructor(status: number, problem: Problem) {
    super(`${status} ${problem.title}`);
    this.status = status;
    this.problem = problem;
  }

  /** The refusal's code, such as `changed-meanwhile`; compare with this, not with the words. */
  get code(): string {
    return this.problem.type.split('/').at(-1) ?? '';
  }
}

/** What is sent: a coerced number takes anything, so there the parsed type says more. */
type Sent<T> = T extends z.ZodType
  ? unknown extends z.input<T>
    ? z.output<T> | (undefined extends z.input<T> ? undefined : never)
    : z.input<T>
  : never;
type Path<E extends Endpoint> = NonNullable<E['params']>;
type Query<E extends Endpoint> = NonNullable<E['query']>;
type Body<E extends Endpoint> = NonNullable<E['body']>;

/** A declaration without parameters or a body has the widest type there. */
type PathPart<E extends Endpoint> = string extends keyof Path<E>
  ? unknown
  : { readonly path: { readonly [K in keyof Path<E>]: Sent<Path<E>[K]> } };
type BodyPart<E extends Endpoint> =
  unknown extends z.input<Body<E>> ? unknown : { readonly body: z.input<Body<E>> };
type QueryPart<E extends Endpoint> = string extends keyof Query<E>
  ? unknown
  : { readonly query?: { readonly [K in keyof Query<E>]?: Sent<Query<E>[K]> | undefined } };

export type Request<E extends Endpoint> = PathPart<E> &
  QueryPart<E> &
  BodyPart<E> & {
    /** The `ETag` or the `version` of what was read. */
    readonly ifMatch?: string | number;
    /** Give the same one when the call is repeated; without, a fresh one is made for each call. */
    readonly idempotencyKey?: string;
    /** A path the hub gave in `next` or `links`: called in place of the endpoint's own. */
    readonly at?: string;
  };

/** Where nothing has to be said, nothing need be. */
type Asking<E extends Endpoint> =
  Record<never, never> extends Request<E> ? [request?: Request<E>] : [request: Request<E>];

/** A 2xx answer, told apart by its status. */
export type Result<E extends Endpoint> = {
  [S in keyof E['answers'] & number]: {
    readonly status: S;
    readonly body: z.output<E['answers'][S]>;
    readonly etag: string | undefined;
    readonly location: string | undefined;
  };
}[keyof E['answers'] & number];

interface LooseRequest {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly ifMatch?: string | number;
  readonly idempotencyKey?: string;
  readonly at?: string;
}

/** Calls declared endpoints; every argument and answer has the type of its declaration. */
export function client({ baseUrl, token, lang = 'ka', fetch = globalThis.fetch }: ClientOptions) {
  const base = baseUrl.replace(/\/+$/, '');

  async function call<E extends Endpoint>(endpoint: E, ...request: Asking<E>): Promise<Result<E>>;
  async function call(endpoint: Endpoint, request: LooseRequest = {}): Promise<unknown> {
    const headers = headersOf(endpoint, request, lang);
    if (!endpoint.public && !endpoint.signed) headers.authorization = `Bearer ${await token()}`;
    const response = await fetch(`${base}${pathOf(endpoint, request)}`, {
      method: endpoint.method,
      headers,
      // A path that answers with another place is not the hub: the token stays here.
      redirect: 'error',
      ...(endpoint.body && { body: JSON.stringify(request.body) }),
    });
    const body = await bodyOf(response);
    if (!response.ok) throw new ProblemError(response.status, problemOf(response, body));
    return {
      status: response.status,
      body,
      etag: response.headers.get('etag') ?? undefined,
      location: response.headers.get('location') ?? undefined,
    };
  }

  return { call };
}
export type Client = ReturnType<typeof client>;

function headersOf(
  endpoint: Endpoint,
  { ifMatch, idempotencyKey = crypto.randomUUID() }: LooseRequest,
  lang: Lang,
): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': lang,
    ...(endpoint.body && { 'content-type': 'application/json' }),
    ...(endpoint.idempotent && { 'idempotency-key': `"${idempotencyKey}"` }),
    ...(ifMatch !== undefined && { 'if-match': tagOf(ifMatch) }),
  };
}

const tagOf = (version: string | number): string =>
  typeof version === 'number' ? `"${version}"` : version;

function pathOf({ path }: Endpoint, request: LooseRequest): string {
  if (request.at !== undefined) {
    // One slash: `//elsewhere` would be another host's.
    if (!/^\/[^/\\]/.test(request.at)) throw new TypeError('`at` is not a path of the hub');
    return request.at;
  }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(request.path?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  return /\bjson\b/.test(response.headers.get('content-type') ?? '') ? JSON.parse(text) : text;
}

/** What stands between caller and hub may answer in other words than the hub's. */
function problemOf({ status, statusText, headers }: Response, body: unknown): Problem {
  const own = headers.get('content-type')?.startsWith('application/problem+json') === true;
  return own
    ? (body as Problem)
    : { type: 'about:blank', title: statusText || 'No answer', status };
}
