import { createHash } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Call, Endpoint } from '../contract/endpoint.ts';
import { hindrancesOf } from '../domain/hindrances.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Once } from '../store/journal.ts';
import { thumbprint } from './certificate.ts';
import type { SignedCall } from './signatures.ts';
import { strictJson } from './strict-json.ts';

/** Above any honest form; the firewall in front stops what is larger (infra/constructs/firewall-rules.ts). */
const BODY_MOST = 64 * 1024;

/** A structured-field string (RFC 8941): visible ASCII in double quotes. */
const IdempotencyKey = z.string().regex(/^"[\x20-\x21\x23-\x5b\x5d-\x7e]{8,200}"$/);
const IfMatch = z.string().regex(/^"\d{1,9}"$/);

/** JSON in UTF-8 (RFC 8259, 8.1: there is no other coding of it). */
const JSON_TYPE = /^application\/json\s*(;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;

/**
 * A header that was sent once. Of two, whoever stands in front may have taken the other one, so two
 * count as none: the refusal of the absent one follows.
 */
function header(event: APIGatewayProxyEvent, name: string): string | undefined {
  const called = ([key]: [string, unknown]) => key.toLowerCase() === name;
  const sent = Object.entries(event.headers ?? {}).filter(called);
  const several = Object.entries(event.multiValueHeaders ?? {}).filter(called);
  const count = several.flatMap(([, values]) => values ?? []).length;
  return sent.length === 1 && count <= 1 ? sent[0]?.[1] : undefined;
}

/** Path, query and body as the endpoint declares them; whatever does not fit is refused by pointer. */
export function parseCall<E extends Endpoint>(endpoint: E, event: APIGatewayProxyEvent): Call<E> {
  const path = z.strictObject(endpoint.params ?? {}).safeParse(event.pathParameters ?? {});
  // An id of the wrong shape names nothing: the same answer as for one that does not exist.
  if (!path.success) throw new Refusal('not-found');
  const query = parseQuery(endpoint, event);
  const body = endpoint.body ? parseBody(endpoint.body, event) : undefined;
  return { path: path.data, query, body } as Call<E>;
}

function parseQuery(endpoint: Endpoint, event: APIGatewayProxyEvent): unknown {
  const twice = Object.entries(event.multiValueQueryStringParameters ?? {})
    .filter(([, values]) => (values ?? []).length > 1)
    .map(([name]) => givenTwice(name));
  const query = z
    .strictObject(endpoint.query ?? {})
    .safeParse(event.queryStringParameters ?? {}, { reportInput: true });
  const issues = [...twice, ...(query.error?.issues ?? [])];
  if (issues.length > 0) throw new Refusal('query-invalid', hindrancesOf({ issues }));
  return query.data;
}

const givenTwice = (name: string): z.core.$ZodIssueCustom => ({
  code: 'custom',
  path: [name],
  message: 'given-twice',
  input: undefined,
});

/** The body byte for byte as it was sent, unless it is too large. */
function bytesOf({ body, isBase64Encoded }: APIGatewayProxyEvent): Buffer {
  const bytes = Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length > BODY_MOST) throw new Refusal('body-too-large');
  return bytes;
}

function textOf(event: APIGatewayProxyEvent): string {
  const bytes = bytesOf(event);
  return event.isBase64Encoded ? decoded(bytes) : (event.body ?? '');
}

/** Never with replacement signs: a name half lost would be kept as if it had been written so. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refusal('text-not-utf8');
  }
}

function parseBody<T extends z.ZodType>(schema: T, event: APIGatewayProxyEvent): z.output<T> {
  if (!JSON_TYPE.test(header(event, 'content-type') ?? '')) {
    throw new Refusal('unsupported-media-type');
  }
  const body = schema.safeParse(strictJson(textOf(event)), { reportInput: true });
  if (!body.success) throw new Refusal('body-invalid', hindrancesOf(body.error));
  return body.data;
}

/** The key under which a creating call may be repeated. */
export function onceOf(endpoint: Endpoint, event: APIGatewayProxyEvent): Once | undefined {
  if (!endpoint.idempotent) return undefined;
  const key = IdempotencyKey.safeParse(header(event, 'idempotency-key'));
  if (!key.success) throw new Refusal('idempotency-key-missing');
  const place = JSON.stringify(event.pathParameters ?? {});
  const bodyHash = createHash('sha256')
    .update(`${place}\n${textOf(event)}`)
    .digest('base64url');
  return { operation: endpoint.operation, key: key.data, bodyHash };
}

/** What a signature is checked against: the three headers, and the body as it came. */
export const signedCall = (event: APIGatewayProxyEvent): SignedCall => ({
  agency: event.pathParameters?.agency,
  headers: event.headers ?? {},
  body: bytesOf(event),
});

/** A webhook's id is the same whenever it is sent again; it has been checked with the signature. */
export function onceByWebhookId({ operation }: Endpoint, { headers, body }: SignedCall): Once {
  const [, id] =
    Object.entries(headers).find(([name]) => name.toLowerCase() === 'webhook-id') ?? [];
  const bodyHash = createHash('sha256').update(body).digest('base64url');
  return { operation, key: String(id), bodyHash };
}

/** The version a change is based on. */
export function expectedVersion(endpoint: Endpoint, event: APIGatewayProxyEvent): number {
  if (!endpoint.conditional) return 0;
  const given = header(event, 'if-match');
  // The use case knows whether there is anything yet that must be matched.
  if (endpoint.conditional === 'once-there' && given === undefined) return 0;
  const tag = IfMatch.safeParse(given);
  if (!tag.success) throw new Refusal('if-match-absent');
  return Number(tag.data.slice(1, -1));
}

export const languageHeader = (event: APIGatewayProxyEvent) => header(event, 'accept-language');
export const authorization = (event: APIGatewayProxyEvent) => header(event, 'authorization');

/** Of the certificate the connection was made with, by the gateway's word: SHA-256, in hexadecimal. */
export function clientCertificate({ requestContext }: APIGatewayProxyEvent): string | undefined {
  const pem = requestContext.identity?.clientCert?.clientCertPem;
  return pem ? thumbprint(pem) : undefined;
}
