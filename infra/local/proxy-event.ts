import type { IncomingMessage } from 'node:http';
import * as z from 'zod';
import type { Claims } from './authorizer.ts';
import type { Answer } from './gateway-responses.ts';
import type { Match } from './routes.ts';

export interface ProxyRequest {
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly body: Buffer;
  readonly match: Match;
  readonly claims: Claims | undefined;
  readonly requestId: string;
  /** Milliseconds since the epoch, by the hub's clock. */
  readonly now: number;
  readonly account: string;
  readonly apiId: string;
  readonly binaryMediaTypes: readonly string[];
}

/** The event of a Lambda proxy integration of a REST API (payload format 1.0). */
export function proxyEvent(given: ProxyRequest): Record<string, unknown> {
  const { request, url, body, match, claims, requestId, now } = given;
  const headers = multiple(pairs(request.rawHeaders));
  const query = multiple([...url.searchParams]);
  const isBinary = isAmong(given.binaryMediaTypes, request.headers['content-type']);
  return {
    resource: match.route.resource,
    path: url.pathname,
    httpMethod: request.method,
    headers: lastOfEach(headers),
    multiValueHeaders: headers,
    queryStringParameters: lastOfEach(query),
    multiValueQueryStringParameters: query,
    pathParameters: match.parameters,
    stageVariables: null,
    requestContext: {
      accountId: given.account,
      apiId: given.apiId,
      ...(claims ? { authorizer: { claims } } : {}),
      domainName: url.hostname,
      extendedRequestId: requestId,
      httpMethod: request.method,
      identity: {
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: request.headers['user-agent'] ?? null,
        ...certificateOf(request.headers['client-cert']),
      },
      path: url.pathname,
      protocol: `HTTP/${request.httpVersion}`,
      requestId,
      requestTime: new Date(now).toUTCString(),
      requestTimeEpoch: now,
      resourceId: 'local',
      resourcePath: match.route.resource,
      stage: 'local',
    },
    body: body.length === 0 ? null : body.toString(isBinary ? 'base64' : 'utf8'),
    isBase64Encoded: body.length > 0 && isBinary,
  };
}

/**
 * Deployed, the gateway ends TLS and hands the certificate on; here a caller says itself which one it
 * would have shown, as a proxy that ends TLS does (RFC 9440): base64 between colons.
 */
function certificateOf(given: string | string[] | undefined) {
  const [, der] = /^:([A-Za-z0-9+/=]+):$/.exec(String(given ?? '')) ?? [];
  if (!der) return {};
  const lines = der.match(/.{1,64}/g) ?? [];
  const clientCertPem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''];
  return { clientCert: { clientCertPem: clientCertPem.join('\n') } };
}

const Value = z.union([z.string(), z.number(), z.boolean()]);
const ProxyAnswer = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), Value).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(Value)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** A function's answer as HTTP; undefined where API Gateway calls it malformed. */
export function httpAnswer(
  result: unknown,
  binaryMediaTypes: readonly string[],
): Answer | undefined {
  const parsed = ProxyAnswer.safeParse(result);
  if (!parsed.success) return undefined;
  const { statusCode: status, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  const single = Object.entries(headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  const several = Object.entries(multiValueHeaders ?? {}).map(([name, values]) => [
    name.toLowerCase(),
    values.map(String),
  ]);
  // An API without binary media types sends even such a body as the text it came as.
  const decode = isBase64Encoded === true && binaryMediaTypes.length > 0;
  return {
    status,
    headers: {
      'content-type': 'application/json',
      ...Object.fromEntries(single),
      ...Object.fromEntries(several),
    },
    body: decode ? Buffer.from(body ?? '', 'base64') : (body ?? ''),
  };
}

function isAmong(mediaTypes: readonly string[], given = ''): boolean {
  const type = given.split(';')[0]?.trim().toLowerCase() ?? '';
  return mediaTypes.some((each) => each === '*/*' || each.toLowerCase() === type);
}

function pairs(raw: readonly string[]): [string, string][] {
  const names = raw.filter((_, index) => index % 2 === 0);
  return names.map((name, index) => [name, raw[index * 2 + 1] ?? '']);
}

function multiple(entries: readonly [string, string][]): Record<string, string[]> | null {
  if (entries.length === 0) return null;
  // Grouped, and not assigned: `__proto__` is a name like any other.
  const groups = Map.groupBy(entries, ([name]) => name);
  return Object.fromEntries(
    [...groups].map(([name, pairs]) => [name, pairs.map(([, value]) => value)]),
  );
}

function lastOfEach(all: Record<string, string[]> | null): Record<string, string> | null {
  if (!all) return null;
  return Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name, values.at(-1) ?? '']),
  );
}
