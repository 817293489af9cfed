import { Temporal } from 'temporal-polyfill';
import type { endVisit as ending, visitBreak as resting } from '../../shared/contract/visits.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { Telling, tellingAtVisit } from '../../shared/domain/case/telling.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { join } from '../../shared/domain/journal/decision.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { rest } from '../../shared/domain/visit/breaks.ts';
import { end } from '../../shared/domain/visit/end.ts';
import { Visibility } from '../../shared/domain/visit/firewall.ts';
import { lastSession } from '../../shared/domain/visit/session.ts';
import type { StepBy } from '../../shared/domain/visit/step.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { settledGuard } from '../../shared/store/settle-guard.ts';
import { sessionsOf, shownDay } from './sessions.ts';
import { topicsOf } from './topics.ts';
import { readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

/** The child rests, or goes on. */
export const visitBreak =
  (deps: VisitDeps): UseCase<typeof resting> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.run' });
    await takeOnce(deps, { by: principal, once }, async () => {
      const session = lastSession(await sessionsOf(deps, id));
      const begins = 'begin' in body;
      const asked = {
        visit: read.interview,
        session,
        what: begins ? ('begin' as const) : ('end' as const),
        collectsQuestions: begins && body.collectsQuestions,
      };
      return { decision: rest(asked, stepOf(deps, read, principal)) };
    });
    return { status: 201, body: await shownDay(deps, id, principal, lang) };
  };

/** The interview has ended: the guard is settled and the telling counted in the same transaction. */
export const endVisit =
  (deps: VisitDeps): UseCase<typeof ending> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.run' });
    await takeOnce(deps, { by: principal, once }, async () => ({
      decision: await ended(deps, read, body, principal),
      also: await settledGuard(deps.table, read.interview, read.family, body.result),
    }));
    return { status: 201, body: await shownDay(deps, id, principal, lang) };
  };

type Body = Parameters<UseCase<typeof ending>>[0]['body'];

async function ended(deps: VisitDeps, read: ReadInterview, body: Body, by: Principal) {
  const { records, policy, now } = deps;
  const { interview: visit } = read;
  const of = { kind: 'interview', id: visit.id } as const;
  const [sessions, topics, seen] = await Promise.all([
    sessionsOf(deps, visit.id),
    topicsOf(deps, read),
    records.parts('visibility', Visibility, of),
  ]);
  const step = stepOf(deps, read, by);
  const session = lastSession(sessions);
  const edition = policy.at(Temporal.Instant.from(now()));
  const decision = end({ visit, session, topics, seen, ...body }, step, edition);
  return join(decision, await told(deps, read, step));
}

/** Begun, it is a telling, whatever came of it. */
async function told({ records, bytes }: VisitDeps, read: ReadInterview, { by, at }: StepBy) {
  const { interview: visit, case: opened } = read;
  const tellings = await records.parts('telling', Telling, { kind: 'case', id: opened.id });
  return tellingAtVisit({
    case: opened,
    number: nextNumber(tellings),
    site: visit.site.agency,
    startedAt: 'startedAt' in visit ? visit.startedAt : at,
    by,
    at,
    event: newEventId(bytes),
  });
}
