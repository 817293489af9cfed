import type { Action } from '../../shared/domain/access/actions.ts';
import type { Granted } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { subjectOf } from '../../shared/domain/break-glass/open.ts';
import { BreakGlass, ticketName } from '../../shared/domain/break-glass/ticket.ts';
import { ticketView } from '../../shared/domain/disclosure/ticket-view.ts';
import type { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';
import { type ReadGlass, readGlass, recordsOf } from './glass.ts';

export interface Place {
  readonly record: CaseId | ReferralId;
  readonly number: number;
}

export interface ReadTicket extends ReadGlass {
  readonly ticket: BreakGlass;
  readonly permit: Granted;
}

/** A ticket, if the principal may do this with it; whose own it is, access knows. */
export async function readTicket(
  deps: PrivacyDeps,
  { place, by, action }: { place: Place; by: Principal; action: Action },
): Promise<ReadTicket> {
  const at = deps.now();
  const read = await readGlass(deps, place.record, by);
  const of = subjectOf(read.glass.record);
  const ticket = await deps.records.part('break-glass', BreakGlass, of, place.number);
  // A ticket opens the record and not itself: another one of the same person opens no ticket.
  const permit = may(by, action, { ...read.subject, at, account: ticket.by.sub });
  if (of.id !== place.record && ticket.of.id !== of.id) throw new Refusal('not-found');
  await deps.access.read({ action, by, subject: of, permit, at });
  return { ...read, ticket, permit };
}

/** As its reader may see it, with every look that was had by it. */
export async function shownTicket(
  deps: PrivacyDeps,
  { glass, ticket, permit }: Omit<ReadTicket, 'subject'>,
  lang: Lang,
) {
  const at = deps.now();
  const [{ outcome: words }, entries] = await Promise.all([
    deps.sealing.open(ticket, permit, ['outcome']),
    recordsOf(deps, glass).then(deps.entries.of),
  ]);
  const name = ticketName(ticket);
  const reads = entries.filter((entry) => entry.ticket === name);
  return ticketView({ ticket, words, reads, at }, lang, editionNow(deps, at));
}
