import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import type { Answer, Call, Endpoint } from '../contract/endpoint.ts';
import { problemType } from '../contract/problem.ts';
import { SAFE_HEADERS } from '../contract/safe-headers.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { Lang } from '../domain/labels.ts';
import { Refusal } from '../domain/refusal.ts';
import { type AccessLog, hasEntry } from '../store/access-log.ts';
import { isProven, MembershipChanged, type Once, Overtaken } from '../store/journal.ts';
import { clientLimit, TooManyRequests } from './client-limit.ts';
import { languageOf } from './language.ts';
import { logger } from './observability.ts';
import type { Principals } from './principals.ts';
import { problem } from './problem.ts';
import {
  authorization,
  clientCertificate,
  expectedVersion,
  languageHeader,
  onceByWebhookId,
  onceOf,
  parseCall,
  signedCall,
} from './request.ts';
import type { Signatures } from './signatures.ts';
import type { Tokens } from './token.ts';

/** What every use case is told beside the call itself. */
export interface Asked {
  readonly principal: Principal;
  readonly lang: Lang;
  /** Set for creating calls. */
  readonly once: Once | undefined;
  /** The version the change is based on; 0 where the endpoint is not conditional. */
  readonly expected: number;
}

export type UseCase<E extends Endpoint> = (call: Call<E> & Asked) => Promise<Answer<E>>;
export type OpenUseCase<E extends Endpoint> = (
  call: Call<E> & Pick<Asked, 'lang'>,
) => Promise<Answer<E>>;

export interface Door {
  readonly tokens: Tokens;
  readonly principals: Principals;
  /** Absent where nothing is shown but what is published anyway. */
  readonly access?: Pick<AccessLog, 'page'>;
}
/** The door with a count of who came through how often. */
interface LimitedDoor extends Door {
  readonly limit: ReturnType<typeof clientLimit>;
}
interface Route {
  readonly endpoint: Endpoint;
  run(event: APIGatewayProxyEvent, lang: Lang, door: LimitedDoor): Promise<Answer<Endpoint>>;
}

/** Joins a declared endpoint with its use case. */
export const on = <E extends Endpoint>(endpoint: E, useCase: UseCase<E>): Route => ({
  endpoint,
  async run(event, lang, { tokens, principals, access, limit }) {
    const token = await tokens(authorization(event));
    limit(token.sub, endpoint.action);
    const shown = { ...token, certificate: clientCertificate(event) };
    const { invited } = endpoint;
    const decide = (known: Principal) => decideAs({ ...known, call: callOf(endpoint, event) });
    const decideAs = async (principal: Principal) => {
      const answer = await useCase({
        ...parseCall(endpoint, event),
        principal,
        lang,
        once: onceOf(endpoint, event),
        expected: expectedVersion(endpoint, event),
      });
      if (endpoint.method === 'GET') await leaveEntry(access, principal, answer);
      // Nothing was written that checked it: the membership may have ended since it was remembered.
      else if (!isProven(principal)) await principals.fresh(shown, { invited });
      return answer;
    };
    if (endpoint.method === 'GET') return decide(await principals.fresh(shown, { invited }));
    const { recent, fresh } = principals;
    return deciding(decide, {
      recent: () => recent(shown, { invited }),
      fresh: () => fresh(shown, { invited }),
    });
  },
});

const callOf = ({ operation, function: name }: Endpoint, event: APIGatewayProxyEvent) => ({
  ...{ request: event.requestContext.requestId, operation, function: name },
  at: new Date().toISOString(),
});

/** Whatever is shown is in the journal of access before it is sent; an empty page shows nothing. */
async function leaveEntry(
  access: Door['access'],
  by: Principal,
  { body }: Pick<Answer<Endpoint>, 'body'>,
): Promise<void> {
  if (!access || !by.call || hasEntry(by)) return;
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : [body];
  const lines = Array.isArray(items) ? items.length : 1;
  if (lines === 0) return;
  await access.page({ by, list: by.call.operation, lines, at: by.call.at });
}

/**
 * Joins an endpoint whose callers sign what they send, in place of showing a token, with its use
 * case. The signature is looked at before anything of the body, and the account behind it each time
 * anew. The webhook's id is the key under which it may be repeated.
 */
export const signed = <E extends Endpoint>(
  endpoint: E,
  signatures: Signatures,
  useCase: UseCase<E>,
): Route => ({
  endpoint,
  async run(event, lang) {
    const call = signedCall(event);
    const signer = await signatures(call);
    const decide = (principal: Principal) =>
      useCase({
        ...parseCall(endpoint, event),
        principal: { ...principal, call: callOf(endpoint, event) },
        lang,
        once: onceByWebhookId(endpoint, call),
        expected: 0,
      });
    return deciding(decide, { recent: signer, fresh: signer });
  },
});

/** How often a decision that was overtaken is made again on what stands there now. */
const DECIDE_TRIES = 5;

/**
 * Decides, and decides again when another write came first or the membership changed. Whether the
 * caller's own version still stands is checked anew each time.
 */
async function deciding<T>(
  decide: (principal: Principal) => Promise<T>,
  caller: Record<'recent' | 'fresh', () => Promise<Principal>>,
): Promise<T> {
  let principal = await caller.recent();
  for (let attempt = 1; attempt <= DECIDE_TRIES; attempt += 1) {
    try {
      return await decide(principal);
    } catch (error) {
      if (error instanceof MembershipChanged) principal = await caller.fresh();
      else if (!(error instanceof Overtaken)) throw error;
    }
  }
  throw new Refusal('busy');
}

/** Joins a public endpoint, which has no token, with its use case. */
export const open = <E extends Endpoint>(endpoint: E, useCase: OpenUseCase<E>): Route => ({
  endpoint,
  run: (event, lang) => useCase({ ...parseCall(endpoint, event), lang }),
});

/** The only 401 that a token would mend; a signature is no way to sign in. */
const NOT_SIGNED_IN = problemType('not-signed-in');
const JSON_TYPE = 'application/json; charset=utf-8';

function resultOf(answer: Answer<Endpoint>): APIGatewayProxyResult {
  const { status, body, version = versionIn(body), location, contentType } = answer;
  const headers: Record<string, string> = {
    ...SAFE_HEADERS,
    'Content-Type': contentType ?? JSON_TYPE,
    ...answer.headers,
  };
  if (version !== undefined) headers.ETag = `"${version}"`;
  if (location !== undefined) headers.Location = location;
  const text = contentType ? String(body) : JSON.stringify(body);
  return { statusCode: Number(status), headers, body: body === undefined ? '' : text };
}

/** A record that shows its version is tagged with it, whoever answers. */
const versionIn = (body: unknown): number | undefined =>
  typeof body === 'object' && body !== null && 'version' in body && Number.isInteger(body.version)
    ? Number(body.version)
    : undefined;

function refusedResult(error: unknown, lang: Lang, requestId: string): APIGatewayProxyResult {
  const { status, body } = problem(error, lang, requestId);
  // What is counted in the table is counted by the minute.
  const wait = error instanceof TooManyRequests ? error.retryAfter : 60;
  const headers = {
    ...SAFE_HEADERS,
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...(status === 429 && { 'Retry-After': `${wait}` }),
    ...(body.type === NOT_SIGNED_IN && { 'WWW-Authenticate': 'Bearer' }),
  };
  return { statusCode: status, headers, body: JSON.stringify(body) };
}

/** The one API stack: log context, token, principal, parsing, refusals to problems, faults to 500. */
export const http = (door: Door, routes: readonly Route[]) => {
  const byPlace = new Map(
    routes.map((route) => [`${route.endpoint.method} ${route.endpoint.path}`, route]),
  );
  const limited = { ...door, limit: clientLimit() };
  const answer = async (event: APIGatewayProxyEvent): Promise<APIGatewayProxyResult> => {
    const lang = languageOf(languageHeader(event));
    try {
      const route = byPlace.get(`${event.httpMethod} ${event.resource}`);
      if (!route) throw new Refusal('not-found');
      return resultOf(await route.run(event, lang, limited));
    } catch (error) {
      // The name only: messages and causes of libraries may carry what a person wrote.
      if (error instanceof Refusal) logger.info('refused', { code: error.code });
      else logger.error('fault', { error: nameOf(error), at: placeOf(error) });
      return refusedResult(error, lang, event.requestContext.requestId);
    }
  };
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult, Error, Context>()
    .use(injectLambdaContext(logger))
    .handler(answer);
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** Where in the code it happened: the frames of the stack without the message above them. */
const placeOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter((line) => /^\s+at /.test(line))
        .slice(0, 6)
    : [];
