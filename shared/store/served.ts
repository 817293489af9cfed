import type { Attempt, Delivery } from '../domain/webhook/delivery.ts';
import type { Lane } from '../domain/webhook/lane.ts';
import { saveDelivery } from './endpoints.ts';
import { servedKey } from './keys.ts';
import { endLane, saveLane } from './lanes.ts';
import { ConditionFailed, type Table } from './table.ts';
import { putIfAbsent, type Write } from './write.ts';

/** One attempt beside what it was about: written once, with the state it brought about. */
const proof = ({ subject, endpoint, sequence, event, agency, attempts }: Delivery, made: Attempt) =>
  putIfAbsent('served', {
    ...servedKey(subject, { at: made.at, endpoint, sequence, number: attempts.length }),
    what: 'served',
    ...{ endpoint, agency, sequence, event, number: attempts.length },
    ...made,
  });

const laneWrite = (lane: Lane): Write =>
  lane.waiting.length === 0
    ? endLane({ ...lane, version: lane.version })
    : saveLane({ ...lane, version: lane.version + 1 });

/** What was sent: who may send it, and what came of it, each in one transaction. */
export const served = (table: Pick<Table, 'transact'>, newToken: () => string) => {
  const write = async (writes: readonly Write[]): Promise<boolean> => {
    try {
      await table.transact(writes, newToken());
      return true;
    } catch (error) {
      if (error instanceof ConditionFailed) return false;
      throw error;
    }
  };
  return {
    /** One of several senders gets a lane. */
    claim: (lane: Lane): Promise<boolean> => write([saveLane(lane)]),

    /** What is first has been dealt with before; answers whether something else waits now. */
    passed: (lane: Lane): Promise<boolean> =>
      write([laneWrite({ ...withoutLease(lane), waiting: lane.waiting.slice(1), tried: 0 })]),

    /** The attempt, the delivery and the lane after it; answers whether to go on. */
    async record(lane: Lane, delivery: Delivery, attempt?: Attempt): Promise<boolean> {
      const goesOn = delivery.status !== 'waiting';
      const after = attempt
        ? lane
        : { ...withoutLease(lane), waiting: lane.waiting.slice(1), tried: 0 };
      const writes = [
        laneWrite(after),
        saveDelivery(delivery),
        ...(attempt ? [proof(delivery, attempt)] : []),
      ];
      return (await write(writes)) && goesOn;
    },
  };
};
export type Served = ReturnType<typeof served>;

const withoutLease = ({ lease: _, ...lane }: Lane): Lane => lane;
