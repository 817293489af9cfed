import type {
  decideSubjectAccess as contract,
  getSubjectAccess as read,
} from '../../shared/contract/subject-access.ts';
import { hasRole } from '../../shared/domain/access/principal.ts';
import { subjectOf } from '../../shared/domain/break-glass/open.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { nationalDesk } from '../../shared/domain/routing/national-desk.ts';
import { vote } from '../../shared/domain/subject-access/decide.ts';
import { SubjectAccess } from '../../shared/domain/subject-access/request.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';
import { readRequest, shownRequest } from './subject-access.ts';

/** One request, for the officer and the lead. */
export const getSubjectAccess =
  (deps: PrivacyDeps): UseCase<typeof read> =>
  async ({ path, principal: by, lang }) => {
    const found = await readRequest(deps, { place: path, by, action: 'subject-access.read' });
    const body = await shownRequest(deps, found, lang);
    return { status: 200, body, version: found.request.version };
  };

/** The officer or a person of the lead says whether it may be released; both are needed. */
export const decideSubjectAccess =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ path, body, principal: by, lang, expected }) => {
    const found = await readRequest(deps, { place: path, by, action: 'subject-access.decide' });
    const { request, glass, permit, lead } = found;
    if (request.version !== expected) throw new Refusal('changed-meanwhile');
    const { records, sealing, journal, now, bytes } = deps;
    const at = now();
    const of = subjectOf(glass.record);
    const { outcome: words } = await sealing.open(request, permit, ['outcome']);
    const outcome = { ...words, considerations: [...(words?.considerations ?? []), body.reason] };
    const decision = vote({
      ...{ ...glass, request, by, at, lead, verdict: body.verdict, event: newEventId(bytes) },
      side: hasRole(by, 'data-protection-officer') ? 'officer' : 'lead',
      clocks: await records.clocksOf(of),
      sealed: await sealing.seal(request, { outcome }, request.version + 1, request.sealed),
      national: nationalDesk(editionNow(deps, at)).desk.id,
    });
    await journal.commit(decision, { by });
    const after = await records.part('subject-access', SubjectAccess, of, request.number);
    const shown = await shownRequest(deps, { request: after, permit }, lang);
    return { status: 200, body: shown, version: after.version };
  };
