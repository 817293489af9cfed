import * as z from 'zod';
import { EventId } from '../ids.ts';
import { EventType } from '../journal/event.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { announced, type SentOnly } from './catalogue.ts';
import { payloadSchema } from './payload-schema.ts';

/** An id is prefix and signs, or an agency's words joined by hyphens: no name or sentence fits. */
const AnyId = z
  .string()
  .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/)
  .max(60);

/**
 * What webhooks of all types have in common; each type has a narrower schema of its own
 * (payload-schema.ts). Details are fetched through `link` with authorisation.
 */
export const WebhookPayload = z.strictObject({
  type: EventType,
  timestamp: Instant,
  data: z.strictObject({
    id: EventId,
    sequence: z.int().min(1),
    subject: z.strictObject({ kind: Code.max(20), id: AnyId }),
    deadline: Instant.optional(),
    urgency: Urgency.optional(),
    link: z.string().max(120),
  }),
});
export type WebhookPayload = z.infer<typeof WebhookPayload>;

interface Entry {
  readonly event: string;
  readonly sequence: number;
  readonly type: EventType;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly at: string;
  readonly deadline?: string | undefined;
  readonly urgency?: Urgency | undefined;
}

/** Where the details of a subject are fetched; what happened to an agency tells which of its affairs. */
export function linkOf({ kind, id }: Entry['subject'], type?: EventType): string {
  if (kind === 'endpoint') return '/v1/webhook-endpoints';
  if (kind === 'journal') return `/v1/journal/heads/${id}`;
  // Whoever must answer a recall may not read the referral any more, or never could.
  if (type?.startsWith('recall.')) return `/v1/referrals/${id}/recalls`;
  if (kind !== 'agency') return `/v1/${kind}s/${id}`;
  if (type === 'feed.rewound') return '/v1/feed/position';
  return type?.startsWith('inbound.') ? '/v1/inbound-keys' : `/v1/agencies/${id}/duty`;
}

/** A deadline where none is announced is left out, for the news itself must leave; all else is a fault. */
function dueOf({ type, deadline, urgency }: Entry): Pick<Entry, 'deadline' | 'urgency'> {
  const { due } = announced(type);
  if (due === 'never') return {};
  return due === 'deadline' ? { deadline } : { deadline, urgency };
}

function payloadV1(entry: Entry): WebhookPayload {
  const { event, sequence, type, subject, at } = entry;
  const data = { id: event, sequence, subject, ...dueOf(entry), link: linkOf(subject, type) };
  return WebhookPayload.parse(payloadSchema(type).parse({ type, timestamp: at, data }));
}

/** How each version of the payload is made of an entry. An endpoint says which one it is served. */
const VERSIONS = { 1: payloadV1 } as const;
export type PayloadVersion = keyof typeof VERSIONS;

/** Every version that is served, the newest last. */
export const payloadVersions = Object.keys(VERSIONS).map(Number) as PayloadVersion[];

/** Says by which version a body has to be read; not part of what is signed. */
export const PAYLOAD_HEADER = 'ertad-payload';

/**
 * The payload of a feed entry in the version that the endpoint is served. Whatever is beyond the
 * allow-list of its type is a fault, not a leak.
 */
export const payloadOf = (entry: Entry, version: PayloadVersion = 1): WebhookPayload =>
  VERSIONS[version](entry);

interface OnTheWire {
  readonly type: SentOnly;
  readonly id: string;
  readonly endpoint: string;
  readonly at: string;
  /** Of a challenge: what the receiver answers with. */
  readonly challenge?: string;
}

/** The payload of what is sent to one endpoint and stands in no feed, by the same allow-list. */
export const wirePayload = ({ type, id, endpoint, at, challenge }: OnTheWire) => {
  const subject = { kind: 'endpoint', id: endpoint };
  const data = {
    id,
    subject,
    ...(challenge !== undefined && { challenge }),
    link: linkOf(subject),
  };
  return payloadSchema(type).parse({ type, timestamp: at, data });
};
