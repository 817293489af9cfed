import * as z from 'zod';
import type { AgencyId, EndpointId } from '../domain/ids.ts';
import type { Subject } from '../domain/journal/event.ts';
import { Lane, laneName } from '../domain/webhook/lane.ts';
import { backlogAt, dueAt, laneKey } from './keys.ts';
import type { Table } from './table.ts';
import { putIfAbsent, type Write } from './write.ts';

/** What one batch of a feed adds to a lane. */
export interface Joining {
  readonly agency: AgencyId;
  readonly endpoint: EndpointId;
  readonly subject: Subject;
  readonly sequences: readonly number[];
  readonly deadline?: string | undefined;
}

/** Of a lane that waits for its endpoint: behind every instant, so that joining it changes nothing. */
const NEVER = '9999';

const dueId = (endpoint: EndpointId, lane: string): string => `${endpoint}#${lane}`;

/**
 * Adds feed sequences to the end of a lane, and makes the lane where there is none: due at once, so
 * that the minute finds it if its wake-up is lost. A lane that waits already goes on waiting.
 */
export const joinLane = (joining: Joining, at: string): Write => {
  const { agency, endpoint, subject, sequences, deadline } = joining;
  const lane = laneName(subject);
  const key = laneKey(endpoint, lane);
  const { gsi2pk, gsi2sk } = dueAt(at, dueId(endpoint, lane));
  const values: Record<string, unknown> = {
    ':what': 'lane',
    ':agency': agency,
    ':endpoint': endpoint,
    ':subject': subject,
    ':more': [...sequences],
    ':none': [],
    ':zero': 0,
    ':one': 1,
    ':at': at,
    ':born': `${at}#${sequences[0]}`,
    ':pk': gsi2pk,
    ':sk': gsi2sk,
    ...(deadline && { ':deadline': deadline }),
  };
  return {
    what: 'delivery',
    key,
    as: (TableName) => ({
      Update: {
        TableName,
        Key: { ...key },
        UpdateExpression: [
          'SET #what = :what, agency = :agency, endpoint = :endpoint, subject = :subject',
          'waiting = list_append(if_not_exists(waiting, :none), :more)',
          'tried = if_not_exists(tried, :zero)',
          'version = if_not_exists(version, :zero) + :one',
          'nextAt = if_not_exists(nextAt, :at)',
          'born = if_not_exists(born, :born)',
          'gsi2pk = if_not_exists(gsi2pk, :pk)',
          'gsi2sk = if_not_exists(gsi2sk, :sk)',
          ...(deadline ? ['deadline = if_not_exists(deadline, :deadline)'] : []),
        ].join(', '),
        ExpressionAttributeNames: { '#what': 'what' },
        ExpressionAttributeValues: values,
      },
    }),
  };
};

/** A lane where none is: whoever joins it meanwhile comes first, and it is begun anew. */
export function beginLane(lane: Lane): Write {
  const name = laneName(lane.subject);
  const due = dueAt(lane.nextAt, dueId(lane.endpoint, name));
  const item = { ...laneKey(lane.endpoint, name), what: 'lane', ...lane, ...due };
  return putIfAbsent('delivery', item);
}

const name = ({ subject }: Lane): string => laneName(subject);

/** The lanes of the endpoints: what waits, in which order, and who is at work on it. */
export const lanes = (table: Pick<Table, 'get' | 'startingWith' | 'page'>) => ({
  async find(endpoint: EndpointId, lane: string): Promise<Lane | undefined> {
    const item = await table.get(laneKey(endpoint, lane));
    return item && Lane.parse(item);
  },

  /** Everything that waits for an endpoint. */
  async of(endpoint: EndpointId): Promise<Lane[]> {
    const items = await table.startingWith(laneKey(endpoint, '').pk, '');
    return z.array(Lane).parse(items);
  },

  /** What waits for the endpoint itself, nearest deadline first. The index may be a moment behind. */
  async backlog(endpoint: EndpointId, limit: number): Promise<string[]> {
    const { items } = await table.page({
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :backlog',
      ExpressionAttributeValues: { ':backlog': backlogAt(endpoint, undefined, '').gsi1pk },
      Limit: limit,
    });
    return items.map(({ sk }) => String(sk));
  },
});
export type Lanes = ReturnType<typeof lanes>;

/** Only over the very lane that was read, and for its sender only as long as that is its sender. */
const asRead = ({ version, born, lease }: Lane) => ({
  ConditionExpression: `version = :read AND born = :born AND ${
    lease ? '#lease.#token = :token' : 'attribute_not_exists(#lease)'
  }`,
  ExpressionAttributeNames: { '#lease': 'lease', ...(lease && { '#token': 'token' }) },
  ExpressionAttributeValues: {
    ':read': version,
    ':born': born,
    ...(lease && { ':token': lease.token }),
  },
});

/** Writes a lane over the one it came from, or removes it where nothing waits in it any more. */
export function replaceLane(read: Lane, next: Lane): Write {
  const key = laneKey(read.endpoint, name(read));
  const condition = asRead(read);
  if (next.waiting.length === 0) {
    return {
      what: 'delivery',
      key,
      as: (TableName) => ({ Delete: { TableName, Key: { ...key }, ...condition } }),
    };
  }
  const due = dueAt(next.held ? NEVER : next.nextAt, dueId(next.endpoint, name(next)));
  const backlog = next.held && backlogAt(next.endpoint, next.deadline, name(next));
  const Item = { ...key, what: 'lane', ...next, version: read.version + 1, ...due, ...backlog };
  return {
    what: 'delivery',
    key,
    as: (TableName) => ({ Put: { TableName, Item, ...condition } }),
  };
}
