import { SAFE_HEADERS, unquoted } from '../../shared/contract/safe-headers.ts';

/** What the caller is told instead of API Gateway's own words. */
interface GatewayProblem {
  /** That of the functions' refusals where they have one: same thing, same `type`. */
  readonly code: string;
  /** Absent where one entry stands for several statuses. */
  readonly status?: number;
  /** In both languages: the gateway does not read what language was asked for. */
  readonly title: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const NO_TOKEN: GatewayProblem = {
  code: 'not-signed-in',
  status: 401,
  title: 'შესვლა საჭიროა. საფრთხისას დარეკეთ 112-ზე. · Sign-in is needed. In danger call 112.',
  headers: { 'WWW-Authenticate': 'Bearer' },
};
const FORBIDDEN: GatewayProblem = {
  code: 'forbidden',
  status: 403,
  title: 'დაუშვებელია. · Not allowed.',
};
const NOT_FOUND: GatewayProblem = {
  code: 'not-found',
  status: 404,
  title: 'აქ არაფერია. · There is nothing here.',
};
const TOO_MANY: GatewayProblem = {
  code: 'too-many-requests',
  status: 429,
  title:
    'ძალიან ბევრი მოთხოვნაა, ცოტა ხანში გაიმეორეთ. · Too many requests, try again in a moment.',
  headers: { 'Retry-After': '1' },
};
const FAULT: GatewayProblem = {
  code: 'fault',
  status: 500,
  title:
    'სისტემაში შეცდომაა, გაიმეორეთ იგივე გასაღებით. · The hub failed: repeat the call with the same Idempotency-Key.',
};
const LATE: GatewayProblem = {
  code: 'no-answer-in-time',
  status: 504,
  title:
    'პასუხმა დაიგვიანა, გაიმეორეთ იგივე გასაღებით. · No answer in time: repeat the call with the same Idempotency-Key.',
};

/**
 * Every gateway response type.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export const GATEWAY_PROBLEMS = {
  ACCESS_DENIED: FORBIDDEN,
  API_CONFIGURATION_ERROR: FAULT,
  AUTHORIZER_CONFIGURATION_ERROR: FAULT,
  AUTHORIZER_FAILURE: FAULT,
  BAD_REQUEST_BODY: {
    code: 'json-broken',
    status: 400,
    title: 'მოთხოვნა არ იკითხება. · The request cannot be read.',
  },
  BAD_REQUEST_PARAMETERS: {
    code: 'query-invalid',
    status: 400,
    title: 'პარამეტრი არასწორია. · A parameter is wrong.',
  },
  EXPIRED_TOKEN: NO_TOKEN,
  INTEGRATION_FAILURE: LATE,
  INTEGRATION_TIMEOUT: LATE,
  INVALID_API_KEY: FORBIDDEN,
  // A bearer token sent to a path that does not exist is read as a broken AWS signature.
  INVALID_SIGNATURE: NOT_FOUND,
  // What API Gateway says about a path or a method that does not exist.
  MISSING_AUTHENTICATION_TOKEN: NOT_FOUND,
  QUOTA_EXCEEDED: TOO_MANY,
  REQUEST_TOO_LARGE: {
    code: 'body-too-large',
    status: 413,
    title: 'მოთხოვნა ძალიან დიდია. · The request is too large.',
  },
  RESOURCE_NOT_FOUND: NOT_FOUND,
  THROTTLED: TOO_MANY,
  UNAUTHORIZED: NO_TOKEN,
  UNSUPPORTED_MEDIA_TYPE: {
    code: 'unsupported-media-type',
    status: 415,
    title: 'გამოგზავნეთ application/json. · Send application/json.',
  },
  WAF_FILTERED: {
    code: 'refused-by-firewall',
    status: 403,
    title:
      'მოთხოვნა შეჩერდა. თუ ბავშვს საფრთხე ემუქრება, დარეკეთ 112-ზე. · The firewall refused the request. If a child is in danger call 112.',
  },
  DEFAULT_4XX: { code: 'refused', title: 'მოთხოვნაზე უარი ითქვა. · The request was refused.' },
  DEFAULT_5XX: { code: 'fault', title: 'სისტემაში შეცდომაა. · The hub failed.' },
} satisfies Readonly<Record<string, GatewayProblem>>;

/** The value of `x-amazon-apigateway-gateway-responses`. Nothing of the request is echoed. */
export function gatewayResponses(): Record<string, object> {
  return Object.fromEntries(
    Object.entries(GATEWAY_PROBLEMS).map(([type, problem]) => [type, gatewayResponse(problem)]),
  );
}

/** What whoever stands before the functions says in their place. */
export const problemDocument = ({ code, title, status }: GatewayProblem) => ({
  type: `https://ertad.ge/problems/${code}`,
  title,
  status,
});

function gatewayResponse(problem: GatewayProblem): object {
  const { status, headers } = problem;
  const all = {
    ...SAFE_HEADERS,
    'Content-Type': 'application/problem+json',
    ...headers,
  };
  return {
    ...(status === undefined ? {} : { statusCode: `${status}` }),
    responseParameters: Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        `gatewayresponse.header.${name}`,
        `'${unquoted(value)}'`,
      ]),
    ),
    // The gateway picks the template by this key whatever Content-Type is then sent.
    responseTemplates: {
      'application/json': JSON.stringify({
        ...problemDocument(problem),
        instance: 'urn:ertad:request:$context.requestId',
      }),
    },
  };
}
