import type { AgencyId } from '../ids.ts';
import type { JournalEvent } from '../journal/event.ts';
import type { CallWay } from './call.ts';

/**
 * The call that goes out with a new task where the pack wants its `received` clock announced: at two
 * in the morning nobody watches a screen.
 */
export function announcement(
  agency: AgencyId,
  clocks: readonly { readonly announce?: CallWay | undefined }[],
): Pick<JournalEvent, 'call'> {
  const by = clocks.find(({ announce }) => announce)?.announce;
  return by ? { call: { agency, role: 'holder-duty', by } } : {};
}
