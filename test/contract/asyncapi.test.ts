import { describe, expect, it } from 'vitest';
import { asyncApiDocument } from '../../shared/contract/asyncapi.ts';
import type { Schema } from '../../shared/contract/openapi/document.ts';
import { openApiDocument } from '../../shared/contract/openapi.ts';
import { EventType, eventTypes } from '../../shared/domain/journal/event.ts';
import { payloadSchema } from '../../shared/domain/webhook/payload-schema.ts';

const unknown = 'https://sign-in.example/';
const document = asyncApiDocument(
  openApiDocument({ authorizationUrl: unknown, tokenUrl: unknown }),
);
const text = JSON.stringify(document);

const pointedTo = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, part) => (node as Record<string, unknown> | undefined)?.[part],
      document,
    );

/** Fields of each object of AsyncAPI 3.0.0; `x-` may stand everywhere. */
const FIELDS = {
  root: 'asyncapi id info servers defaultContentType channels operations components',
  info: 'title version description termsOfService contact license tags externalDocs',
  server:
    'host protocol protocolVersion pathname description title summary variables security tags externalDocs bindings',
  channel:
    'address messages title summary description servers parameters tags externalDocs bindings',
  operation:
    'action channel title summary description security tags externalDocs bindings traits messages reply',
  components:
    'schemas servers channels operations messages securitySchemes serverVariables parameters correlationIds replies replyAddresses externalDocs tags operationTraits messageTraits serverBindings channelBindings operationBindings messageBindings',
  message:
    'headers payload correlationId contentType name title summary description tags externalDocs bindings examples traits',
  example: 'headers payload name summary',
} as const;

const strange = (of: keyof typeof FIELDS, ...objects: readonly object[]): string[] =>
  objects
    .flatMap((one) => Object.keys(one))
    .filter((field) => !field.startsWith('x-') && !FIELDS[of].split(' ').includes(field));

describe('the document', () => {
  const { channels, components, operations, servers } = document;
  const messages = Object.values(components.messages);

  it('is AsyncAPI 3.0 by every rule about its parts', () => {
    expect(document.asyncapi).toBe('3.0.0');
    expect([document.info.title, document.info.version].join('')).not.toBe('');
    expect(strange('root', document)).toEqual([]);
    expect(strange('info', document.info)).toEqual([]);
    expect(strange('server', ...Object.values(servers))).toEqual([]);
    expect(strange('channel', ...Object.values(channels))).toEqual([]);
    expect(strange('operation', ...Object.values(operations))).toEqual([]);
    expect(strange('components', components)).toEqual([]);
    expect(strange('message', ...messages)).toEqual([]);
    expect(strange('example', ...messages.flatMap(({ examples }) => examples))).toEqual([]);
    for (const { host, protocol } of Object.values(servers)) {
      expect(host).not.toMatch(/^\w+:\/\//);
      expect(protocol).toBe('https');
    }
    for (const { action } of Object.values(operations)) expect(action).toMatch(/^(send|receive)$/);
    for (const { headers } of messages) expect(headers.type).toBe('object');
  });

  it('names its components as AsyncAPI allows', () => {
    const names = Object.values(components).flatMap((kind) => Object.keys(kind));
    expect(names.filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))).toEqual([]);
  });

  it('refers only to what it contains', () => {
    const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(refs.length).toBeGreaterThan(300);
    expect(refs.filter((ref) => !ref.startsWith('#/') || pointedTo(ref) === undefined)).toEqual([]);
  });

  it('has operations whose channel is one of its own, with messages of that channel only', () => {
    for (const { channel, messages: sent } of Object.values(operations)) {
      const place = pointedTo(channel.$ref);
      expect(Object.values(channels)).toContain(place);
      expect(sent.filter(({ $ref }) => !$ref.startsWith(`${channel.$ref}/messages/`))).toEqual([]);
    }
  });

  it('contains no schema that nothing points to', () => {
    const unused = Object.keys(components.schemas).filter(
      (name) => !text.includes(`"#/components/schemas/${name}"`),
    );
    expect(unused).toEqual([]);
  });

  it('says how long a version of the payload lives, which there are, and what is only sent', () => {
    expect(document['x-payload-versions']).toEqual([1]);
    expect(document['x-sent-only']).toEqual(['endpoint.challenged', 'endpoint.tested']);
    expect(document.info.description).toMatch(/ertad-payload.*twelve months/s);
    expect(document.info['x-description-ka']).toMatch(/ertad-payload.*თორმეტი თვე/s);
  });
});

/** Whether a value fits a schema, by the words of JSON Schema that the document uses. */
function fits(schema: Schema, value: unknown): boolean {
  const { $ref, anyOf, properties, required = [], additionalProperties } = schema;
  if ($ref) return fits(pointedTo($ref) as Schema, value);
  if (anyOf && !anyOf.some((one) => fits(one, value))) return false;
  if (schema.const !== undefined && schema.const !== value) return false;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (schema.pattern && !new RegExp(schema.pattern).test(String(value))) return false;
  if (schema.type === 'string' && typeof value !== 'string') return false;
  if (schema.type === 'integer' && !Number.isInteger(value)) return false;
  if (schema.type !== 'object') return true;
  const given = value as Record<string, unknown>;
  const known = Object.keys(properties ?? {});
  return (
    required.every((name) => name in given) &&
    (additionalProperties !== false || Object.keys(given).every((name) => known.includes(name))) &&
    Object.entries(given).every(([name, one]) => fits(properties?.[name] ?? {}, one))
  );
}

describe.each(EventType.options)('the message %s', (type) => {
  const message = document.components.messages[type];
  if (!message) throw new Error(`${type} is not in the document`);

  it('has both languages, its headers, and an example that fits', () => {
    expect([message.title, message['x-title-ka']]).toEqual([
      eventTypes[type].en,
      eventTypes[type].ka,
    ]);
    expect(message.headers.required).toEqual([
      'webhook-id',
      'webhook-timestamp',
      'webhook-signature',
      'ertad-payload',
    ]);
    const [example] = message.examples;
    expect(fits(message.payload, example?.payload)).toBe(true);
    expect(payloadSchema(type).safeParse(example?.payload).success).toBe(true);
  });

  it('leaves no place for a name: not in a field more, not in a subject, not in a link', () => {
    const sent = message.examples[0]?.payload as { data: { subject: object } };
    const wrong = [
      { ...sent, note: 'ნინო' },
      { ...sent, type: 'task.named' },
      { ...sent, data: { ...sent.data, name: 'ნინო' } },
      { ...sent, data: { ...sent.data, subject: { ...sent.data.subject, name: 'ნინო' } } },
      { ...sent, data: { ...sent.data, subject: { ...sent.data.subject, id: 'nino' } } },
      { ...sent, data: { ...sent.data, subject: { kind: 'child', id: 'cas_1' } } },
      { ...sent, data: { ...sent.data, link: '/v1/tasks?name=nino' } },
      { ...sent, data: { ...sent.data, link: 'https://elsewhere.example/nino' } },
    ].filter((one) => JSON.stringify(one) !== JSON.stringify(sent));
    // An agency’s id is made of words, so there `nino` has the form of one.
    const isAgency = JSON.stringify(sent).includes('"kind":"agency"');
    const taken = wrong.filter((one) => fits(message.payload, one));
    expect(taken).toHaveLength(isAgency ? 1 : 0);
    expect(wrong.filter((one) => payloadSchema(type).safeParse(one).success)).toEqual(taken);
  });
});
