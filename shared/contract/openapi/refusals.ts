import type { oas31, ZodOpenApiResponsesObject } from 'zod-openapi';
import type { Lang } from '../../domain/labels.ts';
import { refusals } from '../../domain/refusal-codes.ts';
import type { RefusalCode } from '../../domain/refusal-kinds.ts';
import type { Endpoint } from '../endpoint.ts';
import { fault, Problem, problemType, statusOf } from '../problem.ts';
import { answerHeader } from './headers.ts';

interface Refused {
  readonly code: string;
  readonly status: number;
  readonly title: Readonly<Record<Lang, string>>;
  readonly instead: Readonly<Record<Lang, string>>;
}

const declared = Object.entries(refusals).map(([code, { kind, title, instead }]) => ({
  code,
  status: statusOf[kind],
  title,
  instead,
}));

/** Everything the hub can say no with, by code. */
const everyRefusal: ReadonlyMap<string, Refused> = new Map(
  [...declared, { code: 'fault', status: 500, ...fault }].map(
    (refused) => [refused.code, refused] as const,
  ),
);

/** What a caller meets who is not known, or asks for what is not theirs. */
function callerRefusals(endpoint: Endpoint): RefusalCode[] {
  if (endpoint.public) return [];
  return endpoint.signed
    ? ['signature-refused', 'signature-out-of-time', 'idempotency-key-reused', 'still-running']
    : ['not-signed-in', 'not-found'];
}

/** Why a body is not even looked at by its schema. */
const UNREADABLE: readonly RefusalCode[] = [
  'body-invalid',
  'json-broken',
  'text-not-utf8',
  'key-twice',
  'json-too-deep',
  'json-too-many',
  'number-not-exact',
  'body-too-large',
  'unsupported-media-type',
];

/** What follows from the shape of an endpoint and is not declared with it again. */
function impliedBy(endpoint: Endpoint): RefusalCode[] {
  return [
    ...callerRefusals(endpoint),
    ...(endpoint.body ? UNREADABLE : []),
    'query-invalid',
    ...(endpoint.idempotent
      ? (['idempotency-key-missing', 'idempotency-key-reused', 'still-running'] as const)
      : []),
    ...(endpoint.conditional ? (['if-match-absent', 'changed-meanwhile'] as const) : []),
    ...(endpoint.method === 'GET' ? [] : (['busy'] as const)),
  ];
}

/** Every refusal of an endpoint, the hub's common ones included. */
export function refusalsOf(endpoint: Endpoint): Refused[] {
  const codes = new Set<string>([
    ...impliedBy(endpoint),
    ...endpoint.refuses,
    'too-many-requests',
    'fault',
  ]);
  return [...everyRefusal.values()].filter(({ code }) => codes.has(code));
}

const HEADERS: Readonly<Record<number, oas31.HeadersObject>> = {
  401: { 'WWW-Authenticate': answerHeader('WwwAuthenticate') },
  429: { 'Retry-After': answerHeader('RetryAfter') },
};

/** Where a signature stands for the token there is no way to sign in. */
const headersOf = (status: number, { signed }: Endpoint) => {
  const headers = status === 401 && signed ? undefined : HEADERS[status];
  return headers && { headers };
};

/** The refusals of an endpoint as answers, by status. */
export function refusalAnswers(endpoint: Endpoint): ZodOpenApiResponsesObject {
  const byStatus = Map.groupBy(refusalsOf(endpoint), ({ status }) => status);
  return Object.fromEntries(
    [...byStatus].map(([status, refused]) => [
      `${status}`,
      {
        description: refused.map(({ code, title }) => `\`${code}\`: ${title.en}.`).join('\n\n'),
        ...headersOf(status, endpoint),
        content: {
          'application/problem+json': { schema: Problem, examples: examplesOf(refused) },
        },
      },
    ]),
  );
}

const examplesOf = (refused: readonly Refused[]): Record<string, oas31.ReferenceObject> =>
  Object.fromEntries(
    refused.flatMap(({ code }) =>
      (['ka', 'en'] as const).map((lang) => [
        `${code}.${lang}`,
        { $ref: `#/components/examples/${code}.${lang}` },
      ]),
    ),
  );

/** Where a refusal names what stands in the way, it does so like this. */
const ERRORS: Readonly<Record<string, Problem['errors']>> = {
  'body-invalid': [{ pointer: '/narrative', code: 'missing' }],
  'query-invalid': [{ pointer: '/limit', code: 'too-big' }],
  'unknown-code': [{ pointer: '/forms/0', code: 'unknown-code' }],
  'unknown-municipality': [{ pointer: '/child/municipality', code: 'unknown-municipality' }],
  'key-twice': [{ pointer: '/child/birthDate', code: 'key-twice' }],
  'text-not-utf8': [{ pointer: '/child/givenName', code: 'text-not-utf8' }],
  'number-not-exact': [{ pointer: '/position', code: 'number-not-exact' }],
  'call-back-missing': [{ pointer: '/reporter/phone', code: 'call-back-missing' }],
  'still-open': [{ pointer: 'tsk_4n8qwe7zr2mfk9tgc3yh', code: 'task-open' }],
};

/** Each refusal as the document it is sent as, in both languages. */
export const problemExamples = (): Record<string, oas31.ExampleObject> =>
  Object.fromEntries(
    [...everyRefusal.values()].flatMap((refused) =>
      (['ka', 'en'] as const).map((lang) => [
        `${refused.code}.${lang}`,
        { summary: refused.title[lang], value: sent(refused, lang) },
      ]),
    ),
  );

function sent({ code, status, title, instead }: Refused, lang: Lang): Problem {
  const errors = ERRORS[code];
  return {
    type: problemType(code),
    title: title[lang],
    status,
    detail: instead[lang],
    instance: 'urn:ertad:request:3c8e1f5a-6d0b-4f8e-9a57-2b1d7c4e9f60',
    ...(errors && { errors }),
  };
}
