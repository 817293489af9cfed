import { type EventId, newEventId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import type { Children, JournalEvent } from '../../shared/domain/journal/event.ts';
import { CHILDREN_CONSUMER, type RoutingMessage } from '../../shared/domain/journal/messages.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { derive, VaultedStore } from '../../shared/platform/runtime.ts';

interface Deps {
  readonly records: Pick<VaultedStore['records'], 'referral'>;
  readonly journal: Pick<VaultedStore['journal'], 'commit'>;
  readonly now: VaultedStore['now'];
  readonly derive: typeof derive;
}

/**
 * Each other child of a report is owed a message of its own. In a transaction after the routing, for
 * tasks of many agencies and fifteen children together are more than one may hold.
 */
export const listChildren =
  ({ records, journal, now, derive }: Deps) =>
  async ({ event, referral: id, children }: RoutingMessage): Promise<void> => {
    if (!children) throw new Error(`${event} lists no children`);
    const referral = await records.referral(id);
    const listed = newEventId(derive(event, 'children.listed'));
    const settles = [{ event, consumer: CHILDREN_CONSUMER }];
    await journal.commit(listing(referral, children, listed, now()), { settles });
  };

export function listing(referral: Referral, children: Children, id: EventId, at: string): Decision {
  const version = referral.version + 1;
  const listed: JournalEvent = {
    ...{ id, type: 'children.listed', at, version, by: { sub: 'routing' }, to: [], children },
    subject: { kind: 'referral', id: referral.id },
    file: referral.file,
    referral: referral.id,
  };
  return { kept: [{ ...referral, version }], events: [listed] };
}
