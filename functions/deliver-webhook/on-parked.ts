import { newEventId } from '../../shared/domain/ids.ts';
import type { JournalEvent } from '../../shared/domain/journal/event.ts';
import { textOf } from '../../shared/domain/time.ts';
import type { Delivery } from '../../shared/domain/webhook/delivery.ts';
import type { Lane } from '../../shared/domain/webhook/lane.ts';
import type { Deps } from './deps.ts';

/**
 * Work of which no machine will hear, and that no person has received: said in the journal of the
 * task, once for all that was put aside of it.
 */
export async function onParked(
  { running, bytes, clock }: Pick<Deps, 'running' | 'bytes' | 'clock'>,
  { subject, agency, endpoint }: Lane,
  parked: readonly Delivery[],
): Promise<JournalEvent[]> {
  if (subject.kind !== 'task') return [];
  const received = await running.received(subject.id);
  if (!received) return [];
  const { file, referral, case: of, dueAt, urgency } = received;
  const codes = {
    endpoint,
    sequences: parked
      .map(({ sequence }) => sequence)
      .join(' ')
      .slice(0, 200),
  };
  return [
    {
      ...{ id: newEventId(bytes), type: 'delivery.parked', at: textOf(clock()) },
      ...{ subject, version: 1, by: { sub: 'deliveries', agency }, to: [] },
      ...{ referral, deadline: dueAt, urgency, codes },
      ...(file && { file }),
      ...(of && { case: of }),
    },
  ];
}
