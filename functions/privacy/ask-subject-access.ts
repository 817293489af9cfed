import type { askSubjectAccess as contract } from '../../shared/contract/subject-access.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { subjectOf } from '../../shared/domain/break-glass/open.ts';
import type { Household } from '../../shared/domain/family/household.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { askAccess } from '../../shared/domain/subject-access/decide.ts';
import { SubjectAccess } from '../../shared/domain/subject-access/request.ts';
import { reasonsAgainst } from '../../shared/domain/subject-access/shielded.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { familyOf, householdOf } from '../../shared/store/family-facts.ts';
import type { Once } from '../../shared/store/journal.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';
import { type ReadGlass, readGlass } from './glass.ts';
import { leadThere, shownRequest } from './subject-access.ts';

type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** An officer records who asks for own data; a machine answers only where nothing speaks against it. */
export const askSubjectAccess =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ body, principal: by, lang, once }) => {
    const read = await readGlass(deps, body.record, by);
    const permit = may(by, 'subject-access.ask', { ...read.subject, at: deps.now() });
    const earlier = await deps.journal.earlier(by, once);
    const made = earlier ?? (await asked(deps, read, body, by, once));
    const of = subjectOf(read.glass.record);
    const number = Number(made.number);
    const request = await deps.records.part('subject-access', SubjectAccess, of, number);
    const shown = await shownRequest(deps, { request, permit }, lang);
    return { status: 201, body: shown, location: shown.links.self };
  };

async function asked(
  deps: PrivacyDeps,
  read: ReadGlass,
  body: Body,
  by: Principal,
  once: Once | undefined,
) {
  const { records, journal, sealing, now, bytes } = deps;
  const { record } = read.glass;
  const at = now();
  const edition = editionNow(deps, at);
  const { subject, requester, ties, name, through } = body;
  const who = { requester, ties, through: through?.ties };
  const against = reasonsAgainst(who, await householdFor(deps, read), at);
  const of = subjectOf(record);
  const earlier = await records.parts('subject-access', SubjectAccess, of);
  const place = { what: 'subject-access', of, number: nextNumber(earlier), file: record.file };
  const persons = through && { persons: [through.name] };
  const sealed = await sealing.seal(
    { ...place, what: 'subject-access' },
    { outcome: { name, ...persons } },
  );
  const acting = { ...read.glass, by, at, event: newEventId(bytes), lead: leadThere(read) };
  const national = nationalDesk(edition).desk.id;
  const asking = { ...acting, ...who, subject, earlier, against, sealed, national };
  const made = { number: String(place.number) };
  return (await journal.commit(askAccess(asking, edition), { by, once, made })) ?? made;
}

/** Of a family without a case nobody has said who lives where: so it counts as unsafe. */
async function householdFor(deps: PrivacyDeps, { glass }: ReadGlass): Promise<Household> {
  if (glass.record.what === 'case') return householdOf(await familyOf(deps, glass.record));
  return { perpetrators: [{ livesWithChild: 'unknown', namedAt: '' }], speakers: [], contacts: [] };
}
