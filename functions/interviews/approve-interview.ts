import { Temporal } from 'temporal-polyfill';
import type { approveInterview as contract, goOn as going } from '../../shared/contract/further.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { approve, childAnswers } from '../../shared/domain/interview/approval.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readInterview } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';
import { shownVisit } from './shown-visit.ts';

type Deps = Pick<
  VaultedStore,
  'table' | 'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;

/** A second agency, of another legal person, agrees. */
export const approveInterview =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path: { interviewId: id }, principal, lang, expected }) => {
    const read = { ...deps, interviews: interviews(deps.table) };
    const asked = { id, by: principal, action: 'interview.approve' } as const;
    const { interview: visit, permit } = await readInterview(read, asked);
    if (visit.version !== expected) throw new Refusal('changed-meanwhile');
    const at = deps.now();
    const by = { sub: principal.sub, agency: principal.agency };
    const approving = { visit, by, at, event: newEventId(deps.bytes) };
    const decision = approve(approving, deps.policy.at(Temporal.Instant.from(at)));
    await deps.journal.commit(decision, { by: principal });
    const body = await shownVisit(deps, id, { by: principal, permit, lang });
    return { status: 200, body, version: body.version };
  };

/** What the child says to going on; a later no takes a yes back. */
export const goOn =
  (deps: Deps): UseCase<typeof going> =>
  async ({ path: { interviewId: id }, body: { childAgrees }, principal, lang, expected }) => {
    const read = { ...deps, interviews: interviews(deps.table) };
    const asked = { id, by: principal, action: 'interview.go-on' } as const;
    const { interview: visit, permit } = await readInterview(read, asked);
    if (visit.version !== expected) throw new Refusal('changed-meanwhile');
    const by = { sub: principal.sub, agency: principal.agency };
    const agrees = childAgrees === 'yes';
    const answer = { visit, by, agrees, at: deps.now(), event: newEventId(deps.bytes) };
    await deps.journal.commit(childAnswers(answer), { by: principal });
    const body = await shownVisit(deps, id, { by: principal, permit, lang });
    return { status: 200, body, version: body.version };
  };
