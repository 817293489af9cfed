import type { EndpointId } from '../domain/ids.ts';
import type { Attempt, Delivery } from '../domain/webhook/delivery.ts';
import {
  afterAttempt,
  type ClaimedLane,
  claimed,
  type Lane,
  type Lease,
  laneName,
  passed,
} from '../domain/webhook/lane.ts';
import { type Endpoints, saveDelivery } from './endpoints.ts';
import { servedKey } from './keys.ts';
import { type Lanes, replaceLane } from './lanes.ts';
import { ConditionFailed, type Table } from './table.ts';
import { putIfAbsent, type Write } from './write.ts';

/** What became of the first delivery of a lane, decided anew whenever others wrote meanwhile. */
export interface Made {
  readonly delivery: Delivery;
  /** The attempt; absent where none was made, for nothing may be sent any more. */
  readonly attempt?: Attempt;
  /** When that was. */
  readonly at: string;
  readonly after: (delivery: Delivery) => Delivery;
  /** What has to happen with it or not at all. */
  readonly also?: () => Promise<readonly Write[]>;
}

interface Options {
  readonly table: Pick<Table, 'transact'>;
  readonly lanes: Pick<Lanes, 'find'>;
  readonly endpoints: Pick<Endpoints, 'delivery'>;
  readonly newToken: () => string;
}

/** Others write to a lane when something joins it: each of them once, so this is plenty. */
const RECORD_TRIES = 40;

/** One attempt beside what it was about: written once, with the state it brought about. */
const proof = ({ subject, endpoint, sequence, event, agency, attempts }: Delivery, made: Attempt) =>
  putIfAbsent('served', {
    ...servedKey(subject, { at: made.at, endpoint, sequence, number: attempts.length }),
    what: 'served',
    verb: 'disclose',
    ...{ endpoint, agency, sequence, event, number: attempts.length },
    ...made,
  });

/** What was sent: who may send it, and what came of it, each in one transaction. */
export const served = ({ table, lanes, endpoints, newToken }: Options) => {
  const write = async (writes: readonly Write[]): Promise<boolean> => {
    try {
      await table.transact(writes, newToken());
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  };

  const readAgain = async (endpoint: EndpointId, lane: string, sequence: number) => {
    const [found, delivery] = await Promise.all([
      lanes.find(endpoint, lane),
      endpoints.delivery(endpoint, sequence),
    ]);
    if (!delivery) throw new Error(`delivery ${sequence} of ${endpoint} is gone`);
    return { lane: found, delivery };
  };

  return {
    /** One of several senders gets a lane; nothing where somebody else was quicker. */
    async claim(lane: Lane, lease: Lease): Promise<ClaimedLane | undefined> {
      const own = claimed(lane, lease);
      const won = await write([replaceLane(lane, own)]);
      return won ? { ...own, version: lane.version + 1 } : undefined;
    },

    /** Another state of a lane; `false` where it is not the one that was read any more. */
    change: (read: Lane, next: Lane): Promise<boolean> => write([replaceLane(read, next)]),

    /** Several deliveries that nobody will send, and the lane without them. */
    putAside: (read: Lane, next: Lane, put: readonly Delivery[], also: readonly Write[]) =>
      write([replaceLane(read, next), ...put.map(saveDelivery), ...also]),

    /**
     * The attempt, the delivery and the lane after it, all in one. An attempt that was made is
     * always recorded: where something joined the lane meanwhile, over what stands there now; where
     * the lease was lost, without the lane, which is another sender's.
     */
    async record(own: ClaimedLane, made: Made): Promise<Delivery> {
      const { attempt, at, after, also } = made;
      let now: { lane: Lane | undefined; delivery: Delivery } = { ...made, lane: own };
      for (let tries = 0; tries < RECORD_TRIES; tries += 1) {
        const { lane } = now;
        const next = after(now.delivery);
        const isOwn = lane?.lease?.token === own.lease.token;
        const writes = [
          ...(isOwn ? [replaceLane(lane, afterAttempt(lane, next, at))] : []),
          saveDelivery(next),
          ...(attempt ? [proof(next, attempt)] : []),
          ...((await also?.()) ?? []),
        ];
        if (await write(writes)) return next;
        now = await readAgain(own.endpoint, laneName(own.subject), next.sequence);
      }
      throw new Error(`an attempt at ${own.endpoint} could not be recorded`);
    },

    /** What is first was dealt with before: by a sender that lost the lane, or put aside. */
    passed: (own: ClaimedLane, at: string): Promise<boolean> =>
      write([replaceLane(own, passed(own, at))]),
  };
};
export type Served = ReturnType<typeof served>;
