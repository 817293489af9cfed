import type { openInterview as contract } from '../../shared/contract/interviews.ts';
import { type FileId, InterviewId, newEventId, newInterviewId } from '../../shared/domain/ids.ts';
import type { VisitChoices } from '../../shared/domain/interview/choices.ts';
import { openGuard } from '../../shared/domain/interview/guard.ts';
import { openVisit } from '../../shared/domain/interview/open.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { type ReadChild, readChild } from '../../shared/platform/read-interview.ts';
import type { Made } from '../../shared/store/journal.ts';
import { oneInterviewWrites } from '../../shared/store/one-interview.ts';
import { unchanged } from '../../shared/store/unchanged.ts';
import { apartFrom, planningOf } from './child-of-visit.ts';
import { timesSaid } from './childs-times.ts';
import { checkFacts, factsNow } from './facts-given.ts';
import { guardedChild } from './guarded-child.ts';
import { shownPlan } from './shown-plan.ts';

type Call = Parameters<UseCase<typeof contract>>[0];

/** Opens the visit of a child: the guard of its one interview is taken in the same transaction. */
export const openInterview =
  (deps: PlanDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang, once } = call;
    const child = await readChild(deps, path.caseId);
    const permit = may(principal, 'interview.open', child.subject);
    const earlier = await deps.journal.earlier(principal, once);
    const made = earlier ?? (await opened(deps, child, call));
    const id = InterviewId.parse(made.interview);
    const body = await shownPlan(deps, id, { permit, lang });
    return { status: 201, body, version: body.version, location: `/v1/interviews/${id}` };
  };

async function opened(deps: PlanDeps, child: ReadChild, call: Call): Promise<Made> {
  const { journal, now, bytes } = deps;
  const { body, principal: by, once } = call;
  const root = child.family[0] ?? child.case;
  if (root.status === 'closed') throw new Refusal('already-closed');
  const at = now();
  const edition = editionAt(deps, at);
  checkFacts(body, at, edition);
  const guarded = await guardedChild(deps, child.family);
  const id = newInterviewId(bytes);
  const guard = openGuard(guarded, { interview: id, agency: by.agency });
  const who = { sub: by.sub, agency: by.agency };
  const place = { id, file: root.file, by: who, at };
  const parts = timesSaid(body, place, edition);
  const { sealed, choices } = await confided(deps, place, body);
  const needs = body.needs ?? [];
  const said = {
    ...{ visit: factsNow({}, body, at), choices, needs, openedAt: at },
    ...{ legalForm: undefined, order: undefined, tier: undefined },
  };
  const planning = await planningOf(deps, { child, consents: [], said });
  const apart = await apartFrom(deps, child.family);
  const { episode } = guarded;
  const event = newEventId(bytes);
  const decision = openVisit(
    { id, root, episode, planning, apart, by: who, at, event, sealed, parts },
    edition,
  );
  const made = { interview: id };
  const also = [
    ...oneInterviewWrites([], [guard]),
    ...unchanged([...child.family, child.referral], decision),
  ];
  const options = { by, also, once, made };
  return (await journal.commit(decision, options)) ?? made;
}

/** Whom the child wants to bring and what it needs are sealed with the visit. */
async function confided(
  { sealing }: PlanDeps,
  { id, file }: { readonly id: InterviewId; readonly file: FileId },
  { companion, needs, interviewerSex }: Call['body'],
) {
  const choices: VisitChoices = {
    ...(interviewerSex && { interviewerSex }),
    ...(companion && { companion: 'wanted' }),
  };
  const words = {
    ...(companion && { family: { companion: { name: companion.name, phone: companion.phone } } }),
    ...(needs && { medical: { needs } }),
  };
  const sealed =
    Object.keys(words).length > 0
      ? await sealing.seal({ what: 'interview', id, file }, words)
      : undefined;
  return { sealed, choices };
}
