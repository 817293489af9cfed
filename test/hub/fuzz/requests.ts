import type {
  OpenApiDocument,
  Operation,
  Parameter,
  Ref,
} from '../../../shared/contract/openapi/document.ts';
import { resolved } from './schema.ts';
import { type Dice, drawn, HOSTILE_TEXTS, type Manner } from './values.ts';

/** One request as it goes over the wire. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Place {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
}

const pick = <T>(things: readonly T[], random: () => number): T | undefined =>
  things[Math.floor(random() * things.length)];

/** Makes requests for an operation out of nothing but the document and words that stand in the hub. */
export function requestFor(
  document: OpenApiDocument,
  dice: Dice,
  place: Place,
  manner: Manner,
): FuzzRequest {
  const parameters = (place.operation.parameters ?? []).map((each) => parameterOf(document, each));
  const of = (where: Parameter['in']) => parameters.filter((each) => each.in === where);
  const body = bodyOf(dice, place.operation, manner);
  return {
    method: place.method.toUpperCase(),
    path: pathOf(dice, place.path, of('path'), manner) + queryOf(dice, of('query'), manner),
    headers: {
      ...headersOf(dice, of('header'), manner),
      ...(body !== undefined && { 'content-type': typeOf(dice, manner) }),
    },
    ...(body !== undefined && { body }),
  };
}

function parameterOf({ components }: OpenApiDocument, given: Parameter | Ref): Parameter {
  if (!('$ref' in given)) return given;
  const found = components.parameters[given.$ref.split('/').at(-1) ?? ''];
  if (!found) throw new Error(`the document has no ${given.$ref}`);
  return found;
}

function pathOf(
  dice: Dice,
  path: string,
  parameters: readonly Parameter[],
  manner: Manner,
): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((each) => each.name === name)?.schema ?? {};
    const spoilt = manner === 'hostile' && dice.random() < 0.2;
    const value = spoilt
      ? (pick(HOSTILE_TEXTS, dice.random) ?? '').slice(0, 500)
      : known(dice, schema, String(drawn(dice, schema, 'valid')));
    // A path segment of nothing, or of dots alone, is another path.
    return /^\.{0,2}$/.test(value) ? '%20' : encodeURIComponent(value.toWellFormed());
  });
}

/** A path rather names something that is there. */
function known(dice: Dice, given: Parameter['schema'], made: string): string {
  const { pattern } = resolved(dice.schemas, given);
  if (pattern === undefined || dice.random() < 0.1) return made;
  const all = dice.words.filter((word) => new RegExp(pattern, 'u').test(word));
  return pick(all, dice.random) ?? made;
}

function queryOf(dice: Dice, parameters: readonly Parameter[], manner: Manner): string {
  const query = new URLSearchParams();
  for (const { name, schema, required } of parameters) {
    if (!required && dice.random() < 0.5) continue;
    // A long poll is honest work, but there is no time for it here.
    const value = name === 'wait' ? pick([0, -1, 'x'], dice.random) : drawn(dice, schema, manner);
    query.append(
      name,
      String(typeof value === 'object' ? JSON.stringify(value) : value)
        .toWellFormed()
        .slice(0, 2000),
    );
    if (manner === 'hostile' && dice.random() < 0.1) query.append(name, 'again');
  }
  if (manner === 'hostile' && dice.random() < 0.1) query.append('__proto__', '1');
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

const ODD_HEADERS: Readonly<Record<string, readonly string[]>> = {
  'if-match': ['*', '""', '"x"', 'W/"1"', '"999999999"', '"-1"', `"${'1'.repeat(5000)}"`],
  'idempotency-key': ['none', '""', `"${'k'.repeat(201)}"`, '"a', `"${'k'.repeat(8000)}"`],
  'accept-language': [
    '*',
    'xx',
    'en;q=x',
    ','.repeat(4000),
    'ka;q=0, en;q=0',
    `en${'-x'.repeat(2000)}`,
  ],
};

function headersOf(dice: Dice, parameters: readonly Parameter[], manner: Manner) {
  const headers: Record<string, string> = {};
  for (const { name, schema } of parameters) {
    const key = name.toLowerCase();
    if (key === 'idempotency-key') headers[key] = `"fuzz-${Math.floor(dice.random() * 2 ** 40)}"`;
    else if (key === 'if-match') headers[key] = `"${1 + Math.floor(dice.random() * 4)}"`;
    else if (key === 'accept-language') headers[key] = dice.random() < 0.5 ? 'ka' : 'en';
    else headers[key] = String(drawn(dice, schema, 'valid')).replaceAll(/[^\x20-\x7e]/g, 'x');
    const odd = ODD_HEADERS[key];
    if (odd && manner === 'hostile' && dice.random() < 0.15)
      headers[key] = pick(odd, dice.random) ?? '';
    if (manner === 'hostile' && dice.random() < 0.05) delete headers[key];
  }
  return headers;
}

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  );

/** Bodies that are not what they say, whatever the schema. */
const BROKEN: readonly (string | Uint8Array)[] = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '0',
  '{"a":1,"a":2}',
  '{"__proto__":{"role":"oversight"}}',
  '{"constructor":{"prototype":{}}}',
  '['.repeat(30_000) + ']'.repeat(30_000),
  `{"a":${'{"a":'.repeat(200)}1${'}'.repeat(200)}}`,
  `{"a":"${'x'.repeat(70_000)}"}`,
  JSON.stringify(Object.fromEntries(Array.from({ length: 6000 }, (_, i) => [`k${i}`, 1]))),
  '{"a":"\\ud800"}',
  '{"a":1e999}',
  '{"a":-0}',
  'a=1&b=2',
  '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
  bytes('{"a":"', [0xff, 0xfe], '"}'),
  bytes([0xef, 0xbb, 0xbf], '{}'),
  bytes([0, 0, 0, 0]),
];
const TYPES = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'multipart/form-data; boundary=x',
];

const typeOf = ({ random }: Dice, manner: Manner): string =>
  (manner === 'hostile' && random() < 0.05 && pick(TYPES, random)) || 'application/json';

function bodyOf(dice: Dice, { requestBody }: Operation, manner: Manner) {
  const media = requestBody?.content['application/json'];
  if (!media) return undefined;
  if (manner === 'hostile' && dice.random() < 0.3) return pick(BROKEN, dice.random);
  const examples = Object.values(media.examples ?? {}).flatMap((each) =>
    'value' in each ? [each.value] : [],
  );
  const shown = manner === 'valid' && dice.random() < 0.5 ? pick(examples, dice.random) : undefined;
  return JSON.stringify(shown ?? drawn(dice, media.schema, manner));
}
