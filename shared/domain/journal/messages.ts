import * as z from 'zod';
import { AgencyId, EventId, InterviewId, ReferralId } from '../ids.ts';
import { Urgency } from '../task/statuses.ts';
import { Instant } from '../time.ts';
import { type CallsMessage, owedCalls } from './call-messages.ts';
import { Children, EventType, type JournalEvent, Subject } from './event.ts';

/** Wakes `route-referral`. */
export const RoutingMessage = z.strictObject({
  event: EventId,
  referral: ReferralId,
  /** Which routing: the first is 1, each addition brings one more. Absent: the first. */
  revision: z.int().min(2).optional(),
  /** Related children for each of whom a message of its own must go out. */
  children: Children.optional(),
  /** Not the referral itself but this one of its related children, counted from 1. */
  child: z.int().min(1).optional(),
});
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
  /** The referral it belongs to: an agency excluded from that is not told. */
  referral: ReferralId.optional(),
});
export type FeedMessage = z.infer<typeof FeedMessage>;

/** Wakes `replan-visits`: this visit lost its time, or time became free that others wait for. */
export const VisitMessage = z.strictObject({
  /** Absent when the minute found it: a hold ran out, or it is time to try again. */
  event: EventId.optional(),
  interview: InterviewId,
});
export type VisitMessage = z.infer<typeof VisitMessage>;

/** Wakes `send-invitations`: what stands in the calendars of those who take part has changed. */
export const InvitationMessage = z.strictObject({ event: EventId, interview: InterviewId });
export type InvitationMessage = z.infer<typeof InvitationMessage>;

/** One message an event owes. `consumer` names the outbox item its receiver deletes: its receipt. */
export type OwedMessage =
  | { readonly consumer: string; readonly queue: 'routing'; readonly message: RoutingMessage }
  | { readonly consumer: string; readonly queue: 'feed'; readonly message: FeedMessage }
  | { readonly consumer: string; readonly queue: 'calls'; readonly message: CallsMessage }
  | { readonly consumer: string; readonly queue: 'visits'; readonly message: VisitMessage }
  | {
      readonly consumer: string;
      readonly queue: 'invitations';
      readonly message: InvitationMessage;
    };

export const ROUTING_CONSUMER = 'routing';
export const CHILDREN_CONSUMER = 'children';
export const childConsumer = (child: number): string => `child#${child}`;
export const VISITS_CONSUMER = 'visits';
export const INVITATIONS_CONSUMER = 'invitations';
export const feedConsumer = (agency: AgencyId): string => `feed#${agency}`;

/** What an event owes to whom: the same answer for the writer of the outbox, the relay and a re-send. */
export function owedMessages(event: JournalEvent): OwedMessage[] {
  const feed = event.to.map((agency): OwedMessage => {
    const { id, type, subject, at, deadline, urgency, referral } = event;
    const message = { event: id, agency, type, subject, at, deadline, urgency, referral };
    return { consumer: feedConsumer(agency), queue: 'feed', message };
  });
  return [...owedRouting(event), ...feed, ...owedCalls(event), ...owedVisits(event)];
}

/** What routing is owed: the referral, the news of it, and then each of its related children. */
function owedRouting({ id, type, subject, children, codes }: JournalEvent): OwedMessage[] {
  if (subject.kind !== 'referral') return [];
  const common = { event: id, referral: subject.id };
  const one = (consumer: string, message: RoutingMessage): OwedMessage => ({
    consumer,
    queue: 'routing',
    message,
  });
  if (type === 'referral.submitted') return [one(ROUTING_CONSUMER, common)];
  if (type === 'addition.made') {
    return [one(ROUTING_CONSUMER, { ...common, revision: Number(codes?.number) + 1 })];
  }
  if (!children) return [];
  if (type !== 'children.listed') return [one(CHILDREN_CONSUMER, { ...common, children })];
  return Array.from({ length: children.to - children.from + 1 }, (_, place) => {
    const child = children.from + place;
    return one(childConsumer(child), { ...common, child });
  });
}

/** After these a time has to be found anew, or one has become free that another visit waits for. */
const REPLANNED_AFTER: readonly string[] = [
  'interview.declined',
  'interview.cancelled',
  'interview.expired',
  'interview.frozen',
  'visit.cancelled',
  'interview.moved',
  'interview.missed',
  'interview.re-tiered',
  'interview.waiting',
  // What is planned or planned anew may not fit before its deadline: that is said at once.
  'interview.opened',
  'interview.planned',
];

/** After these somebody's calendar says something else. */
const INVITED_AFTER: readonly string[] = [
  'interview.held',
  'interview.held-again',
  'interview.booked',
  'interview.moved',
  'interview.declined',
  'interview.cancelled',
  'interview.expired',
  'interview.missed',
  'interview.frozen',
  'visit.cancelled',
];

/** Each visit that breaks because a person or a room is lost is looked at for itself. */
export const brokenConsumer = (interview: InterviewId): string => `${VISITS_CONSUMER}#${interview}`;

/** The visits that break stand in as many codes as they need: `interviews`, `interviews-2`. */
const brokenOf = (codes: JournalEvent['codes']): string[] =>
  Object.entries(codes ?? {}).flatMap(([name, value]) =>
    name.startsWith('interviews') ? value.split(' ') : [],
  );

const owedBroken = ({ id, codes }: JournalEvent): OwedMessage[] =>
  brokenOf(codes).map((one) => {
    const interview = InterviewId.parse(one);
    const message = { event: id, interview };
    return { consumer: brokenConsumer(interview), queue: 'visits', message };
  });

function owedVisits(event: JournalEvent): OwedMessage[] {
  const { id, type, subject } = event;
  if (type === 'resource.lost') return owedBroken(event);
  if (subject.kind !== 'interview') return [];
  const message = { event: id, interview: subject.id };
  const replanned: OwedMessage = { consumer: VISITS_CONSUMER, queue: 'visits', message };
  const invited: OwedMessage = { consumer: INVITATIONS_CONSUMER, queue: 'invitations', message };
  return [
    ...(REPLANNED_AFTER.includes(type) ? [replanned] : []),
    ...(INVITED_AFTER.includes(type) ? [invited] : []),
  ];
}
