import type { Addressed } from '../domain/family/already-went.ts';
import { CALL_CONSUMER } from '../domain/journal/call-messages.ts';
import { feedConsumer } from '../domain/journal/messages.ts';
import { outboxKey } from './keys.ts';
import type { Table } from './table.ts';
import { type Key, removeIfThere, type Write } from './write.ts';

const keyOf = ({ event, agency, by }: Addressed): Key =>
  outboxKey(event.id, by === 'feed' ? feedConsumer(agency) : CALL_CONSUMER);

/** Messages that are still in the outbox can be kept from leaving it. */
export const withholding = (table: Pick<Table, 'getAll'>) => ({
  /** Those that nobody has taken yet. */
  async waiting(addressed: readonly Addressed[]): Promise<Addressed[]> {
    if (addressed.length === 0) return [];
    const found = await table.getAll(addressed.map(keyOf), ['pk', 'sk']);
    return addressed.filter((one) => {
      const { pk, sk } = keyOf(one);
      return found.some((item) => item.pk === pk && item.sk === sk);
    });
  },
  /** Fails when the message was taken meanwhile: then it has gone, and is counted so. */
  write: (addressed: Addressed): Write => removeIfThere('withheld', keyOf(addressed)),
});
