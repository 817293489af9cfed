import type { oas31, ZodOpenApiPathItemObject } from 'zod-openapi';
import { type EventType, eventTypes } from '../../domain/journal/event.ts';
import { linkOf, WebhookPayload } from '../../domain/webhook/payload.ts';

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
];

const IDS = {
  referral: 'ref_7k3m92qd',
  case: 'cas_5w9hkd3nrc7xpj8q2mzt',
  task: 'tsk_4n8qwe7zr2mfk9tgc3yh',
  interview: 'int_7xpj8q2mzt5w9hkd3nrc',
  resource: 'res_9tgc3yh4n8qwe7zr2mfk',
  agency: 'agency-imereti',
  endpoint: 'whe_3nrc7xpj8q2mzt5w9hkd',
} as const;

type Noun = EventType extends `${infer N}.${string}` ? N : never;

/** On what each kind of event hangs, as a rule; a new one does not compile before it stands here. */
const SUBJECT_OF: Readonly<Record<Noun, keyof typeof IDS>> = {
  referral: 'referral',
  statement: 'referral',
  question: 'referral',
  feedback: 'referral',
  addition: 'referral',
  children: 'referral',
  case: 'case',
  child: 'case',
  safety: 'case',
  waiver: 'case',
  need: 'case',
  perpetrator: 'case',
  speaker: 'case',
  contact: 'case',
  notice: 'case',
  conflict: 'case',
  task: 'task',
  clock: 'task',
  call: 'task',
  urgency: 'task',
  work: 'task',
  interview: 'interview',
  visit: 'interview',
  planning: 'interview',
  topic: 'interview',
  preparation: 'interview',
  recording: 'interview',
  aftercare: 'interview',
  consent: 'interview',
  order: 'interview',
  episode: 'case',
  resource: 'resource',
  duty: 'agency',
  absence: 'agency',
  endpoint: 'endpoint',
  delivery: 'endpoint',
  feed: 'agency',
  recall: 'referral',
  inbound: 'agency',
};

function exampleOf(type: EventType): WebhookPayload {
  const [noun] = type.split('.') as [Noun];
  const kind = SUBJECT_OF[noun];
  const subject = { kind, id: IDS[kind] };
  const dated = subject.kind === 'task';
  return WebhookPayload.parse({
    type,
    timestamp: '2026-11-24T09:05:00.000Z',
    data: {
      id: 'evt_8q2mzt5w9hkd3nrc7xpj',
      sequence: 118,
      subject,
      ...(dated && { deadline: '2026-11-24T10:05:00.000Z', urgency: 'urgent' }),
      link: linkOf(subject),
    },
  });
}

/** What the hub sends to registered endpoints: one entry for each event type. */
export const webhooks = (): Record<string, ZodOpenApiPathItemObject> =>
  Object.fromEntries(
    Object.entries(eventTypes).map(([type, words]) => [
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
            content: {
              'application/json': {
                schema: WebhookPayload,
                examples: { sent: { value: exampleOf(type as EventType) } },
              },
            },
          },
          responses: {
            '2XX': { description: 'Taken. Any other answer, or none in 15 s, is tried again.' },
          },
        },
      },
    ]),
  );
