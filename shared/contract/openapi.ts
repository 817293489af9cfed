import { createDocument, type oas31, type ZodOpenApiPathsObject } from 'zod-openapi';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './index.ts';
import { areas } from './openapi/areas.ts';
import { named } from './openapi/components.ts';
import { describe } from './openapi/describe.ts';
import type { OpenApiDocument } from './openapi/document.ts';
import { answerHeaders, headerParameters } from './openapi/headers.ts';
import { operationOf, SCOPE } from './openapi/operation.ts';
import { problemExamples } from './openapi/refusals.ts';
import { options, tidied } from './openapi/tidy.ts';
import { webhooks } from './openapi/webhooks.ts';

export interface Published {
  /** Where the hub is, seen from where the document lies; the hub's own copy stands at its root. */
  readonly server?: string;
  /** Where people sign in, and where everybody gets tokens. */
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
}

/**
 * The published contract as OpenAPI 3.1. Takes some fifty milliseconds: make it when somebody asks,
 * and keep it.
 */
export function openApiDocument(published: Published): OpenApiDocument {
  const { info, tags, servers } = head(published);
  const document = createDocument(
    {
      openapi: '3.1.1',
      info,
      servers,
      tags,
      paths: paths(),
      webhooks: webhooks(),
      components: {
        schemas: named,
        parameters: headerParameters,
        headers: answerHeaders,
        examples: problemExamples(),
        securitySchemes: { signIn: signIn(published), signature },
      },
    },
    options,
  );
  const whole = tidied(document);
  describe(whole);
  return whole;
}

const AREAS = Object.keys(areas);
const METHODS = ['POST', 'GET', 'PUT', 'DELETE'];

/** As one reads: area by area, the whole before its parts, making before reading. */
const inOrder = (a: Endpoint, b: Endpoint): number =>
  AREAS.indexOf(a.function) - AREAS.indexOf(b.function) ||
  a.path.localeCompare(b.path, 'en') ||
  METHODS.indexOf(a.method) - METHODS.indexOf(b.method);

function paths(): ZodOpenApiPathsObject {
  const byPath = Map.groupBy(endpoints.toSorted(inOrder), ({ path }) => path);
  return Object.fromEntries(
    [...byPath].map(([path, its]) => [
      path,
      Object.fromEntries(
        its.map((endpoint) => [endpoint.method.toLowerCase(), operationOf(endpoint)]),
      ),
    ]),
  );
}

function head({ server = '/' }: Published) {
  return {
    info: {
      title: 'Ertad · ერთად',
      version: '1',
      summary: 'Interagency referrals and child protection in Georgia',
      description: ABOUT.en,
      'x-description-ka': ABOUT.ka,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: server }],
    tags: Object.entries(areas).map(([name, { title, about }]) => ({
      name,
      description: about.en,
      'x-display-name': title.en,
      'x-display-name-ka': title.ka,
      'x-description-ka': about.ka,
    })),
  };
}

const ABOUT = {
  en: 'Schools, police, municipal services and guardianship units hand each other referrals here. JSON in UTF-8, instants in UTC (RFC 3339), dates as `YYYY-MM-DD`; every refusal is a problem document (RFC 9457) that says what to do instead. Answers may gain fields: leave those you do not know.',
  ka: 'აქ სკოლები, პოლიცია, მუნიციპალური სამსახურები და მეურვეობის ორგანოები ერთმანეთს შეტყობინებებს გადასცემენ. JSON, UTF-8; დრო UTC-ში (RFC 3339), თარიღები `YYYY-MM-DD`; ყოველი უარი პრობლემის დოკუმენტია (RFC 9457) და ამბობს, რა გააკეთოთ ამის ნაცვლად. პასუხს შეიძლება ველები დაემატოს: უცნობი გამოტოვეთ.',
};

const signature: oas31.SecuritySchemeObject = {
  type: 'apiKey',
  in: 'header',
  name: 'webhook-signature',
  description:
    'Signed with a key of the agency (`/v1/inbound-keys`) by Standard Webhooks 1.0, with `webhook-id` and `webhook-timestamp`; no token is asked for.',
  'x-description-ka':
    'ხელმოწერა უწყების გასაღებით (`/v1/inbound-keys`), Standard Webhooks 1.0-ის წესით, `webhook-id`-სა და `webhook-timestamp`-თან ერთად; წვდომის ნიშანი საჭირო არ არის.',
};

const signIn = ({ authorizationUrl, tokenUrl }: Published): oas31.SecuritySchemeObject => {
  const scopes = { [SCOPE]: 'The API of Ertad' };
  return {
    type: 'oauth2',
    description:
      'Systems get a token with their client id and secret; people sign in, with PKCE. Send it as `Authorization: Bearer …`.',
    'x-description-ka':
      'სისტემა წვდომის ნიშანს იღებს თავისი სახელითა და საიდუმლოთი; ადამიანი შედის სისტემაში (PKCE). გამოგზავნეთ: `Authorization: Bearer …`.',
    flows: {
      clientCredentials: { tokenUrl, scopes },
      authorizationCode: { authorizationUrl, tokenUrl, scopes },
    },
  };
};
