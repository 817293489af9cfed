import * as z from 'zod';
import { EventId } from '../ids.ts';
import { EventType } from '../journal/event.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';

/** An id is prefix and signs, or an agency's words joined by hyphens: no name or sentence fits. */
const AnyId = z
  .string()
  .regex(/^[a-z0-9]+(?:[_-][a-z0-9]+)*$/)
  .max(60);

/**
 * All a webhook ever carries: an allow-list. Details are fetched through `link` with authorisation.
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
  readonly type: z.infer<typeof EventType>;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly at: string;
  readonly deadline?: string | undefined;
  readonly urgency?: z.infer<typeof Urgency> | undefined;
}

/** Where the details of a subject are fetched. */
export function linkOf({ kind, id }: Entry['subject']): string {
  if (kind === 'endpoint') return '/v1/webhook-endpoints';
  return kind === 'agency' ? `/v1/agencies/${id}/duty` : `/v1/${kind}s/${id}`;
}

/** The payload of a feed entry; anything beyond the allow-list is a fault, not a leak. */
export const payloadOf = ({ event, sequence, type, subject, at, deadline, urgency }: Entry) =>
  WebhookPayload.parse({
    type,
    timestamp: at,
    data: { id: event, sequence, subject, deadline, urgency, link: linkOf(subject) },
  });
