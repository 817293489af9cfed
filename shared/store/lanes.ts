import * as z from 'zod';
import type { AgencyId, EndpointId } from '../domain/ids.ts';
import type { Subject } from '../domain/journal/event.ts';
import { Lane, laneName } from '../domain/webhook/lane.ts';
import { dueAt, laneKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Write } from './write.ts';

/** What one batch of a feed adds to a lane. */
export interface Joining {
  readonly agency: AgencyId;
  readonly endpoint: EndpointId;
  readonly subject: Subject;
  readonly sequences: readonly number[];
  readonly deadline?: string | undefined;
}

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

/** The lanes of the endpoints: what waits, in which order, and who is at work on it. */
export const lanes = (table: Pick<Table, 'get' | 'startingWith'>) => ({
  async find(endpoint: EndpointId, lane: string): Promise<Lane | undefined> {
    const item = await table.get(laneKey(endpoint, lane));
    return item && Lane.parse(item);
  },

  /** Everything that waits for an endpoint. */
  async of(endpoint: EndpointId): Promise<Lane[]> {
    const items = await table.startingWith(laneKey(endpoint, '').pk, '');
    return z.array(Lane).parse(items);
  },
});
export type Lanes = ReturnType<typeof lanes>;

/** Writes a lane over the version it came from: one of several senders gets through. */
export const saveLane = (lane: Lane): Write => {
  const name = laneName(lane.subject);
  const key = laneKey(lane.endpoint, name);
  const due = lane.held ? {} : dueAt(lane.nextAt, dueId(lane.endpoint, name));
  return {
    what: 'delivery',
    key,
    as: (TableName) => ({
      Put: {
        TableName,
        Item: { ...key, what: 'lane', ...lane, ...due },
        ConditionExpression: 'version = :read',
        ExpressionAttributeValues: { ':read': lane.version - 1 },
      },
    }),
  };
};

/** Removes a lane in which nothing waits any more, unless something has joined it meanwhile. */
export const endLane = ({ endpoint, subject, version }: Lane): Write => {
  const key = laneKey(endpoint, laneName(subject));
  return {
    what: 'delivery',
    key,
    as: (TableName) => ({
      Delete: {
        TableName,
        Key: { ...key },
        ConditionExpression: 'version = :read',
        ExpressionAttributeValues: { ':read': version },
      },
    }),
  };
};
