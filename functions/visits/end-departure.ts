import { Temporal } from 'temporal-polyfill';
import type { endDeparture as contract } from '../../shared/contract/aftercare.ts';
import { hasRole } from '../../shared/domain/access/principal.ts';
import { depart } from '../../shared/domain/visit/departure.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { safetyOf } from '../../shared/store/case-standing.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { careOf, shownCare } from './aftercare.ts';
import { sessionsOf } from './sessions.ts';
import { readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

/** The child goes: from here on the contacts of the first week are owed. */
export const endDeparture =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path: { interviewId: id }, body, principal: by, lang, once }) => {
    const read = await readVisit(deps, { id, by, action: 'visit.run' });
    const visit = read.interview;
    await takeOnce(deps, { by, once }, async () => {
      const [booking, sessions, entries, decisions] = await Promise.all([
        'booking' in visit ? interviews(deps.table).booking(id, visit.booking) : undefined,
        sessionsOf(deps, id),
        careOf(deps, id),
        safetyOf(deps.records, read.case.id),
      ]);
      const person = !hasRole(by, 'system');
      const leaving = { visit, booking, sessions, entries, decisions, person, ...body };
      const edition = deps.policy.at(Temporal.Instant.from(deps.now()));
      return { decision: depart(leaving, stepOf(deps, read, by), edition) };
    });
    return { status: 201, body: await shownCare(deps, id, by, lang) };
  };
