import type { EventType } from '../domain/journal/event.ts';
import { isSentOnly, SENT_ONLY } from '../domain/webhook/catalogue.ts';
import { payloadVersions } from '../domain/webhook/payload.ts';
import type { AsyncApiDocument, Message, Schemas } from './asyncapi-document.ts';
import {
  type OpenApiDocument,
  type Operation,
  operationsOf,
  type Parameter,
  type Schema,
} from './openapi/document.ts';

/**
 * What the hub sends, as AsyncAPI 3.0. Derived from the published OpenAPI document, so that both
 * always say the same.
 */
export function asyncApiDocument(openApi: OpenApiDocument): AsyncApiDocument {
  const told = operationsOf(openApi.webhooks);
  const types = told.map(({ path }) => path);
  const messages = Object.fromEntries(
    told.map(({ path, operation }) => [path, messageOf(path as EventType, operation)]),
  );
  const ofChannel = (type: string) => ({ $ref: `#/channels/endpoint/messages/${type}` });
  return {
    asyncapi: '3.0.0',
    info: {
      ...{ title: openApi.info.title, version: openApi.info.version, ...ABOUT },
      license: { name: 'MIT' },
    },
    defaultContentType: 'application/json',
    'x-payload-versions': payloadVersions,
    'x-sent-only': SENT_ONLY,
    servers: {
      receiver: {
        host: 'your-system.example',
        protocol: 'https',
        description: 'Your system, at the address you registered.',
        'x-description-ka': 'თქვენი სისტემა, იმ მისამართზე, რომელიც დაარეგისტრირეთ.',
      },
    },
    channels: {
      endpoint: {
        // The whole address is the receiver’s own.
        address: null,
        ...CHANNEL,
        servers: [{ $ref: '#/servers/receiver' }],
        messages: Object.fromEntries(
          types.map((type) => [type, { $ref: `#/components/messages/${type}` }]),
        ),
      },
    },
    operations: {
      tell: {
        action: 'send',
        channel: { $ref: '#/channels/endpoint' },
        ...TELL,
        bindings: { http: { method: 'POST', bindingVersion: '0.3.0' } },
        messages: types.map(ofChannel),
      },
    },
    components: { messages, schemas: needed(messages, openApi.components.schemas) },
  };
}

function messageOf(type: EventType, operation: Operation): Message {
  const { schema, examples = {} } = operation.requestBody?.content['application/json'] ?? {};
  if (!schema) throw new Error(`${type} has no payload`);
  const shown = Object.values(examples).flatMap((one) => ('value' in one ? [one.value] : []));
  return {
    name: type,
    title: operation.summary,
    'x-title-ka': operation.description,
    contentType: 'application/json',
    headers: headersOf(operation),
    payload: schema,
    examples: shown.map((payload) => ({ name: 'sent', payload })),
    ...(isSentOnly(type) && { 'x-sent-only': true }),
  };
}

const isInline = (one: object): one is Parameter => 'in' in one;

function headersOf({ parameters = [] }: Operation): Schema {
  const headers = parameters.filter(isInline);
  return {
    type: 'object',
    required: headers.map(({ name }) => name),
    properties: Object.fromEntries(
      headers.map(({ name, schema, description = '', 'x-description-ka': ka = '' }) => [
        name,
        { ...schema, description, 'x-description-ka': ka },
      ]),
    ),
  };
}

const refsIn = (node: unknown): string[] =>
  [...JSON.stringify(node).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name ?? '',
  );

/** The schemas that the messages point to, and those that these point to in turn. */
function needed(messages: object, schemas: Schemas): Schemas {
  const names = new Set(refsIn(messages));
  for (const name of names) for (const ref of refsIn(schemas[name] ?? {})) names.add(ref);
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)));
}

const ABOUT = {
  description: `What the hub tells the systems of agencies, signed by Standard Webhooks 1.0. A message carries ids, kinds and deadlines, never a name, an address or an allegation; the details are fetched through \`link\` with authorisation. It can come twice, and of two subjects in any order; of one subject it comes in the order of \`sequence\`. Numbers of the feed have no gap: if one does not come, read \`GET /v1/feed?after=\` the last one you have. An endpoint that asked for some types only sees gaps that are none; \`POST /v1/feed/reconcile\` tells them apart. The header \`ertad-payload\` names the version of the payload. A version gains no field and loses none; what changes it is a new version, and the old one is served to whoever registered it for at least twelve months after its end was announced here. New types of event can be added at any time: answer 2xx to those you do not know.`,
  'x-description-ka': `რას ატყობინებს ჰაბი უწყებების სისტემებს, ხელმოწერით (Standard Webhooks 1.0). შეტყობინებაში მხოლოდ ნომრები, სახეობები და ვადებია, არასდროს — სახელი, მისამართი ან ბრალდება; დეტალები \`link\`-ით იკითხება, უფლების შემოწმებით. ერთი და იგივე შეიძლება ორჯერ მოვიდეს, სხვადასხვა ჩანაწერისა — ნებისმიერი რიგით; ერთი ჩანაწერისა \`sequence\`-ის რიგით მოდის. ლენტის ნომრებში გამოტოვება არ არის: თუ რომელიმე არ მოვიდა, წაიკითხეთ \`GET /v1/feed?after=\` ბოლო ნომრით, რომელიც გაქვთ. ვინც მხოლოდ ზოგიერთი სახეობა აირჩია, ისეთ გამოტოვებასაც ხედავს, რომელიც გამოტოვება არ არის; მათ \`POST /v1/feed/reconcile\` განასხვავებს. შინაარსის ვერსიას სათაური \`ertad-payload\` ასახელებს. ვერსიას ველი არც ემატება და არც აკლდება; ცვლილება ახალი ვერსიაა, ძველს კი, ვინც ის აირჩია, აქ მისი დასასრულის გამოცხადებიდან სულ ცოტა თორმეტი თვე იღებს. მოვლენის ახალი სახეობა ნებისმიერ დროს შეიძლება დაემატოს: უცნობზეც 2xx უპასუხეთ.`,
};

const CHANNEL = {
  title: 'Webhook endpoint',
  'x-title-ka': 'ვებჰუკის მისამართი',
  description:
    'Registered by `POST /v1/webhook-endpoints`; proved to be yours before the first real event.',
  'x-description-ka':
    'რეგისტრირდება `POST /v1/webhook-endpoints`-ით; პირველ ნამდვილ მოვლენამდე დასტურდება, რომ თქვენია.',
};

const TELL = {
  title: 'The hub tells your system',
  'x-title-ka': 'ჰაბი თქვენს სისტემას ატყობინებს',
  description: 'Answer 2xx within 15 s. Anything else is tried again for three days.',
  'x-description-ka': 'უპასუხეთ 2xx-ით 15 წამში. სხვა ყველაფერი სამი დღის განმავლობაში მეორდება.',
};
