import * as z from 'zod';
import { AgencyId, EventId, ReferralId } from '../ids.ts';
import { Urgency } from '../task/statuses.ts';
import { Instant } from '../time.ts';
import { EventType, type JournalEvent, Subject } from './event.ts';

/** Wakes `route-referral`. */
export const RoutingMessage = z.strictObject({ event: EventId, referral: ReferralId });
export type RoutingMessage = z.infer<typeof RoutingMessage>;

/** Becomes one entry in one agency's feed. */
export const FeedMessage = z.strictObject({
  event: EventId,
  agency: AgencyId,
  type: EventType,
  subject: Subject,
  at: Instant,
  deadline: Instant.optional(),
  urgency: Urgency.optional(),
});
export type FeedMessage = z.infer<typeof FeedMessage>;

/** One message an event owes. `consumer` names the outbox item its receiver deletes: its receipt. */
export type OwedMessage =
  | { readonly consumer: string; readonly queue: 'routing'; readonly message: RoutingMessage }
  | { readonly consumer: string; readonly queue: 'feed'; readonly message: FeedMessage };

export const ROUTING_CONSUMER = 'routing';
export const feedConsumer = (agency: AgencyId): string => `feed#${agency}`;

/** What an event owes to whom: the same answer for the writer of the outbox, the relay and a re-send. */
export function owedMessages(event: JournalEvent): OwedMessage[] {
  const feed = event.to.map((agency): OwedMessage => {
    const { id, type, subject, at, deadline, urgency } = event;
    const message = { event: id, agency, type, subject, at, deadline, urgency };
    return { consumer: feedConsumer(agency), queue: 'feed', message };
  });
  if (event.type !== 'referral.submitted' || event.subject.kind !== 'referral') return feed;
  const message = { event: event.id, referral: event.subject.id };
  return [{ consumer: ROUTING_CONSUMER, queue: 'routing', message }, ...feed];
}
