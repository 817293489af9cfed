import { Temporal } from 'temporal-polyfill';
import type { visitDay as contract } from '../../shared/contract/visits.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { Session } from '../../shared/domain/visit/session.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { labeller, readVisit, type VisitDeps } from './visit.ts';

export const sessionsOf = (
  { records }: Pick<VisitDeps, 'records'>,
  id: InterviewId,
): Promise<Session[]> => records.parts('session', Session, { kind: 'interview', id });

/** How the visit was held, sitting by sitting. */
export const visitDay =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const shown = await shownDay(deps, path.interviewId, principal, lang);
    return { status: 200, body: shown, version: shown.version };
  };

/** The visit as it stands now, for one who may read it. */
export async function shownDay(deps: VisitDeps, id: InterviewId, by: Principal, lang: Lang) {
  const { interview, permit } = await readVisit(deps, { id, by, action: 'visit.read' });
  const label = labeller(deps.policy.at(Temporal.Instant.from(deps.now())), lang);
  const sessions = (await sessionsOf(deps, id)).map(async (session) => {
    const { outcome } = await deps.sealing.open(session, permit, ['outcome']);
    const { number, startedAt, breaks, endedAt, withoutMeeting, result } = session;
    return {
      ...{ number, startedAt, breaks, endedAt },
      present: session.present.map(({ account: _, ...one }, i) => ({
        ...one,
        name: outcome?.persons?.[i] || undefined,
      })),
      withoutMeeting: withoutMeeting ? label('noMeetingReasons', withoutMeeting) : undefined,
      result: result ? label('interviewResults', result) : undefined,
    };
  });
  const { status, version } = interview;
  return { status, version, sessions: await Promise.all(sessions) };
}
