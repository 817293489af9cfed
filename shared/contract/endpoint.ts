import type * as z from 'zod';
import type { Action } from '../domain/access/actions.ts';
import type { RefusalCode } from '../domain/refusal-kinds.ts';

export type FunctionName =
  | 'referrals'
  | 'cases'
  | 'tasks'
  | 'partners'
  | 'endpoints'
  | 'inbound'
  | 'interviews'
  | 'bookings'
  | 'visits'
  | 'resources'
  | 'feed'
  | 'directory'
  | 'duty'
  | 'people'
  | 'files'
  | 'oversight'
  | 'protection'
  | 'privacy'
  | 'sharing'
  | 'journal';

type Parameters = Readonly<Record<string, z.ZodType>>;
type Answers = Readonly<Record<number, z.ZodType>>;

/** One endpoint, declared once: validation, routes, OpenAPI, the typed client and access come from here. */
export interface Endpoint<
  P extends Parameters = Parameters,
  Q extends Parameters = Parameters,
  B extends z.ZodType = z.ZodType,
  A extends Answers = Answers,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for each member of `params`. */
  readonly path: string;
  readonly operation: string;
  readonly function: FunctionName;
  /** What access is asked for; absent only where the endpoint is public. */
  readonly action?: Action;
  /** Open to everybody, without a token: health and the published contract. */
  readonly public?: true;
  /** Without a token: whoever calls signs what is sent (Standard Webhooks), by a key of the agency. */
  readonly signed?: true;
  /** Also for whoever was invited and has not taken the membership up yet. */
  readonly invited?: true;
  readonly summary: { readonly ka: string; readonly en: string };
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Creates: wants an `Idempotency-Key`; a repetition gets the first answer. */
  readonly idempotent?: true;
  /** Changes a version: wants `If-Match`; `once-there` only where there is something to change. */
  readonly conditional?: true | 'once-there';
  readonly answers: A;
  /** What it answers with, where that is not JSON. */
  readonly produces?: 'text/html' | 'text/calendar';
  readonly refuses: readonly RefusalCode[];
}

/** What the use case of an endpoint is given, parsed. */
export interface Call<E extends Endpoint> {
  readonly path: { [K in keyof NonNullable<E['params']>]: Out<NonNullable<E['params']>[K]> };
  readonly query: { [K in keyof NonNullable<E['query']>]: Out<NonNullable<E['query']>[K]> };
  readonly body: Out<NonNullable<E['body']>>;
}
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;

/** What the use case answers: a declared status with its body. */
export type Answer<E extends Endpoint> = {
  [S in keyof E['answers'] & number]: {
    readonly status: S;
    readonly body: z.input<E['answers'][S]>;
    /** Becomes a strong `ETag`; left out, it is the version that the body shows. */
    readonly version?: number | undefined;
    readonly contentType?: string | undefined;
    /** Beside those that every answer has, or in their place. */
    readonly headers?: Readonly<Record<string, string>> | undefined;
  } & Located<S, z.input<E['answers'][S]>>;
}[keyof E['answers'] & number];

/** What was made and has links says where it is. */
type Located<S, Body> = [S, Body] extends [201, { readonly links: unknown }]
  ? { readonly location: string }
  : { readonly location?: string | undefined };

/** Keeps the literal types of a declaration. */
export const endpoint = <
  const P extends Parameters,
  const Q extends Parameters,
  B extends z.ZodType,
  const A extends Answers,
>(
  declaration: Endpoint<P, Q, B, A>,
): Endpoint<P, Q, B, A> => declaration;
