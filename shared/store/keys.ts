import { createHash } from 'node:crypto';
import type {
  AgencyId,
  BookingId,
  CaseId,
  EndpointId,
  EventId,
  InboundKeyId,
  InterviewId,
  ReferralId,
  ResourceId,
  TaskId,
} from '../domain/ids.ts';
import type { JournalEvent, Subject } from '../domain/journal/event.ts';
import type { Part, PartName } from '../domain/part.ts';
import type { Key } from './write.ts';

const padded = (value: number, length: number): string => String(value).padStart(length, '0');

export const referralKey = (id: ReferralId): Key => ({ pk: `REFERRAL#${id}`, sk: 'STATE' });
export const caseKey = (id: CaseId): Key => ({ pk: `CASE#${id}`, sk: 'STATE' });
export const taskKey = (id: TaskId): Key => ({ pk: `TASK#${id}`, sk: 'STATE' });
export const interviewKey = (id: InterviewId): Key => ({ pk: `INTERVIEW#${id}`, sk: 'STATE' });
export const bookingKey = (interview: InterviewId, id: BookingId): Key => ({
  pk: `INTERVIEW#${interview}`,
  sk: `BOOKING#${id}`,
});
/** A day sheet names bookings alone: here they are found with their interview; in gsi1. */
export const bookingById = (id: BookingId): string => `BOOKING#${id}`;
export const resourceKey = (id: ResourceId): Key => ({ pk: `RESOURCE#${id}`, sk: 'STATE' });
/** Where the resources of an agency are found; in gsi1. */
export const resourcesOf = (agency: AgencyId): string => `RESOURCES#${agency}`;
/** The truth about one day of one sheet: a top-level attribute for each quarter taken. */
export const dayKey = (sheet: string, day: string): Key => ({
  pk: `RESOURCE#${sheet}`,
  sk: `DAY#${day}`,
});
/** What searching reads: a quarter of a year in one item, projected from the days. */
export const quarterKey = (sheet: string, quarter: string): Key => ({
  pk: `RESOURCE#${sheet}`,
  sk: `QUARTER#${quarter}`,
});
/** One active interview a child and episode; the child by its case, or by its number's hash. */
export const oneInterviewKey = (
  child: { readonly case: CaseId } | { readonly personHash: string },
  episode: number,
): Key => ({
  pk: 'case' in child ? `CHILD#${child.case}` : `PERSON#${child.personHash}`,
  sk: `INTERVIEW#${padded(episode, 4)}`,
});
export const endpointKey = (agency: AgencyId, id: EndpointId): Key => ({
  pk: `ENDPOINTS#${agency}`,
  sk: id,
});
/** Stands as soon as an agency ever had one: who appends to a feed looks for more only then. */
export const anyEndpointKey = (agency: AgencyId): Key => ({ pk: `ENDPOINTS#${agency}`, sk: 'ANY' });

/** What an agency had sent by hand within one minute: tests, and askings for proof. */
export const sentOnDemandKey = (agency: AgencyId, minute: string): Key => ({
  pk: `ENDPOINTS#${agency}`,
  sk: `SENT#${minute}`,
});

/** A door by which an agency's own system sends. */
export const inboundKeyKey = (agency: AgencyId, id: InboundKeyId): Key => ({
  pk: `INBOUND#${agency}`,
  sk: id,
});

/** The partition of whatever an event or a clock is about. */
export const partitionOf = ({ kind, id }: Subject): string => `${kind.toUpperCase()}#${id}`;

export const clockKey = (subject: Subject, name: string): Key => ({
  pk: partitionOf(subject),
  sk: `CLOCK#${name}`,
});
export const routingKey = (id: ReferralId, revision: number): Key => ({
  pk: `REFERRAL#${id}`,
  sk: `ROUTING#${padded(revision, 4)}`,
});
/** One decision for each related child, whatever the revision in which it was named. */
export const childRoutingKey = (id: ReferralId, child: number): Key => ({
  pk: `REFERRAL#${id}`,
  sk: `ROUTING#CHILD#${padded(child, 4)}`,
});
export const feedbackKey = (id: ReferralId, number: number): Key => ({
  pk: `REFERRAL#${id}`,
  sk: `FEEDBACK#${padded(number, 4)}`,
});
export const partKey = ({ of, what, number }: Pick<Part, 'of' | 'what' | 'number'>): Key => ({
  pk: partitionOf(of),
  sk: `${partPrefix(what)}${padded(number, 4)}`,
});
export const partPrefix = (what: PartName): string => `${what.toUpperCase()}#`;

export const linkKey = (parent: string, kind: string, id: string): Key => ({
  pk: parent,
  sk: `LINK#${kind}#${id}`,
});

/**
 * A clock shares its subject's partition, not its version; its events have places of their own. A
 * call, a mail, or how a delivery fares changes no item, so it has no version: its own id is its place.
 */
export const eventKey = ({ id, type, subject, version, clock, codes }: JournalEvent): Key => {
  const pk = partitionOf(subject);
  if (type === 'call.made') return { pk, sk: `EVENT#CALL#${id}` };
  if (type === 'endpoint.failing' || type === 'endpoint.recovered' || type === 'delivery.parked') {
    return { pk, sk: `EVENT#DELIVERY#${id}` };
  }
  if (type === 'delivery.replayed') return { pk, sk: `EVENT#REPLAY#${id}` };
  // The rotations of the hub have a count of their own, whichever body began them.
  if (type === 'rotation.begun' || type === 'rotation.ended') {
    return { pk, sk: `EVENT#ROTATION#${padded(version, 6)}` };
  }
  if (type === 'digest.sent' || type === 'endpoint.warned') return { pk, sk: `EVENT#SENT#${id}` };
  // A recall has a version of its own beside that of the referral, as a clock has.
  if (type === 'recall.made' || type === 'recall.confirmed') {
    return { pk, sk: `EVENT#RECALL#${codes?.number}#${padded(version, 6)}` };
  }
  return {
    pk,
    sk: clock ? `EVENT#CLOCK#${clock}#${padded(version, 6)}` : `EVENT#${padded(version, 6)}`,
  };
};
export const outboxKey = (event: EventId, consumer: string): Key => ({
  pk: `OUTBOX#${event}`,
  sk: consumer,
});

/** An agency's list, nearest deadline first; what has no deadline comes last. */
export const listKey = (
  agency: AgencyId,
  state: 'open' | 'ended',
  deadline: string | undefined,
  id: string,
): Key => ({ pk: `LIST#${agency}#${state}`, sk: `${deadline ?? '9999'}#${id}` });

export const feedHeadKey = (agency: AgencyId): Key => ({ pk: `FEED#${agency}`, sk: 'HEAD' });
export const feedKey = (agency: AgencyId, sequence: number): Key => ({
  pk: `FEED#${agency}`,
  sk: padded(sequence, 9),
});
/** Where the entries of all feeds stand that are about one task; in gsi1. */
export const toldOfTask = (task: TaskId): string => `TOLD#${task}`;

export const deliveryKey = (endpoint: EndpointId, sequence: number): Key => ({
  pk: `DELIVERY#${endpoint}`,
  sk: padded(sequence, 9),
});

/** The order of one subject at one endpoint. */
export const laneKey = (endpoint: EndpointId, lane: string): Key => ({
  pk: `LANE#${endpoint}`,
  sk: lane,
});
/** Lanes that wait for their endpoint, nearest deadline first; in gsi1. */
export const backlogAt = (endpoint: EndpointId, deadline: string | undefined, lane: string) => ({
  gsi1pk: `BACKLOG#${endpoint}`,
  gsi1sk: `${deadline ?? '9999'}#${lane}`,
});
/** How an endpoint fares: changes with every attempt, so it stands apart from what its owner set. */
export const healthKey = (agency: AgencyId, endpoint: EndpointId): Key => ({
  pk: `ENDPOINTS#${agency}`,
  sk: `HEALTH#${endpoint}`,
});
/** One attempt, kept with what it was about and never changed: the proof of service. */
export const servedKey = (subject: Subject, { at, endpoint, sequence, number }: Served): Key => ({
  pk: partitionOf(subject),
  sk: `SERVED#${at}#${endpoint}#${padded(sequence, 9)}#${padded(number, 4)}`,
});
interface Served {
  readonly at: string;
  readonly endpoint: EndpointId;
  readonly sequence: number;
  /** Counts the attempts of a delivery, replays included. */
  readonly number: number;
}

export const memberKey = (sub: string): Key => ({ pk: `MEMBER#${sub}`, sk: 'STATE' });
/** Eight copies of the membership's version: one alone would be a hot item of a busy system. */
export const GUARDS = 8;
export const guardKey = (sub: string, copy: number): Key => ({
  pk: `MEMBER#${sub}`,
  sk: `GUARD#${copy}`,
});

/** The open tasks a person has, under the person: found at once when that person is gone. */
export const workKey = (sub: string, task: string): Key => ({
  pk: `MEMBER#${sub}`,
  sk: `${WORK}${task}`,
});
export const WORK = 'WORK#';

export const idempotencyKey = (sub: string, operation: string, key: string): Key => ({
  pk: `IDEMPOTENCY#${sub}#${hash(`${operation}\n${key}`)}`,
  sk: 'RESULT',
});

const hash = (value: string): string => createHash('sha256').update(value).digest('base64url');

/** Where the children stand whom nobody has answered for. */
export const UNANSWERED = 'UNANSWERED';

/** Puts a running clock into that list, nearest deadline first. */
export const unansweredAt = (due: string, id: string) => ({
  gsi1pk: UNANSWERED,
  gsi1sk: `${due}#${id}`,
});

/** Puts a part into one of the lists of the oversight body, oldest first. */
export const watchedAt = (list: string, at: string, id: string) => ({
  gsi1pk: `WATCHED#${list}`,
  gsi1sk: `${at}#${id}`,
});

/** Open recalls of an agency, nearest deadline first: what it must answer and what it waits for. */
export const recallsAt = (agency: AgencyId, deadline: string, id: string) => ({
  gsi1pk: recallsOf(agency),
  gsi1sk: `${deadline}#${id}`,
});
/** Of one day so many partitions take the writes; whoever looks for a stretch of time reads all. */
export const ACCESS_SHARDS = [0, 1, 2, 3, 4, 5, 6, 7] as const;
export const accessOn = (day: string, shard: number): string => `ACCESS#${day}#${shard}`;
/** Where the entries of the journal of access are found by their time; in gsi1. */
export const accessAt = (at: string, random: string) => ({
  gsi1pk: accessOn(at.slice(0, 10), shardOf(random, ACCESS_SHARDS.length)),
  gsi1sk: `${at}#${random}`,
});

export const recallsOf = (agency: AgencyId): string => `RECALLS#${agency}`;
/** Stands as long as whoever made a recall waits for answers. */
export const awaitedKey = (referral: string, number: number): Key => ({
  pk: `REFERRAL#${referral}`,
  sk: `AWAITED#RECALL#${padded(number, 4)}`,
});

/** Four shards spread the writes of the due index; each minute reads all four. */
export const DUE_SHARDS = [0, 1, 2, 3] as const;
const shardOf = (id: string, shards: number): number =>
  (createHash('sha256').update(id).digest()[0] ?? 0) % shards;

/** Puts an item into the index of what is due: found from `at` on, however late one looks. */
export const dueAt = (at: string, id: string) => ({
  gsi2pk: `DUE#${shardOf(id, DUE_SHARDS.length)}`,
  gsi2sk: `${at}#${id}`,
});
