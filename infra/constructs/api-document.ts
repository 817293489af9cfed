import { gatewayResponses } from './gateway-problems.ts';

/** What the gateway needs to know of an endpoint; the contract's declarations have it all. */
export interface Route {
  readonly method: string;
  /** `/v1/referrals/{referralId}` */
  readonly path: string;
  readonly operation: string;
  readonly function: string;
  readonly public?: true;
  /** Whoever calls signs what is sent; the function checks it. */
  readonly signed?: true;
}

export interface ApiDocumentOptions<R extends Route> {
  readonly routes: readonly R[];
  readonly title: string;
  readonly userPoolArn: string;
  /** The scope every token must carry, unless the route is public or signed. */
  readonly scope: string;
  /** Where the gateway calls a function. */
  readonly invocationArn: (name: R['function']) => string;
}

/**
 * The OpenAPI 3.0 document that API Gateway imports: routes, who may call, what is called, and the
 * gateway's own answers. Without schemas, which the functions check; the published document with
 * all schemas is OpenAPI 3.1, and API Gateway cannot import that.
 */
export function apiDocument<R extends Route>(options: ApiDocumentOptions<R>): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const route of options.routes) {
    paths[route.path] ??= {};
    Object.assign(paths[route.path] ?? {}, {
      [route.method.toLowerCase()]: operation(route, options),
    });
  }
  return {
    openapi: '3.0.1',
    info: { title: options.title, version: '1' },
    paths,
    components: {
      securitySchemes: {
        identity: {
          type: 'apiKey',
          name: 'Authorization',
          in: 'header',
          'x-amazon-apigateway-authtype': 'cognito_user_pools',
          'x-amazon-apigateway-authorizer': {
            type: 'cognito_user_pools',
            providerARNs: [options.userPoolArn],
          },
        },
      },
    },
    // A browser names no type of its own for a file: so every body, sent or answered, is taken as bytes.
    'x-amazon-apigateway-binary-media-types': ['*/*'],
    'x-amazon-apigateway-gateway-responses': gatewayResponses(),
  };
}

function operation<R extends Route>(route: R, options: ApiDocumentOptions<R>): object {
  return {
    operationId: route.operation,
    parameters: [...route.path.matchAll(/\{(\w+)\+?\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    security: route.public || route.signed ? [] : [{ identity: [options.scope] }],
    responses: { default: { description: 'See the published document.' } },
    'x-amazon-apigateway-integration': {
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: options.invocationArn(route.function),
      passthroughBehavior: 'when_no_match',
      // The gateway's longest wait; the feed's long poll ends before it.
      timeoutInMillis: 29_000,
    },
  };
}
