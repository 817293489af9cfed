import * as z from 'zod';
import { Absence } from '../domain/absence/absence.ts';
import { type Clock, nextMoment } from '../domain/clock/state.ts';
import { AllegedPerpetratorPart, Conflict } from '../domain/family/parts.ts';
import { AgencyId, EndpointId, EventId, InterviewId } from '../domain/ids.ts';
import { Incident } from '../domain/incident/incident.ts';
import { CallsMessage } from '../domain/journal/call-messages.ts';
import {
  FeedMessage,
  InvitationMessage,
  type OwedMessage,
  ROUTING_CONSUMER,
  RoutingMessage,
  VisitMessage,
} from '../domain/journal/messages.ts';
import { Joining } from '../domain/same-child/joining.ts';
import { Instant } from '../domain/time.ts';
import { StoredClock } from './clock-item.ts';
import { clockKey, DUE_SHARDS, dueAt } from './keys.ts';
import type { Table } from './table.ts';
import type { Item, Key } from './write.ts';

const DueKey = z.object({ pk: z.string(), sk: z.string(), what: z.string() });

const Outbox = z.object({
  pk: z.string(),
  sk: z.string(),
  event: EventId,
  consumer: z.string(),
  queue: z.enum(['routing', 'feed', 'calls', 'visits', 'invitations']),
  message: z.unknown(),
  owedSince: Instant,
});
/** What shut somebody out whose work has not all gone over. */
const ShutsOut = z.discriminatedUnion('what', [AllegedPerpetratorPart, Conflict, Joining]);
/** A hold that runs out, or a visit that is looked at again; of either only which visit it is. */
const DueVisit = z.union([
  z.object({ pk: z.string(), sk: z.string(), interview: InterviewId }),
  z
    .object({ pk: z.string(), sk: z.string(), of: z.object({ id: InterviewId }) })
    .transform(({ pk, sk, of }) => ({ pk, sk, interview: of.id })),
]);
/** What one endpoint is told of one subject, or an endpoint or its backlog that has to be looked after. */
const DueLane = z.union([
  z
    .object({
      what: z.literal('lane'),
      agency: AgencyId,
      endpoint: EndpointId,
      sk: z.string(),
      nextAt: Instant,
    })
    .transform(({ agency, endpoint, sk, nextAt }) => ({
      agency,
      endpoint,
      lane: sk,
      since: nextAt,
    })),
  z
    .object({ what: z.literal('health'), agency: AgencyId, endpoint: EndpointId })
    .transform(({ agency, endpoint }) => ({ agency, endpoint })),
  z
    .object({ what: z.literal('endpoint'), agency: AgencyId, id: EndpointId })
    .transform(({ agency, id }) => ({ agency, endpoint: id })),
]);

/** A message whose receipt has not come: the queue lost it, or its receiver is slow. */
export interface Unreceived {
  readonly owed: OwedMessage;
  readonly owedSince: string;
  readonly key: Key;
}
export interface Due {
  readonly clocks: readonly Clock[];
  readonly unreceived: readonly Unreceived[];
  /** Of people whose work has to go over. */
  readonly absences: readonly Absence[];
  /** Of those who were shut out of a case. */
  readonly shut: readonly z.infer<typeof ShutsOut>[];
  /** Data incidents nobody has notified yet. */
  readonly incidents: readonly Incident[];
  readonly deliveries: readonly z.infer<typeof DueLane>[];
  /** Visits with a hold that runs out, or that wait, each with the place it is due by. */
  readonly visits: readonly { readonly interview: InterviewId; readonly key: Key }[];
  /** Keys of items that cannot be read: they hold up nothing else, and somebody must look. */
  readonly unreadable: readonly Key[];
}

/** Items taken up in one go, oldest first; the rest is found by the next, for it stays due. */
const MOST_PER_SHARD = 2000;

/** The due index: all whose time has come, however long ago. */
export const dueIndex = (table: Table) => ({
  async until(now: string): Promise<Due> {
    const keys = (await Promise.all(DUE_SHARDS.map((shard) => keysOf(table, shard, now)))).flat();
    // The index is eventually consistent and holds keys only: what stands there now decides.
    const items = await table.getAll(keys.map(({ pk, sk }) => ({ pk, sk })));
    const of = (...names: readonly string[]) =>
      items.filter(({ what }) => names.includes(String(what)));
    const outbox = readable(of('outbox'), Outbox);
    const waiting = await listClocksOf(table, outbox.read.map(unreceived));
    const clocks = readable([...of('clock'), ...waiting], StoredClock);
    const deliveries = readable(of('lane', 'endpoint', 'health'), DueLane);
    const absences = readable(of('absence'), Absence);
    const shut = readable(of('alleged-perpetrator', 'conflict', 'joining'), ShutsOut);
    const incidents = readable(of('incident'), Incident);
    const visits = readable(of('booking', 'waiting'), DueVisit);
    return {
      clocks: clocks.read,
      visits: visits.read.map(({ pk, sk, interview }) => ({ interview, key: { pk, sk } })),
      unreceived: outbox.read.map(unreceived),
      deliveries: deliveries.read,
      absences: absences.read,
      shut: shut.read,
      incidents: incidents.read,
      unreadable: [
        ...clocks.unreadable,
        ...outbox.unreadable,
        ...deliveries.unreadable,
        ...absences.unreadable,
        ...shut.unreadable,
        ...incidents.unreadable,
        ...visits.unreadable,
      ],
    };
  },

  /** Sent again: not before `next` is it looked at once more. */
  postpone({ pk, sk }: Key, next: string): Promise<boolean> {
    return table.update({
      Key: { pk, sk },
      ConditionExpression: 'attribute_exists(pk)',
      UpdateExpression: 'SET gsi2sk = :next',
      ExpressionAttributeValues: { ':next': dueAt(next, `${pk.split('#')[1]}#${sk}`).gsi2sk },
    });
  },
});
export type DueIndex = ReturnType<typeof dueIndex>;

/**
 * The clock of a new referral is found by the message that is to route it (commit.ts): both go in one
 * transaction. Where that message is late, the clock stands in the index by itself from now on.
 */
async function listClocksOf(table: Table, late: readonly Unreceived[]): Promise<Item[]> {
  const ids = late.flatMap(({ owed }) =>
    owed.queue === 'routing' && owed.consumer === ROUTING_CONSUMER ? owed.message.referral : [],
  );
  const keys = [...new Set(ids)].map((id) => clockKey({ kind: 'referral', id }, 'routing'));
  const unlisted = (await table.getAll(keys)).filter(({ gsi2pk }) => gsi2pk === undefined);
  await Promise.all(unlisted.map((item) => list(table, item)));
  return unlisted;
}

async function list(table: Table, item: Item): Promise<void> {
  const clock = StoredClock.safeParse(item).data;
  const next = clock && nextMoment(clock);
  if (!next) return;
  const { gsi2pk, gsi2sk } = dueAt(next, `${clock.subject.id}#${clock.name}`);
  // Where it does not hold, the referral has just been routed.
  await table.update({
    Key: clockKey(clock.subject, clock.name),
    ConditionExpression: 'version = :read AND attribute_not_exists(gsi2pk)',
    UpdateExpression: 'SET gsi2pk = :shard, gsi2sk = :next',
    ExpressionAttributeValues: { ':read': clock.version, ':shard': gsi2pk, ':next': gsi2sk },
  });
}

function readable<T extends z.ZodType>(items: readonly Item[], schema: T) {
  const read: z.output<T>[] = [];
  const unreadable: Key[] = [];
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (parsed.success) read.push(parsed.data);
    else unreadable.push({ pk: String(item.pk), sk: String(item.sk) });
  }
  return { read, unreadable };
}

async function keysOf(table: Table, shard: number, now: string) {
  const keys: z.infer<typeof DueKey>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await table.page({
      IndexName: 'gsi2',
      KeyConditionExpression: 'gsi2pk = :shard AND gsi2sk <= :now',
      // `~` sorts behind every sign an id can have: the instant itself is included.
      ExpressionAttributeValues: { ':shard': `DUE#${shard}`, ':now': `${now}~` },
      ExclusiveStartKey: from,
    });
    keys.push(...page.items.map((item) => DueKey.parse(item)));
    from = page.last && { ...page.last };
  } while (from && keys.length < MOST_PER_SHARD);
  return keys;
}

function unreceived({
  pk,
  sk,
  consumer,
  queue,
  message,
  owedSince,
}: z.infer<typeof Outbox>): Unreceived {
  return { owed: owedBy(consumer, queue, message), owedSince, key: { pk, sk } };
}

function owedBy(consumer: string, queue: OwedMessage['queue'], message: unknown): OwedMessage {
  switch (queue) {
    case 'routing':
      return { consumer, queue, message: RoutingMessage.parse(message) };
    case 'feed':
      return { consumer, queue, message: FeedMessage.parse(message) };
    case 'calls':
      return { consumer, queue, message: CallsMessage.parse(message) };
    case 'visits':
      return { consumer, queue, message: VisitMessage.parse(message) };
    case 'invitations':
      return { consumer, queue, message: InvitationMessage.parse(message) };
  }
}
