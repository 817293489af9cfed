import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../shared/contract/endpoint.ts';
import { examples } from '../../shared/contract/examples/index.ts';
import { endpoints } from '../../shared/contract/index.ts';
import { describe as withoutWords } from '../../shared/contract/openapi/describe.ts';
import { type Operation, operationsOf } from '../../shared/contract/openapi/document.ts';
import { openApiDocument } from '../../shared/contract/openapi.ts';
import { Problem, problemType, statusOf } from '../../shared/contract/problem.ts';
import { EventType } from '../../shared/domain/journal/event.ts';
import { checkSubmission } from '../../shared/domain/referral/check.ts';
import { ReferralSubmission } from '../../shared/domain/referral/submission.ts';
import { refusals } from '../../shared/domain/refusal-codes.ts';
import { payloadSchema } from '../../shared/domain/webhook/payload-schema.ts';
import { policy } from '../../shared/policy/policy.ts';

const published = {
  authorizationUrl: 'https://sign-in.example/authorize',
  tokenUrl: 'https://sign-in.example/token',
};
const document = openApiDocument(published);
const operations = operationsOf(document.paths);
const all = [...operations, ...operationsOf(document.webhooks)];

const operationOf = (endpoint: Endpoint): Operation => {
  const method = endpoint.method.toLowerCase() as 'get';
  const found = document.paths[endpoint.path]?.[method];
  if (!found) throw new Error(`${endpoint.operation} is not in the document`);
  return found;
};

/** What a reference points to, or undefined. */
const pointedTo = (ref: string): unknown =>
  ref
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>(
      (node, part) => (node as Record<string, unknown> | undefined)?.[part],
      document,
    );

const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
  ([, ref = '']) => ref,
);

describe('the document', () => {
  it('is OpenAPI 3.1 with what every reader needs', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(document.components.securitySchemes.signIn).toMatchObject({
      type: 'oauth2',
      flows: {
        clientCredentials: {
          tokenUrl: published.tokenUrl,
          scopes: { 'ertad/api': expect.any(String) },
        },
        authorizationCode: published,
      },
    });
  });

  it('is the same each time', () => {
    expect(JSON.stringify(openApiDocument(published))).toBe(JSON.stringify(document));
  });

  it('refers only to what it contains', () => {
    expect(refs.length).toBeGreaterThan(100);
    expect(refs.filter((ref) => !ref.startsWith('#/') || pointedTo(ref) === undefined)).toEqual([]);
  });

  it('names its components as OpenAPI allows', () => {
    const names = Object.values(document.components).flatMap((kind) => Object.keys(kind));
    expect(names.filter((name) => !/^[a-zA-Z0-9._-]+$/.test(name))).toEqual([]);
  });

  it('has every operation once, under a declared area', () => {
    const ids = all.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const areas = document.tags.map(({ name }) => name);
    expect(
      all.flatMap(({ operation }) => operation.tags).filter((tag) => !areas.includes(tag)),
    ).toEqual([]);
  });

  it('says in both languages what each field means', () => {
    expect(withoutWords(document)).toEqual([]);
  });

  it('leaves answers room to grow', () => {
    expect(document.components.schemas.TaskView?.additionalProperties).toBeUndefined();
    expect(document.components.schemas.ViolenceSubmission?.additionalProperties).toBe(false);
  });
});

const guard = ({ public: open, signed }: Endpoint) => {
  if (open) return [];
  return signed ? [{ signature: [] }] : [{ signIn: ['ertad/api'] }];
};
const SIGNATURE = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];

describe.each(endpoints.map((endpoint) => [endpoint.operation, endpoint] as const))(
  '%s',
  (_, endpoint) => {
    const operation = operationOf(endpoint);
    const parameters = (operation.parameters ?? []).map((parameter) =>
      '$ref' in parameter ? (pointedTo(parameter.$ref) as { name: string; in: string }) : parameter,
    );
    const named = (place: string) =>
      parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);

    it('is described in both languages and guarded as declared', () => {
      expect(operation).toMatchObject({
        operationId: endpoint.operation,
        summary: endpoint.summary.en,
        description: endpoint.summary.ka,
        security: guard(endpoint),
      });
    });

    it('declares what its path, its query and its headers take', () => {
      const inPath = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(named('path').sort()).toEqual(inPath.sort());
      expect(named('query')).toEqual(Object.keys(endpoint.query ?? {}));
      expect(named('header').includes('Idempotency-Key')).toBe(endpoint.idempotent === true);
      expect(named('header').includes('If-Match')).toBe(endpoint.conditional !== undefined);
      const signature = named('header').filter((name) => SIGNATURE.includes(name));
      expect(signature).toEqual(endpoint.signed ? SIGNATURE : []);
    });

    it('documents every refusal under its status, in both languages', () => {
      const missing = endpoint.refuses.flatMap((code) => {
        const status = statusOf[refusals[code].kind];
        const media = operation.responses[status]?.content?.['application/problem+json'];
        return (['ka', 'en'] as const).filter((lang) => !media?.examples?.[`${code}.${lang}`]);
      });
      expect(missing).toEqual([]);
    });

    it('documents what every call can meet', () => {
      const statuses = Object.keys(operation.responses);
      const expected = [
        ...Object.keys(endpoint.answers),
        '429',
        '500',
        ...(endpoint.public ? [] : ['401', '404']),
        ...(endpoint.body ? ['400', '413'] : []),
        ...(endpoint.query ? ['400'] : []),
        ...(endpoint.conditional ? ['412', '428'] : []),
      ];
      expect(statuses).toEqual(expect.arrayContaining(expected));
    });
  },
);

const bodies = endpoints.flatMap(({ operation, body }) =>
  body ? [{ operation, body, shown: Object.values(examples[operation]?.bodies ?? {}) }] : [],
);
const answers = endpoints.flatMap(({ operation, answers, produces }) => {
  const schema = Object.values(answers).find((each) => !each.safeParse(undefined).success);
  return schema && !produces ? [{ operation, schema, shown: examples[operation]?.answer }] : [];
});

describe('an example', () => {
  it.each(bodies)('of a body would be taken: $operation', ({ body, shown }) => {
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.map(({ value }) => body.safeParse(value).error)).toEqual(
      shown.map(() => undefined),
    );
  });

  it.each(answers)('of an answer shows only what there is: $operation', ({ schema, shown }) => {
    expect(schema.parse(shown)).toMatchObject(shown as object);
  });

  it('belongs to an operation', () => {
    const operationIds = endpoints.map(({ operation }) => operation);
    expect(Object.keys(examples).filter((name) => !operationIds.includes(name))).toEqual([]);
  });

  it.each(Object.entries(examples.submitReferral?.bodies ?? {}))(
    'of a referral would be accepted: %s',
    (_, { value }) => {
      const now = Temporal.Instant.from('2026-11-24T09:05:00Z');
      const submission = ReferralSubmission.parse(value);
      expect(() => checkSubmission(submission, policy.at(now), now)).not.toThrow();
    },
  );

  it('of a refusal is the problem document itself', () => {
    const shown = Object.entries(document.components.examples).map(([name, { value }]) => ({
      code: name.replace(/\.(ka|en)$/, ''),
      problem: Problem.parse(value),
    }));
    expect(shown.length).toBe(2 * (Object.keys(refusals).length + 1));
    expect(shown.filter(({ code, problem }) => problem.type !== problemType(code))).toEqual([]);
  });
});

describe('webhooks', () => {
  it.each(EventType.options)('%s is announced with a schema of its own', (type) => {
    const media = document.webhooks[type]?.post?.requestBody?.content['application/json'];
    expect(media?.schema).toMatchObject({
      properties: { type: { const: type }, data: { $ref: expect.stringMatching(/News$/) } },
      required: ['type', 'timestamp', 'data'],
      additionalProperties: false,
    });
    const [example] = Object.values(media?.examples ?? {});
    const sent = example && 'value' in example ? example.value : undefined;
    expect(payloadSchema(type).parse(sent)).toEqual(sent);
  });

  it('that stand in no feed say so', () => {
    const sentOnly = operationsOf(document.webhooks)
      .filter(({ operation }) => operation['x-sent-only'])
      .map(({ path }) => path);
    expect(sentOnly).toEqual(['endpoint.challenged', 'endpoint.tested']);
  });
});
