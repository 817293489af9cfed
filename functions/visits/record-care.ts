import { Temporal } from 'temporal-polyfill';
import type { recordCare as contract } from '../../shared/contract/aftercare.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { recordCare as record } from '../../shared/domain/visit/record-care.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { careOf, shownCare } from './aftercare.ts';
import { sessionsOf } from './sessions.ts';
import { readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** What is done for child and family once the interview has ended; a risk rings somebody at once. */
export const recordCare =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path: { interviewId: id }, body, principal: by, lang, once }) => {
    const read = await readVisit(deps, { id, by, action: 'aftercare.record' });
    await takeOnce(deps, { by, once }, async () => ({
      decision: await recorded(deps, read, body, by),
    }));
    return { status: 201, body: await shownCare(deps, id, by, lang) };
  };

async function recorded(deps: VisitDeps, read: ReadInterview, body: Body, by: Principal) {
  const { records, sealing, policy, now, bytes } = deps;
  const { interview: visit, referral } = read;
  const of = { kind: 'interview', id: visit.id } as const;
  const [sessions, entries, clocks] = await Promise.all([
    sessionsOf(deps, visit.id),
    careOf(deps, visit.id),
    records.clocksOf(of),
  ]);
  const number = nextNumber(entries);
  const place = { what: 'aftercare', of, number, file: visit.file } as const;
  const { code, state, reason, result, followUp, person, note } = body;
  const words = {
    ...(person && { actingPerson: `${person.name}, ${person.phone}` }),
    ...(note && { note }),
  };
  const sealed = person || note ? await sealing.seal(place, { outcome: words }) : undefined;
  return record(
    {
      visit,
      case: read.case,
      referral,
      sessions,
      entries,
      clocks,
      said: { code, state, reason, result, followUp, hasPerson: person !== undefined },
      sealed,
      newTask: () => newTaskId(bytes),
      newEvent: () => newEventId(bytes),
    },
    stepOf(deps, read, by),
    policy.at(Temporal.Instant.from(now())),
  );
}
