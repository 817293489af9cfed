import { isPerson, type Principal } from '../domain/access/principal.ts';
import { BreakGlass, openTicket, ticketName } from '../domain/break-glass/ticket.ts';
import type { Subject } from '../domain/journal/event.ts';
import type { Records } from './records.ts';

/**
 * The ticket by which this person may look into one of these now. Read each time anew: what was
 * revoked opens nothing, and what ran out neither. Systems have none, and for them nothing is read.
 */
export async function ticketOf(
  records: Pick<Records, 'parts'>,
  by: Principal,
  subjects: readonly Subject[],
): Promise<string | undefined> {
  const { call } = by;
  if (!call || !isPerson(by)) return undefined;
  const each = await Promise.all(
    subjects.map((of) => records.parts('break-glass', BreakGlass, of)),
  );
  const found = openTicket(each.flat(), by.sub, call.at);
  return found && ticketName(found);
}
