import { Temporal } from 'temporal-polyfill';
import type { startVisit as contract } from '../../shared/contract/visits.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { Consent, groundOf } from '../../shared/domain/interview/ground.ts';
import { sameName } from '../../shared/domain/visit/same-name.ts';
import { start } from '../../shared/domain/visit/start.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { familyOf, householdOf } from '../../shared/store/family-facts.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { conflictNames } from './conflict-names.ts';
import { preparedOf } from './preparation.ts';
import { sessionsOf, shownDay } from './sessions.ts';
import { readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** The child enters the room: only where everything that protects it is so. */
export const startVisit =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.run' });
    await takeOnce(deps, { by: principal, once }, async () => ({
      decision: await started(deps, read, body, principal),
    }));
    return { status: 201, body: await shownDay(deps, id, principal, lang) };
  };

async function started(deps: VisitDeps, read: ReadInterview, body: Body, by: Principal) {
  const { table, records, sealing, policy, now } = deps;
  const { interview: visit, subject } = read;
  const of = { kind: 'interview', id: visit.id } as const;
  const [booking, prepared, sessions, clocks, names, ground] = await Promise.all([
    'booking' in visit ? interviews(table).booking(visit.id, visit.booking) : undefined,
    preparedOf(deps, read),
    sessionsOf(deps, visit.id),
    records.clocksOf(of),
    conflictNames(deps, read),
    groundNow(deps, read),
  ]);
  const place = { what: 'session', of, number: sessions.length + 1, file: visit.file } as const;
  const persons = body.present.map(({ name }) => name ?? '');
  return start(
    {
      visit,
      ground,
      booking,
      prepared,
      sessions,
      present: body.present.map(({ role, agency, video, standIn, account }) => ({
        ...{ role, agency, video, standIn },
        ...(account && { account }),
      })),
      withoutMeeting: body.withoutMeeting,
      excluded: subject.excluded ?? [],
      conflicted: subject.conflicted ?? [],
      accused: accusedAmong(body.present, names),
      clocks,
      sealed: await sealing.seal(place, { outcome: { persons } }),
    },
    stepOf(deps, read, by),
    policy.at(Temporal.Instant.from(now())),
  );
}

/** A consent ends with its representative: whether it still counts is asked at the door. */
async function groundNow(deps: VisitDeps, { interview: visit, case: opened }: ReadInterview) {
  const { records, policy, now } = deps;
  if (visit.ground !== 'consent-given') return visit.ground;
  const of = { kind: 'interview', id: visit.id } as const;
  const [consents, family] = await Promise.all([
    records.parts('consent', Consent, of),
    familyOf(deps, opened),
  ]);
  const at = now();
  // Once asked for, the consent is needed whatever the age.
  const asked = {
    age: undefined,
    order: visit.order,
    consents,
    household: householdOf(family),
    at,
  };
  return groundOf(asked, policy.at(Temporal.Instant.from(at)));
}

/** Whose name is that of an alleged perpetrator, unless a person has looked and says it is another. */
const accusedAmong = (present: Body['present'], names: readonly string[]): number[] =>
  present.flatMap(({ name, sameNameChecked }, i) => {
    if (!name || sameNameChecked) return [];
    return names.some((accused) => sameName(name, accused)) ? [i] : [];
  });
