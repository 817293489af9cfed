import * as z from 'zod';
import { AgencyId, EventId, ReferralId } from '../domain/ids.ts';
import { EventType, Subject } from '../domain/journal/event.ts';
import { type FeedMessage, feedConsumer } from '../domain/journal/messages.ts';
import { reachesExcluded } from '../domain/recall/reaches.ts';
import { Urgency } from '../domain/task/statuses.ts';
import { Instant } from '../domain/time.ts';
import type { Delivery } from '../domain/webhook/delivery.ts';
import { type WebhookEndpoint, wants } from '../domain/webhook/endpoint.ts';
import { laneName } from '../domain/webhook/lane.ts';
import { SHUT_BY, shutFrom, shutKeys } from './exclusions.ts';
import {
  anyEndpointKey,
  deliveryKey,
  feedHeadKey,
  feedKey,
  outboxKey,
  referralKey,
  toldOfTask,
} from './keys.ts';
import { type Joining, joinLane } from './lanes.ts';
import { ConditionFailed, type Table } from './table.ts';
import { type Item, type Key, putIfAbsent, putOver, removeIfThere, type Write } from './write.ts';

export const FeedEntry = z.object({
  sequence: z.int().min(1),
  event: EventId,
  agency: AgencyId,
  type: EventType,
  subject: Subject,
  at: Instant,
  deadline: Instant.optional(),
  urgency: Urgency.optional(),
  referral: ReferralId.optional(),
  /** When it got its number: by this it belongs to a day. */
  placedAt: Instant.optional(),
});
export type FeedEntry = z.infer<typeof FeedEntry>;

/** A lane of an endpoint that something has joined. */
export interface OwedLane {
  readonly agency: AgencyId;
  readonly endpoint: WebhookEndpoint['id'];
  readonly lane: string;
}

/**
 * Entries written at once: each brings its outbox deletion along, and for every endpoint of the
 * agency a delivery and a lane; a transaction holds a hundred writes.
 */
export const APPEND_MOST = 8;

/** The agencies' feeds: numbered without a gap, each event once. */
export const feeds = (table: Table, newToken: () => string) => {
  const head = async (agency: AgencyId): Promise<number> =>
    versionOf(await table.get(feedHeadKey(agency)));

  /**
   * The head, and the messages whose outbox item still stands: all others have their entry already.
   * Of those, what belongs to a referral from which the agency is excluded is withheld. One read for
   * all of it, strongly consistent, for it is made for every message of the hub.
   */
  const standing = async (agency: AgencyId, messages: readonly FeedMessage[]) => {
    const owedKey = ({ event }: FeedMessage) => outboxKey(event, feedConsumer(agency));
    const referrals = shutKeys(messages.map(({ referral }) => referral));
    const keys = [
      feedHeadKey(agency),
      anyEndpointKey(agency),
      ...messages.map(owedKey),
      ...referrals,
    ];
    const found = await table.getAll(keys, [...SHUT_BY, 'version']);
    const at = ({ pk, sk }: Key) => found.find((item) => item.pk === pk && item.sk === sk);
    const fresh = messages.filter((message) => at(owedKey(message)));
    const isShut = ({ referral, type }: FeedMessage): boolean =>
      !reachesExcluded(type) &&
      referral !== undefined &&
      shutFrom(at(referralKey(referral)), agency);
    return {
      last: versionOf(at(feedHeadKey(agency))),
      hasEndpoints: at(anyEndpointKey(agency)) !== undefined,
      fresh,
      told: fresh.filter((message) => !isShut(message)),
    };
  };

  return {
    head,

    /**
     * Appends messages of one agency in their order, with their outbox deletions and deliveries in
     * one transaction. What was appended before is left out; answers the lanes to be woken.
     * Endpoints are asked for only where the agency has any.
     */
    async append(
      agency: AgencyId,
      messages: readonly FeedMessage[],
      endpointsOf: () => Promise<readonly WebhookEndpoint[]>,
      at: string,
    ): Promise<OwedLane[]> {
      const { last, hasEndpoints, fresh, told } = await standing(agency, uniqueByEvent(messages));
      if (fresh.length === 0) return [];
      const endpoints = hasEndpoints && told.length > 0 ? await endpointsOf() : [];
      const version = last + told.length;
      const item = { ...feedHeadKey(agency), what: 'head', version };
      const head = last === 0 ? putIfAbsent('head', item) : putOver('head', item, last);
      const entries = told.map((message, i) => ({
        ...message,
        sequence: last + 1 + i,
        placedAt: at,
      }));
      const deliveries = entries.flatMap((entry) => deliveriesOf(entry, endpoints));
      const joined = lanesOf(deliveries);
      const writes: Write[] = [
        ...(told.length > 0 ? [head] : []),
        ...entries.map((entry) =>
          putIfAbsent('feed', {
            ...feedKey(agency, entry.sequence),
            what: 'feed',
            verb: 'disclose',
            ...entry,
            ...foundByTask(entry),
          }),
        ),
        ...fresh.map(({ event }) =>
          removeIfThere('settled', outboxKey(event, feedConsumer(agency))),
        ),
        ...deliveries.map(deliveryWrite),
        ...joined.map((lane) => joinLane(lane, at)),
      ];
      try {
        await table.transact(writes, newToken());
      } catch (error) {
        // Another environment appended meanwhile: look again at what is still owed.
        if (error instanceof ConditionFailed) return this.append(agency, messages, endpointsOf, at);
        throw error;
      }
      return joined.map(({ endpoint, subject }) => ({ agency, endpoint, lane: laneName(subject) }));
    },

    /** Entries after a sequence number, in order; strongly consistent. */
    async after(agency: AgencyId, sequence: number, limit: number): Promise<FeedEntry[]> {
      const { items } = await table.page({
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': feedKey(agency, 0).pk,
          ':from': feedKey(agency, sequence + 1).sk,
          ':to': '999999999',
        },
        ConsistentRead: true,
        Limit: limit,
      });
      return items.map((item) => FeedEntry.parse(item));
    },

    async entry(agency: AgencyId, sequence: number): Promise<FeedEntry> {
      return FeedEntry.parse(await table.get(feedKey(agency, sequence)));
    },
  };
};
export type Feeds = ReturnType<typeof feeds>;

/** Whoever asks what an agency was told of a task finds it without reading the feed. */
const foundByTask = ({ agency, sequence, subject }: FeedEntry) =>
  subject.kind === 'task'
    ? { gsi1pk: toldOfTask(subject.id), gsi1sk: `${agency}#${feedKey(agency, sequence).sk}` }
    : {};

const versionOf = (head: Item | undefined): number => z.int().parse(head?.version ?? 0);

const uniqueByEvent = (messages: readonly FeedMessage[]): FeedMessage[] => [
  ...new Map(messages.map((message) => [message.event, message])).values(),
];

const deliveriesOf = (entry: FeedEntry, endpoints: readonly WebhookEndpoint[]): Delivery[] =>
  endpoints
    .filter((endpoint) => wants(endpoint, entry))
    .map(({ id }) => {
      const { agency, sequence, event, type, subject, at, deadline, urgency } = entry;
      return {
        ...{ agency, endpoint: id, sequence, event, type, subject, at, deadline, urgency },
        ...{ status: 'waiting' as const, attempts: [], replays: 0, version: 1 },
      };
    });

const deliveryWrite = (delivery: Delivery): Write =>
  putIfAbsent('delivery', {
    ...deliveryKey(delivery.endpoint, delivery.sequence),
    what: 'delivery',
    ...delivery,
  });

/** What of a batch joins each lane, in the order of the feed. */
function lanesOf(deliveries: readonly Delivery[]): Joining[] {
  const byLane = Map.groupBy(
    deliveries,
    ({ endpoint, subject }) => `${endpoint} ${laneName(subject)}`,
  );
  return [...byLane.values()].flatMap((together) => {
    const [first] = together;
    if (!first) return [];
    const { agency, endpoint, subject } = first;
    const sequences = together.map(({ sequence }) => sequence);
    const deadline = together.flatMap((one) => one.deadline ?? []).toSorted()[0];
    return [{ agency, endpoint, subject, sequences, deadline }];
  });
}
