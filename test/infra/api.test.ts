import { describe, expect, it } from 'vitest';
import { GATEWAY_PROBLEMS } from '../../infra/constructs/gateway-problems.ts';
import { endpoints } from '../../shared/contract/index.ts';
import { pages } from '../../shared/contract/pages.ts';
import { SAFE_HEADERS, unquoted } from '../../shared/contract/safe-headers.ts';
import { refusals } from '../../shared/domain/refusal-codes.ts';
import { functions, hubTemplate, only, resources, target } from './resources.ts';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string }[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly 'x-amazon-apigateway-integration': { readonly type: string; readonly uri: unknown };
}

interface GatewayResponse {
  readonly statusCode?: string;
  readonly responseParameters: Readonly<Record<string, string>>;
  readonly responseTemplates: Readonly<Record<string, string>>;
}

const template = hubTemplate();
const api = only(template, 'AWS::ApiGateway::RestApi');
const body = api.Body as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly 'x-amazon-apigateway-binary-media-types': readonly string[];
  readonly 'x-amazon-apigateway-gateway-responses': Readonly<Record<string, GatewayResponse>>;
};
const gatewayResponses = Object.entries(body['x-amazon-apigateway-gateway-responses']);

describe('API document', () => {
  it.each(endpoints.map((each) => [each.operation, each] as const))('has %s', (_, endpoint) => {
    const operation = body.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
    expect(operation?.operationId).toBe(endpoint.operation);
    const withoutToken = endpoint.public || endpoint.signed;
    expect(operation?.security).toEqual(withoutToken ? [] : [{ identity: ['ertad/api'] }]);
    expect(operation?.parameters.map(({ name }) => name)).toEqual(
      Object.keys(endpoint.params ?? {}),
    );

    const called = functions(template).find(({ name }) => name === endpoint.function);
    expect(JSON.stringify(operation?.['x-amazon-apigateway-integration'].uri)).toContain(
      `"Fn::GetAtt":["${called?.id}","Arn"]`,
    );
  });

  it.each(pages.map((each) => [each.operation, each] as const))(
    'serves %s to anybody',
    (_, page) => {
      expect(body.paths[page.path]?.get).toMatchObject({
        operationId: page.operation,
        security: [],
      });
    },
  );

  it('takes every body as bytes: a browser names no type of its own for a file', () => {
    expect(body['x-amazon-apigateway-binary-media-types']).toEqual(['*/*']);
  });

  it('has nothing that neither the contract nor the console declares', () => {
    const operations = Object.values(body.paths).flatMap((path) => Object.keys(path));
    expect(endpoints.length).toBeGreaterThan(0);
    expect(operations).toHaveLength(endpoints.length + pages.length);
  });

  it('is of the version that API Gateway imports', () => {
    expect(body.openapi).toMatch(/^3\.0\./);
  });

  it('may call each of its functions', () => {
    const permitted = resources(template, 'AWS::Lambda::Permission')
      .filter(({ Properties }) => Properties.Principal === 'apigateway.amazonaws.com')
      .map(({ Properties }) => target(Properties.FunctionName));
    const wanted = new Set<string>([...endpoints, ...pages].map((each) => each.function));
    const ids = functions(template).filter(({ name }) => wanted.has(name));
    expect(permitted.sort()).toEqual(ids.map(({ id }) => id).sort());
  });
});

describe('gateway responses', () => {
  it.each(gatewayResponses)('%s is a problem document', (type, response) => {
    const problem = JSON.parse(response.responseTemplates['application/json'] ?? '');
    expect(problem).toMatchObject({
      type: expect.stringMatching(/^https:\/\/ertad\.ge\/problems\/[a-z-]+$/),
      // Georgian first, then English: the gateway does not read what language was asked for.
      title: expect.stringMatching(/^\p{Script=Georgian}.* · [A-Z]/u),
    });
    expect(problem.status?.toString()).toBe(response.statusCode);
    expect(response.responseParameters['gatewayresponse.header.Content-Type']).toBe(
      "'application/problem+json'",
    );
    for (const [name, value] of Object.entries(SAFE_HEADERS))
      expect(response.responseParameters[`gatewayresponse.header.${name}`]).toBe(
        `'${unquoted(value)}'`,
      );
    expect(problem.status === undefined).toBe(type.startsWith('DEFAULT_'));
  });

  it('repeat nothing of the request', () => {
    const words = JSON.stringify(gatewayResponses).match(
      /\$context\.[\w.]+|method\.request[\w.]*/g,
    );
    expect(new Set(words)).toEqual(new Set(['$context.requestId']));
  });

  it.each([
    ['UNAUTHORIZED', 401],
    ['EXPIRED_TOKEN', 401],
    ['ACCESS_DENIED', 403],
    ['WAF_FILTERED', 403],
    ['MISSING_AUTHENTICATION_TOKEN', 404],
    ['REQUEST_TOO_LARGE', 413],
    ['UNSUPPORTED_MEDIA_TYPE', 415],
    ['THROTTLED', 429],
    ['QUOTA_EXCEEDED', 429],
  ])('%s answers %i', (type, status) => {
    expect(GATEWAY_PROBLEMS[type as keyof typeof GATEWAY_PROBLEMS]).toMatchObject({ status });
  });

  it('hold no quotation mark within the two that the gateway wants', () => {
    const values = gatewayResponses.flatMap(([, each]) => Object.values(each.responseParameters));
    expect(values.filter((value) => !/^'[^']+'$/.test(value))).toEqual([]);
  });

  it.each([
    'not-signed-in',
    'not-found',
    'body-too-large',
    'json-broken',
    'query-invalid',
    'unsupported-media-type',
    'too-many-requests',
  ])('say %s by the same code as the functions do', (code) => {
    expect(Object.keys(refusals)).toContain(code);
    expect(Object.values(GATEWAY_PROBLEMS).map((problem) => problem.code)).toContain(code);
  });
});

describe('stage', () => {
  const stage = only(template, 'AWS::ApiGateway::Stage');
  const { Format } = stage.AccessLogSetting as { Format: string };

  it('writes an access log without path values, query, address or person', () => {
    expect(Object.keys(JSON.parse(Format))).toEqual(
      expect.arrayContaining(['requestId', 'route', 'status', 'latencyMs', 'client']),
    );
    expect(Format).not.toMatch(/\$context\.(path|identity|extendedRequestId)\b/);
    expect(Format).not.toMatch(/claims\.(sub|username|email)|querystring|sourceIp|userAgent/i);
  });

  it('is throttled and keeps no bodies', () => {
    const unlogged = { DataTraceEnabled: false, LoggingLevel: 'OFF' };
    expect(stage.MethodSettings).toEqual([
      expect.objectContaining({
        ...unlogged,
        HttpMethod: '*',
        ThrottlingRateLimit: 200,
        ThrottlingBurstLimit: 400,
      }),
      // Referrals have room of their own.
      expect.objectContaining({
        ...unlogged,
        HttpMethod: 'POST',
        ResourcePath: '/~1v1~1referrals',
        ThrottlingRateLimit: 400,
        ThrottlingBurstLimit: 800,
      }),
    ]);
  });

  it('stands behind the firewall', () => {
    const { ResourceArn } = only(template, 'AWS::WAFv2::WebACLAssociation');
    expect(JSON.stringify(ResourceArn)).toContain('/stages/');
  });
});

describe('a domain of its own', () => {
  const named = hubTemplate({
    domain: 'hub.example.ge',
    certificateArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/1',
  });

  it('switches the other address off and brings people back to it', () => {
    expect(only(named, 'AWS::ApiGateway::RestApi').DisableExecuteApiEndpoint).toBe(true);
    expect(only(named, 'AWS::ApiGateway::DomainName').SecurityPolicy).toBe('TLS_1_2');
    expect(only(named, 'AWS::Cognito::UserPoolClient').CallbackURLs).toEqual([
      'https://hub.example.ge/signed-in',
    ]);
  });

  it('is refused without a certificate', () => {
    expect(() => hubTemplate({ domain: 'hub.example.ge' })).toThrow('needs a certificate');
  });
});
