import type { waitForSlot as contract } from '../../shared/contract/slots.ts';
import { WAITING_NUMBER, Waiting, wait } from '../../shared/domain/finding/waiting.ts';
import { type InterviewId, newEventId } from '../../shared/domain/ids.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { type ReadInterview, readInterview } from '../../shared/platform/read-interview.ts';

type Call = Parameters<UseCase<typeof contract>>[0];
const subjectOf = (id: InterviewId) => ({ kind: 'interview' as const, id });

/** A visit for which nothing is free, or not soon enough: it takes what becomes free by itself. */
export const waitForSlot =
  (deps: PlanDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang, once } = call;
    const id = path.interviewId;
    const asked = { id, by: principal, action: 'interview.book' } as const;
    const visit = await readInterview(deps, asked);
    const earlier = await deps.journal.earlier(principal, once);
    if (!earlier) await waits(deps, visit, call);
    const waiting = await deps.records.part('waiting', Waiting, subjectOf(id), WAITING_NUMBER);
    const edition = editionAt(deps, deps.now());
    const reason = waiting.reason ?? '';
    const body = {
      at: waiting.at,
      reason: { code: reason, label: edition.label('waitingReasons', reason, lang) },
      dueAt: waiting.dueAt,
      next: waiting.next,
      endedAt: waiting.endedAt,
      unreachableSince: visit.interview.unreachable?.since,
      links: { interview: `/v1/interviews/${id}`, slots: `/v1/interviews/${id}/slots` },
    };
    return { status: 201, body, location: `/v1/interviews/${id}` };
  };

async function waits(deps: PlanDeps, visit: ReadInterview, { principal, body, once }: Call) {
  const { records, journal, now, bytes } = deps;
  const { interview } = visit;
  const at = now();
  const [earlier] = await records.parts('waiting', Waiting, subjectOf(interview.id));
  const { sub, agency } = principal;
  const lead = visit.family[0]?.lead ?? visit.case.lead;
  const step = { by: { sub, agency }, at, event: newEventId(bytes), lead };
  const { reason } = body;
  const decision = wait({ visit: interview, earlier, reason, step }, editionAt(deps, at));
  const made = { waiting: String(WAITING_NUMBER) };
  await journal.commit(decision, { by: principal, once, made });
}
