import type { revokeTicket as contract } from '../../shared/contract/break-glass.ts';
import { subjectOf } from '../../shared/domain/break-glass/open.ts';
import { revokeGlass } from '../../shared/domain/break-glass/review.ts';
import { BreakGlass } from '../../shared/domain/break-glass/ticket.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { PrivacyDeps } from './deps.ts';
import { readTicket, shownTicket } from './ticket.ts';

/** Ends an emergency look at once: the next reading is refused. */
export const revokeTicket =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ path, principal: by, lang, expected }) => {
    const read = await readTicket(deps, { place: path, by, action: 'break-glass.revoke' });
    const { ticket, glass } = read;
    if (ticket.version !== expected) throw new Refusal('changed-meanwhile');
    const looking = { ...glass, ticket, by, at: deps.now(), event: newEventId(deps.bytes) };
    await deps.journal.commit(revokeGlass(looking), { by });
    const of = subjectOf(glass.record);
    const after = await deps.records.part('break-glass', BreakGlass, of, ticket.number);
    const body = await shownTicket(deps, { ...read, ticket: after }, lang);
    return { status: 200, body, version: after.version };
  };
