import type { oas31 } from 'zod-openapi';
import type { Endpoint } from '../endpoint.ts';

/** Headers a caller sends. */
export const headerParameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description:
      'A fresh key in double quotes, such as a UUID. Repeat a call with the same key and body and you get the first answer again, for 72 hours; nothing is made twice.',
    'x-description-ka':
      'ახალი გასაღები ბრჭყალებში, მაგალითად UUID. იმავე გასაღებით და შინაარსით განმეორებულ მოთხოვნას 72 საათის განმავლობაში პირველივე პასუხი ბრუნდება; ორჯერ არაფერი იქმნება.',
    schema: { type: 'string', pattern: '^"[\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]{8,200}"$' },
    example: '"0f6a2c1e-9f53-4c57-8f3e-2f1f0a7f5f10"',
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description:
      'The `ETag` of what you read: the change is made only if nobody changed it meanwhile.',
    'x-description-ka':
      'წაკითხული ჩანაწერის `ETag`: ცვლილება შესრულდება მხოლოდ მაშინ, თუ ამასობაში სხვას არ შეუცვლია.',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
    example: '"3"',
  },
  IfMatchOnceThere: {
    name: 'If-Match',
    in: 'header',
    required: false,
    description: 'The `ETag` of what you read; leave it out only where there is nothing yet.',
    'x-description-ka':
      'წაკითხული ჩანაწერის `ETag`; გამოტოვეთ მხოლოდ მაშინ, როცა ჩანაწერი ჯერ არ არის.',
    schema: { type: 'string', pattern: '^"\\d{1,9}"$' },
    example: '"3"',
  },
  WebhookId: {
    name: 'webhook-id',
    in: 'header',
    required: true,
    description:
      'Your id of this message, the same whenever you send it again: for 72 hours a repetition with the same body gets the first answer. Visible ASCII without a dot.',
    'x-description-ka':
      'შეტყობინების ნომერი თქვენს სისტემაში, ყოველ განმეორებაზე ერთი და იგივე: იმავე შინაარსის განმეორებას 72 საათის განმავლობაში პირველივე პასუხი ბრუნდება. ASCII-ის ხილული ნიშნები, წერტილის გარეშე.',
    schema: { type: 'string', pattern: '^[\\x21-\\x2d\\x2f-\\x7e]{1,200}$' },
    example: 'msg_2026-11-24_000118',
  },
  WebhookTimestamp: {
    name: 'webhook-timestamp',
    in: 'header',
    required: true,
    description:
      'When this try was made, in seconds since 1970; at most five minutes off the hub’s clock.',
    'x-description-ka':
      'როდის გაიგზავნა ეს ცდა, წამებში 1970 წლიდან; ჰაბის საათს ხუთ წუთზე მეტით არ უნდა სცდებოდეს.',
    schema: { type: 'string', pattern: '^[1-9]\\d{0,11}$' },
    example: '1795427100',
  },
  WebhookSignature: {
    name: 'webhook-signature',
    in: 'header',
    required: true,
    description:
      'Signature over id, time and the body byte for byte, joined by dots: `v1,` with HMAC-SHA256 in base64, or `v1a,` with Ed25519; several with a blank between.',
    'x-description-ka':
      'ხელმოწერა წერტილით შეერთებულ ნომერზე, დროსა და შინაარსზე, ბაიტ-ბაიტ: `v1,` და HMAC-SHA256 base64-ით, ან `v1a,` და Ed25519; რამდენიმე ხელმოწერა ჰარით გაყავით.',
    schema: { type: 'string' },
    example: 'v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=',
  },
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    required: false,
    description: 'Language of titles and labels, `ka` or `en`; codes are the same in both.',
    'x-description-ka': 'სათაურებისა და წარწერების ენა, `ka` ან `en`; კოდები ორივეში ერთია.',
    schema: { type: 'string', default: 'ka' },
    example: 'en',
  },
} satisfies Record<string, oas31.ParameterObject>;

/** Headers the hub answers with. */
export const answerHeaders = {
  ETag: {
    required: true,
    description: 'The version of what is shown; send it back in `If-Match`.',
    'x-description-ka': 'ნაჩვენები ჩანაწერის ვერსია; ცვლილებისას დააბრუნეთ `If-Match`-ში.',
    schema: { type: 'string' },
    example: '"3"',
  },
  Location: {
    required: true,
    description: 'The path of what was made.',
    'x-description-ka': 'შექმნილი ჩანაწერის მისამართი.',
    schema: { type: 'string', format: 'uri-reference' },
    example: '/v1/referrals/ref_7k3m92qd',
  },
  RetryAfter: {
    required: true,
    description: 'Seconds to wait before the next call.',
    'x-description-ka': 'რამდენი წამი უნდა დაელოდოთ შემდეგ მოთხოვნამდე.',
    schema: { type: 'integer' },
    example: 1,
  },
  WwwAuthenticate: {
    required: true,
    description: 'The way to sign in.',
    'x-description-ka': 'შესვლის წესი.',
    schema: { type: 'string' },
    example: 'Bearer',
  },
} satisfies Record<string, oas31.HeaderObject>;

const parameter = (name: keyof typeof headerParameters): oas31.ReferenceObject => ({
  $ref: `#/components/parameters/${name}`,
});
export const answerHeader = (name: keyof typeof answerHeaders): oas31.ReferenceObject => ({
  $ref: `#/components/headers/${name}`,
});

/** Standard Webhooks 1.0: https://www.standardwebhooks.com */
const SIGNATURE = [
  parameter('WebhookId'),
  parameter('WebhookTimestamp'),
  parameter('WebhookSignature'),
];

/** The headers a caller of the endpoint sends, beside the token. */
export const headersOf = (endpoint: Endpoint): oas31.ReferenceObject[] => [
  ...(endpoint.idempotent ? [parameter('IdempotencyKey')] : []),
  ...(endpoint.conditional === true ? [parameter('IfMatch')] : []),
  ...(endpoint.conditional === 'once-there' ? [parameter('IfMatchOnceThere')] : []),
  ...(endpoint.signed ? SIGNATURE : []),
  parameter('AcceptLanguage'),
];
