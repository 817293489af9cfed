import type { reviewTicket as contract } from '../../shared/contract/break-glass.ts';
import { subjectOf } from '../../shared/domain/break-glass/open.ts';
import { reviewGlass } from '../../shared/domain/break-glass/review.ts';
import { BreakGlass } from '../../shared/domain/break-glass/ticket.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';
import { readTicket, shownTicket } from './ticket.ts';

/** A second person says whether an emergency look was right, and why. */
export const reviewTicket =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ path, body, principal: by, lang, expected }) => {
    const read = await readTicket(deps, { place: path, by, action: 'break-glass.review' });
    const { ticket, glass } = read;
    if (ticket.version !== expected) throw new Refusal('changed-meanwhile');
    const { records, sealing, journal, now, bytes } = deps;
    const at = now();
    const of = subjectOf(glass.record);
    const [{ outcome: words }, clocks] = await Promise.all([
      sealing.open(ticket, read.permit, ['outcome']),
      records.clocksOf(of),
    ]);
    const outcome = { ...words, answer: body.reason };
    const sealed = await sealing.seal(ticket, { outcome }, ticket.version + 1, ticket.sealed);
    const decision = reviewGlass({
      ...{ ...glass, ticket, by, at, sealed, clocks, finding: body.finding },
      event: newEventId(bytes),
      oversight: by.kind === 'oversight',
      national: nationalDesk(editionNow(deps, at)).desk.id,
    });
    await journal.commit(decision, { by });
    const after = await records.part('break-glass', BreakGlass, of, ticket.number);
    const shown = await shownTicket(deps, { ...read, ticket: after }, lang);
    return { status: 200, body: shown, version: after.version };
  };
