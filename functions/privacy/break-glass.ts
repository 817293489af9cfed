import type { breakGlass as contract } from '../../shared/contract/break-glass.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { openGlass, subjectOf } from '../../shared/domain/break-glass/open.ts';
import { checkNew, checkReason } from '../../shared/domain/break-glass/reason.ts';
import { BreakGlass } from '../../shared/domain/break-glass/ticket.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { checkFresh } from '../../shared/domain/people/session.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Once } from '../../shared/store/journal.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';
import { type ReadGlass, readGlass } from './glass.ts';
import { shownTicket } from './ticket.ts';

type Call = Parameters<UseCase<typeof contract>>[0];
interface Breaking {
  readonly reason: string;
  readonly by: Principal;
  readonly once: Once | undefined;
}

/** A person looks into a record in an emergency: why is sealed beside it, and whoever leads hears. */
export const breakGlass =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ body, principal, lang, once }: Call) => {
    const read = await readGlass(deps, body.record, principal);
    const { glass, subject } = read;
    const permit = may(principal, 'break-glass.open', { ...subject, at: deps.now() });
    const earlier = await deps.journal.earlier(principal, once);
    const asked = { reason: body.reason, by: principal, once };
    const made = earlier ?? (await broken(deps, read, asked));
    const of = subjectOf(glass.record);
    const ticket = await deps.records.part('break-glass', BreakGlass, of, Number(made.number));
    const shown = await shownTicket(deps, { glass, ticket, permit }, lang);
    return { status: 201, body: shown, location: shown.links.self };
  };

async function broken(deps: PrivacyDeps, { glass }: ReadGlass, { reason, by, once }: Breaking) {
  const { records, journal, sealing, now, bytes } = deps;
  const at = now();
  const edition = editionNow(deps, at);
  checkFresh(by, at, edition.access.signIn.minutes);
  checkReason(reason, edition.access.reason);
  const said = await deps.reasons.of(by.sub, reason);
  checkNew(said.stems, await deps.reasons.earlier(by.sub), edition.access.reason);
  const of = subjectOf(glass.record);
  const earlier = await records.parts('break-glass', BreakGlass, of);
  const number = nextNumber(earlier);
  const place = { what: 'break-glass', of, number, file: glass.record.file } as const;
  const sealed = await sealing.seal(place, { outcome: { note: reason } });
  const national = nationalDesk(edition).desk.id;
  const opening = { ...glass, earlier, by, sealed, at, event: newEventId(bytes), national };
  const made = { number: String(number) };
  const options = { by, once, made, also: [said.write] };
  return (await journal.commit(openGlass(opening, edition), options)) ?? made;
}
