import type { oas31, ZodOpenApiPathItemObject } from 'zod-openapi';
import { type EventType, eventTypes } from '../../domain/journal/event.ts';
import { isSentOnly } from '../../domain/webhook/catalogue.ts';
import { payloadSchema } from '../../domain/webhook/payload-schema.ts';
import { exampleOf } from './webhook-examples.ts';

const header = (
  name: string,
  description: string,
  ka: string,
  example: string,
): oas31.ParameterObject => ({
  name,
  in: 'header',
  required: true,
  description,
  'x-description-ka': ka,
  schema: { type: 'string' },
  example,
});

/** Standard Webhooks 1.0: https://www.standardwebhooks.com */
const HEADERS: oas31.ParameterObject[] = [
  header(
    'webhook-id',
    'The event’s id, the same on every try: what you have had already you may leave.',
    'მოვლენის ნომერი, ყველა ცდისას ერთი და იგივე: რაც უკვე მიიღეთ, შეგიძლიათ გამოტოვოთ.',
    'evt_8q2mzt5w9hkd3nrc7xpj',
  ),
  header(
    'webhook-timestamp',
    'When this try was made, in seconds since 1970.',
    'როდის გაიგზავნა ეს ცდა, წამებში 1970 წლიდან.',
    '1795427100',
  ),
  header(
    'webhook-signature',
    'Signature over id, time and body with the endpoint’s secret; check it before you act.',
    'ხელმოწერა ნომერზე, დროსა და შინაარსზე მისამართის გასაღებით; შეამოწმეთ, სანამ იმოქმედებთ.',
    'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  ),
  header(
    'ertad-payload',
    'The version of the payload your endpoint is served; not part of what is signed.',
    'შინაარსის ვერსია, რომელსაც თქვენი მისამართი იღებს; ხელმოწერაში არ შედის.',
    '1',
  ),
];

/** What the hub sends to registered endpoints: each type with the schema that the sender enforces. */
export const webhooks = (): Record<string, ZodOpenApiPathItemObject> =>
  Object.fromEntries(
    Object.entries(eventTypes).map(([name, words]) => {
      const type = name as EventType;
      const schema = payloadSchema(type);
      const sent = { value: schema.parse(exampleOf(type)) };
      return [
        type,
        {
          post: {
            operationId: `told.${type}`,
            tags: ['partners'],
            summary: words.en,
            description: words.ka,
            security: [],
            parameters: HEADERS,
            requestBody: {
              required: true,
              content: { 'application/json': { schema, examples: { sent } } },
            },
            responses: {
              '2XX': { description: 'Taken. Any other answer, or none in 15 s, is tried again.' },
            },
            // In no feed and in no journal: it belongs to the wire.
            ...(isSentOnly(type) && { 'x-sent-only': true }),
          },
        },
      ];
    }),
  );
