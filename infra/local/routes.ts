import * as z from 'zod';
import { GatewayResponse } from './gateway-responses.ts';

const Integration = z.object({
  type: z.literal('aws_proxy'),
  uri: z.unknown(),
  timeoutInMillis: z.int().max(29_000).default(29_000),
});

const Operation = z.looseObject({
  security: z.array(z.record(z.string(), z.array(z.string()))).default([]),
  'x-amazon-apigateway-integration': Integration,
});

/** What this server reads of the OpenAPI body; the rest is for those who read the document. */
const Body = z.looseObject({
  openapi: z.string().startsWith('3.0'),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  'x-amazon-apigateway-binary-media-types': z.array(z.string()).default([]),
  'x-amazon-apigateway-gateway-responses': z.record(z.string(), GatewayResponse).default({}),
});

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const ANY = 'x-amazon-apigateway-any-method';

export interface Route {
  /** `POST`, or `ANY`. */
  readonly method: string;
  /** As the document writes it: `/v1/referrals/{id}`. */
  readonly resource: string;
  /** Scopes of which the token must carry one; undefined: no token is asked. */
  readonly scopes: readonly string[] | undefined;
  /** The function's logical id, name or ARN. */
  readonly functionReference: string;
  readonly timeoutMs: number;
}

export interface RestApi {
  readonly routes: readonly Route[];
  readonly binaryMediaTypes: readonly string[];
  readonly gatewayResponses: Readonly<Record<string, GatewayResponse>>;
}

/** Reads a `RestApi`'s OpenAPI body; `resolve` settles the integrations' addresses. */
export function readRestApi(body: unknown, resolve: (value: unknown) => unknown): RestApi {
  const document = Body.parse(body);
  const routes = Object.entries(document.paths).flatMap(([resource, item]) =>
    Object.entries(item)
      .filter(([method]) => METHODS.includes(method) || method === ANY)
      .map(([method, operation]) => route(resource, method, operation, resolve)),
  );
  return {
    routes: routes.toSorted(bySpecificity),
    binaryMediaTypes: document['x-amazon-apigateway-binary-media-types'],
    gatewayResponses: document['x-amazon-apigateway-gateway-responses'],
  };
}

function route(
  resource: string,
  method: string,
  operation: unknown,
  resolve: (value: unknown) => unknown,
): Route {
  const { security, ...rest } = Operation.parse(operation);
  const integration = rest['x-amazon-apigateway-integration'];
  const uri = String(resolve(integration.uri));
  const [, functionReference] = /functions\/([^/]+)\/invocations$/.exec(uri) ?? [];
  if (!functionReference) throw new Error(`${method} ${resource} does not lead to a function.`);
  return {
    method: method === ANY ? 'ANY' : method.toUpperCase(),
    resource,
    scopes:
      security.length === 0 ? undefined : security.flatMap((each) => Object.values(each)[0] ?? []),
    functionReference,
    timeoutMs: integration.timeoutInMillis,
  };
}

export interface Match {
  readonly route: Route;
  readonly parameters: Readonly<Record<string, string>> | null;
}

/** The route a request takes; undefined as for API Gateway: path or method unknown. */
export function match(routes: readonly Route[], method: string, path: string): Match | undefined {
  for (const route of routes) {
    if (route.method !== method && route.method !== 'ANY') continue;
    const parameters = matchPath(route.resource, path);
    if (parameters === undefined) continue;
    return { route, parameters: Object.keys(parameters).length > 0 ? parameters : null };
  }
  return undefined;
}

function matchPath(resource: string, path: string): Record<string, string> | undefined {
  const wanted = segments(resource);
  const given = segments(path);
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const [, name, greedy] = /^\{([^}+]+)(\+?)\}$/.exec(part) ?? [];
    const value = given[index];
    if (value === undefined) return undefined;
    if (name && greedy) return { ...parameters, [name]: decode(given.slice(index).join('/')) };
    if (name) parameters[name] = decode(value);
    else if (part !== value) return undefined;
  }
  return wanted.length === given.length ? parameters : undefined;
}

/** A trailing slash makes no difference to API Gateway. */
const segments = (path: string) => path.split('/').filter((part) => part !== '');

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Fixed parts win over parameters, parameters over the rest of a path, a method over any. */
function bySpecificity(one: Route, other: Route): number {
  const weigh = (route: Route) =>
    segments(route.resource)
      .map((part) => (part.endsWith('+}') ? '2' : part.startsWith('{') ? '1' : '0'))
      .join('') + (route.method === 'ANY' ? '3' : '');
  return weigh(one).localeCompare(weigh(other));
}
