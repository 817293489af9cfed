import { Temporal } from 'temporal-polyfill';
import type {
  holdPlanning as contract,
  plannings as listing,
} from '../../shared/contract/visits.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { hasPartIn } from '../../shared/domain/disclosure/part-in-visit.ts';
import { type FileId, newEventId, newTaskId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import {
  type FollowingWork,
  holdPlanning as hold,
  Planning,
} from '../../shared/domain/visit/planning.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { ReadInterview } from '../../shared/platform/read-interview.ts';
import { labelIn, readVisit, stepOf, takeOnce, type VisitDeps } from './visit.ts';

type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** The planning meeting is written down; each task that was agreed goes to its agency at once. */
export const holdPlanning =
  (deps: VisitDeps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.plan' });
    await takeOnce(deps, { by: principal, once }, async () => ({
      decision: await held(deps, read, { body, by: principal }),
    }));
    const { items } = await shown(deps, read, { lang, by: principal });
    const last = items.at(-1);
    if (!last) throw new Error(`${id} has no planning meeting`);
    return { status: 201, body: last, location: `/v1/interviews/${id}/planning` };
  };

export const listPlannings =
  (deps: VisitDeps): UseCase<typeof listing> =>
  async ({ path, principal, lang }) => {
    const id = path.interviewId;
    const read = await readVisit(deps, { id, by: principal, action: 'visit.read' });
    return { status: 200, body: await shown(deps, read, { lang, by: principal }) };
  };

const meetingsOf = ({ records }: Pick<VisitDeps, 'records'>, { interview }: ReadInterview) =>
  records.parts('planning', Planning, { kind: 'interview', id: interview.id });

async function held(
  deps: VisitDeps,
  read: ReadInterview,
  { body, by }: { readonly body: Body; readonly by: Parameters<typeof stepOf>[2] },
) {
  const { policy, sealing, now } = deps;
  const { interview: visit, referral } = read;
  const edition = policy.at(Temporal.Instant.from(now()));
  const number = nextNumber(await meetingsOf(deps, read));
  const of = { kind: 'interview', id: visit.id } as const;
  const place = { what: 'planning', of, number, file: visit.file } as const;
  const decided = body.decisions.map(({ note }) => note);
  const { inform } = edition.visit.planning;
  const { agency, person } = body.informs;
  const named = person.phone ? `${person.name}, ${person.phone}` : person.name;
  const informs = await work(deps, read.case.file, { ...inform, agency }, { actingPerson: named });
  const decisions = await Promise.all(
    body.decisions.map(async ({ item, note, task }) => ({
      item,
      work: task && (await work(deps, read.case.file, task, { note })),
    })),
  );
  const { heldAt, attendance, agenda } = body;
  const said = { heldAt, attendance, agenda, decisions, informs };
  const sealed = await sealing.seal(place, { outcome: { decided } });
  const meeting = { visit, case: read.case, referral, number, ...said, sealed };
  return hold(meeting, stepOf(deps, read, by), edition);
}

/** A task with its words, sealed for its agency. */
async function work(
  { bytes, sealing }: VisitDeps,
  file: FileId,
  asked: Pick<FollowingWork, 'kind' | 'agency' | 'urgency'>,
  words: { readonly note?: string; readonly actingPerson?: string },
): Promise<FollowingWork> {
  const task = newTaskId(bytes);
  const sealed = await sealing.seal({ what: 'task', id: task, file }, { outcome: words });
  return { ...asked, task, event: newEventId(bytes), sealed };
}

/** The words of a decision retell the account: the side that interviews reads them only once it may. */
async function shown(
  deps: VisitDeps,
  read: ReadInterview,
  { lang, by }: { readonly lang: Lang; readonly by: Principal },
) {
  const { sealing, policy, now } = deps;
  const { agenda } = policy.at(Temporal.Instant.from(now())).visit;
  const { groups } = read.permit;
  const items = (await meetingsOf(deps, read)).map(async (meeting) => {
    const there = meeting.attendance.some(({ agency }) => agency === by.agency);
    const tells = groups.includes('concern') && (there || hasPartIn(read, by.agency));
    const { outcome } = await sealing.open(meeting, read.permit, tells ? ['outcome'] : []);
    const { number, heldAt, attendance, informs } = meeting;
    return {
      ...{ number, heldAt, attendance, informs },
      agenda: meeting.agenda.map((code) => labelIn(agenda, code, lang)),
      decisions: meeting.decisions.map(({ item, task }, i) => ({
        item: labelIn(agenda, item, lang),
        note: outcome?.decided?.[i],
        task,
      })),
    };
  });
  return { items: await Promise.all(items) };
}
