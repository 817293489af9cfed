import * as z from 'zod';

/** An entry of `x-amazon-apigateway-gateway-responses`. */
export const GatewayResponse = z.object({
  statusCode: z.coerce.number().optional(),
  responseParameters: z.record(z.string(), z.string()).default({}),
  responseTemplates: z.record(z.string(), z.string()).default({}),
});
export type GatewayResponse = z.infer<typeof GatewayResponse>;

export type ResponseType = keyof typeof DEFAULTS;

/** API Gateway's own answers, before the template says otherwise. */
const DEFAULTS = {
  UNAUTHORIZED: [401, 'Unauthorized'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  RESOURCE_NOT_FOUND: [404, 'Not found'],
  REQUEST_TOO_LARGE: [413, 'Request Too Long'],
  API_CONFIGURATION_ERROR: [500, 'Internal server error'],
  INTEGRATION_FAILURE: [502, 'Internal server error'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
} as const;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer;
}

const MESSAGE_TEMPLATE = '{"message":$context.error.messageString}';

/** The gateway's own answer, in the form the template gives it. */
export function gatewayAnswer(
  responses: Readonly<Record<string, GatewayResponse>>,
  type: ResponseType,
  requestId: string,
): Answer {
  const [defaultStatus, message] = DEFAULTS[type];
  const family = defaultStatus < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
  const chosen = responses[type] ?? responses[family];
  const status = chosen?.statusCode ?? defaultStatus;
  const [mediaType, template] = Object.entries(chosen?.responseTemplates ?? {})[0] ?? [
    'application/json',
    MESSAGE_TEMPLATE,
  ];
  const context: Readonly<Record<string, string>> = {
    'error.messageString': JSON.stringify(message),
    'error.message': message,
    'error.responseType': type,
    'error.validationErrorString': '',
    requestId,
    extendedRequestId: requestId,
  };
  const fill = (text: string) =>
    text.replace(/\$context\.([a-zA-Z.]*[a-zA-Z])/g, (whole, name) => context[name] ?? whole);
  return {
    status,
    headers: { 'content-type': mediaType, ...ownHeaders(chosen, fill) },
    body: fill(template),
  };
}

/** `gatewayresponse.header.Name`: a text in single quotes, or a value of the context. */
function ownHeaders(response: GatewayResponse | undefined, fill: (text: string) => string) {
  const prefix = 'gatewayresponse.header.';
  const entries = Object.entries(response?.responseParameters ?? {})
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => {
      const text = /^'(.*)'$/.exec(value)?.[1] ?? fill(value.replace(/^context\./, '$context.'));
      return [name.slice(prefix.length).toLowerCase(), text] as const;
    });
  return Object.fromEntries(entries);
}
