import * as z from 'zod';
import { Call } from '../call/call.ts';
import { AgencyId, CaseId, EndpointId, EventId, ReferralId } from '../ids.ts';
import { Code } from '../text.ts';
import { Instant } from '../time.ts';
import { type JournalEvent, Subject } from './event.ts';

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

/** Which outbox item each of them stands for. */
export const CALL_CONSUMER = 'call';
export const NOTICE_CONSUMER = 'notice';
export const MAIL_CONSUMER = 'mail';
export const DIGEST_CONSUMER = 'digest';
export const OWNER_CONSUMER = 'owner';

interface OwedToCalls {
  readonly consumer: string;
  readonly queue: 'calls';
  readonly message: CallsMessage;
}

/** What an event owes to people who have to be reached directly. */
export const owedCalls = (event: JournalEvent): OwedToCalls[] => [
  ...owedCall(event),
  ...owedMail(event),
  ...owedNotice(event),
  ...owedDigest(event),
  ...owedWarning(event),
];

/** A call names a receipt number and nothing else, so without a referral there is nothing to say. */
function owedCall({ id, type, call, subject, referral, clock, at }: JournalEvent): OwedToCalls[] {
  if (!call) return [];
  if (!referral) throw new Error(`${id} calls a person and names no referral`);
  const rung = type === 'clock.unreached' ? { why: 'unreached' as const } : {};
  const why = clock === undefined ? { why: 'announced' as const } : rung;
  const message = { event: id, ...call, subject, referral, clock: clock ?? 'received', ...why, at };
  return [{ consumer: CALL_CONSUMER, queue: 'calls', message }];
}

/** The same by mail, beside a text message, to an agency of which no system can be told. */
function owedMail({ id, type, subject, referral, clock, codes, at }: JournalEvent): OwedToCalls[] {
  if (type !== 'call.made' || codes?.beside !== 'mail' || !referral) return [];
  const call = Call.parse({ agency: codes.agency, role: codes.role, by: 'mail' });
  const about = { subject, referral, clock: clock ?? 'received' };
  const message = { event: id, ...call, ...about, beside: true as const, at };
  return [{ consumer: MAIL_CONSUMER, queue: 'calls', message }];
}

/** What waits at an agency without a system is told to a person there; the version is the time. */
function owedDigest({ id, type, subject, version, at }: JournalEvent): OwedToCalls[] {
  if (type !== 'digest.owed' || subject.kind !== 'agency') return [];
  const message = { event: id, agency: subject.id, digest: version, at };
  return [{ consumer: DIGEST_CONSUMER, queue: 'calls', message }];
}

const WARNED_OF = { 'endpoint.failing': 'failing', 'endpoint.disabled': 'disabled' } as const;

/** The owner of an endpoint is told by another way that it does not answer, or is switched off. */
function owedWarning({ id, type, subject, to, by, codes, at }: JournalEvent): OwedToCalls[] {
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
function owedNotice({ id, type, subject, codes }: JournalEvent): OwedToCalls[] {
  if (type !== 'notice.owed' || subject.kind !== 'case') return [];
  const message = { event: id, case: subject.id, notice: Number(codes?.number) };
  return [{ consumer: NOTICE_CONSUMER, queue: 'calls', message }];
}
