import type { Clock } from '../domain/clock/state.ts';
import { ROUTING_CONSUMER, type RoutingMessage } from '../domain/journal/messages.ts';
import { Referral } from '../domain/referral/referral.ts';
import { Refusal } from '../domain/refusal.ts';
import { StoredClock } from './clock-item.ts';
import { clockKey, outboxKey, referralKey } from './keys.ts';
import type { Table } from './table.ts';
import type { Key } from './write.ts';

/** A referral that has to be routed, and its own clock that waits for it. */
export interface ToRoute {
  readonly referral: Referral;
  readonly waiting: Clock | undefined;
}

/**
 * What a routing begins with, in one read, for every referral comes past here. Nothing where the
 * message was crossed off: then all of it has been done. The versions say whether what was read at
 * different moments still stands when the routing is written.
 */
export const toRoute =
  (table: Pick<Table, 'getAll'>) =>
  async ({ event, referral: id }: RoutingMessage): Promise<ToRoute | undefined> => {
    const own = { kind: 'referral' as const, id };
    const keys = {
      owed: outboxKey(event, ROUTING_CONSUMER),
      referral: referralKey(id),
      clock: clockKey(own, 'routing'),
    };
    const found = await table.getAll(Object.values(keys));
    const at = ({ pk, sk }: Key) => found.find((item) => item.pk === pk && item.sk === sk);
    if (!at(keys.owed)) return undefined;
    const referral = at(keys.referral);
    if (!referral) throw new Refusal('not-found');
    const clock = at(keys.clock);
    const waiting = clock && StoredClock.parse(clock);
    return {
      referral: Referral.parse(referral),
      waiting: waiting?.endedAt ? undefined : waiting,
    };
  };
