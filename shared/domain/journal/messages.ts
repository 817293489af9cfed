import * as z from 'zod';
import { Call } from '../call/call.ts';
import { AgencyId, CaseId, EndpointId, EventId, InterviewId, ReferralId } from '../ids.ts';
import { Urgency } from '../task/statuses.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
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

/** Becomes one call to a person on duty; who that is, and the number, are looked up then. */
export const CallMessage = z.strictObject({
  event: EventId,
  ...Call.shape,
  subject: Subject,
  referral: ReferralId,
  /** The clock on whose account; a new task is announced on account of its receipt. */
  clock: Code,
  /** `announced`: a new task; `unreached`: nothing of the agency has taken it. Absent: a rung. */
  why: z.enum(['announced', 'unreached']).optional(),
  /** A mail beside a text message that went out: where it cannot be sent nothing takes its place. */
  beside: z.literal(true).optional(),
  at: Instant,
});
export type CallMessage = z.infer<typeof CallMessage>;

/** Becomes one text to a safe contact; who that is, and whether it still may, is looked up then. */
export const NoticeMessage = z.strictObject({
  event: EventId,
  case: CaseId,
  notice: z.int().min(1),
});
export type NoticeMessage = z.infer<typeof NoticeMessage>;

/** Becomes one mail to an agency without a system: what waits there for a person. */
export const DigestMessage = z.strictObject({
  event: EventId,
  agency: AgencyId,
  /** Which of the pack's times of which day: `202611240930`. */
  digest: z.int().min(1),
  at: Instant,
});
export type DigestMessage = z.infer<typeof DigestMessage>;

/** Becomes a warning to the owner of an endpoint, by another way than the one that fails. */
export const EndpointMessage = z.strictObject({
  event: EventId,
  agency: AgencyId,
  endpoint: EndpointId,
  news: z.enum(['failing', 'disabled']),
  /** Since when it does not answer, where the event knows. */
  since: Instant.optional(),
  at: Instant,
});
export type EndpointMessage = z.infer<typeof EndpointMessage>;

/** What stands in the queue of calls. */
export const CallsMessage = z.union([CallMessage, NoticeMessage, DigestMessage, EndpointMessage]);
export type CallsMessage = z.infer<typeof CallsMessage>;

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
export const CALL_CONSUMER = 'call';
export const NOTICE_CONSUMER = 'notice';
export const MAIL_CONSUMER = 'mail';
export const DIGEST_CONSUMER = 'digest';
export const OWNER_CONSUMER = 'owner';
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
  return [
    ...owedRouting(event),
    ...feed,
    ...owedCall(event),
    ...owedMail(event),
    ...owedNotice(event),
    ...owedDigest(event),
    ...owedWarning(event),
    ...owedVisits(event),
  ];
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

/** A call names a receipt number and nothing else, so without a referral there is nothing to say. */
function owedCall({ id, type, call, subject, referral, clock, at }: JournalEvent): OwedMessage[] {
  if (!call) return [];
  if (!referral) throw new Error(`${id} calls a person and names no referral`);
  const rung = type === 'clock.unreached' ? { why: 'unreached' as const } : {};
  const why = clock === undefined ? { why: 'announced' as const } : rung;
  const message = { event: id, ...call, subject, referral, clock: clock ?? 'received', ...why, at };
  return [{ consumer: CALL_CONSUMER, queue: 'calls', message }];
}

/** The same by mail, beside a text message, to an agency of which no system can be told. */
function owedMail({ id, type, subject, referral, clock, codes, at }: JournalEvent): OwedMessage[] {
  if (type !== 'call.made' || codes?.beside !== 'mail' || !referral) return [];
  const call = Call.parse({ agency: codes.agency, role: codes.role, by: 'mail' });
  const about = { subject, referral, clock: clock ?? 'received' };
  const message = { event: id, ...call, ...about, beside: true as const, at };
  return [{ consumer: MAIL_CONSUMER, queue: 'calls', message }];
}

/** What waits at an agency without a system is told to a person there; the version is the time. */
function owedDigest({ id, type, subject, version, at }: JournalEvent): OwedMessage[] {
  if (type !== 'digest.owed' || subject.kind !== 'agency') return [];
  const message = { event: id, agency: subject.id, digest: version, at };
  return [{ consumer: DIGEST_CONSUMER, queue: 'calls', message }];
}

const WARNED_OF = { 'endpoint.failing': 'failing', 'endpoint.disabled': 'disabled' } as const;

/** The owner of an endpoint is told by another way that it does not answer, or is switched off. */
function owedWarning({ id, type, subject, to, by, codes, at }: JournalEvent): OwedMessage[] {
  if (type !== 'endpoint.failing' && type !== 'endpoint.disabled') return [];
  const agency = to[0] ?? by.agency;
  if (subject.kind !== 'endpoint' || !agency) throw new Error(`${id} names no owner`);
  const endpoint = EndpointId.parse(subject.id);
  const since = Instant.safeParse(codes?.since).data;
  const message = {
    event: id,
    agency,
    endpoint,
    news: WARNED_OF[type],
    ...(since && { since }),
    at,
  };
  return [{ consumer: OWNER_CONSUMER, queue: 'calls', message }];
}

/** A notice that is owed to the family goes to the queue of calls: to one contact, and no feed. */
function owedNotice({ id, type, subject, codes }: JournalEvent): OwedMessage[] {
  if (type !== 'notice.owed' || subject.kind !== 'case') return [];
  const message = { event: id, case: subject.id, notice: Number(codes?.number) };
  return [{ consumer: NOTICE_CONSUMER, queue: 'calls', message }];
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
