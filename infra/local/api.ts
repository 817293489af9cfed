import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Activity } from './activity.ts';
import type { Authorizer } from './authorizer.ts';
import type { Clock } from './clock.ts';
import { FunctionFailure } from './environment.ts';
import { type Answer, gatewayAnswer, type ResponseType } from './gateway-responses.ts';
import { type Lambda, Throttled } from './lambda.ts';
import { httpAnswer, proxyEvent } from './proxy-event.ts';
import { type Match, match, type RestApi } from './routes.ts';

export interface ApiOptions {
  readonly api: RestApi;
  readonly apiId: string;
  readonly account: string;
  readonly authorize: Authorizer;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly functionOf: (reference: string) => Lambda;
  /** See `HubOptions`. */
  readonly patience: number;
}

export type Api = (request: IncomingMessage, url: URL) => Promise<Answer>;

/** API Gateway takes no larger request. */
const BODY_LIMIT = 10 * 1024 * 1024;

/** Answers requests as the REST API of the template does. */
export function restApi(options: ApiOptions): Api {
  const { api, authorize, clock, activity, functionOf, patience } = options;

  return async (request, url) => {
    const requestId = randomUUID();
    const refuse = (type: ResponseType) => gatewayAnswer(api.gatewayResponses, type, requestId);

    const found = match(api.routes, request.method ?? 'GET', url.pathname);
    if (!found) return refuse('MISSING_AUTHENTICATION_TOKEN');
    const { scopes } = found.route;
    const claims = scopes && (await authorize(request.headers.authorization, scopes));
    if (scopes && !claims) return refuse('UNAUTHORIZED');
    const body = await readBody(request);
    if (!body) return refuse('REQUEST_TOO_LARGE');

    const now = clock.now();
    const { account, apiId } = options;
    const { binaryMediaTypes } = api;
    const given = { request, url, body, match: found, claims, requestId, now };
    const event = proxyEvent({ ...given, account, apiId, binaryMediaTypes });
    // A reader, such as a long poll, changes nothing: nobody need wait for it to be idle.
    const done = request.method === 'GET' ? undefined : activity.begin();
    try {
      const answer = httpAnswer(await invoke(found, event), binaryMediaTypes);
      return answer ?? refuse('INTEGRATION_FAILURE');
    } catch (error) {
      return refuse(failureType(error));
    } finally {
      done?.();
    }
  };

  async function invoke({ route }: Match, event: unknown): Promise<unknown> {
    const target = functionOf(route.functionReference);
    // Where the template reserves environments, Lambda refuses at once when all are busy.
    const whenFull = target.reserved === undefined ? 'wait' : 'refuse';
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new IntegrationTimeout()), route.timeoutMs * patience);
    });
    try {
      return await Promise.race([target.invoke(event, { whenFull }), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}

class IntegrationTimeout extends Error {}

function failureType(error: unknown): ResponseType {
  if (error instanceof IntegrationTimeout) return 'INTEGRATION_TIMEOUT';
  if (error instanceof Throttled) return 'API_CONFIGURATION_ERROR';
  if (error instanceof FunctionFailure) return 'INTEGRATION_FAILURE';
  throw error;
}

async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= BODY_LIMIT) chunks.push(chunk);
  }
  return size > BODY_LIMIT ? undefined : Buffer.concat(chunks);
}
