import type {
  recordOrder as ordering,
  recordConsent as recording,
} from '../../shared/contract/interviews.ts';
import { consentView } from '../../shared/domain/disclosure/visit-parts-view.ts';
import {
  consentOf,
  recordOrder as order,
  recordConsent as record,
} from '../../shared/domain/interview/consent.ts';
import { Consent } from '../../shared/domain/interview/ground.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { type ReadInterview, readInterview } from '../../shared/platform/read-interview.ts';
import type { Made } from '../../shared/store/journal.ts';
import { changing } from './changing.ts';
import { shownPlan } from './shown-plan.ts';

type Call = Parameters<UseCase<typeof recording>>[0];

/** What somebody said of whether the child may be interviewed; what counts for nothing is recorded too. */
export const recordConsent =
  (deps: PlanDeps): UseCase<typeof recording> =>
  async (call) => {
    const { path, principal, lang, once } = call;
    const { records, sealing, journal, now } = deps;
    const id = path.interviewId;
    const read = await readInterview(deps, { id, by: principal, action: 'interview.consent' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await recorded(deps, read, call));
    const of = { kind: 'interview', id } as const;
    const part = await records.part('consent', Consent, of, Number(made.number));
    const { family } = await sealing.open(part, read.permit, ['family']);
    const body = consentView(part, family, lang, editionAt(deps, now()));
    return { status: 201, body };
  };

async function recorded(deps: PlanDeps, read: ReadInterview, call: Call): Promise<Made> {
  const { body, principal: by, once } = call;
  const before = await changing(deps, read, by);
  const { visit, planning, step } = before;
  const edition = editionAt(deps, step.at);
  const of = { kind: 'interview', id: visit.id } as const;
  const number = nextNumber(planning.consents);
  const place = { what: 'consent', of, number, file: visit.file } as const;
  const speaker = { name: body.by.name, phone: body.by.phone };
  const words = { family: { speaker, ...(body.note && { visitReason: body.note }) } };
  const sealed = await deps.sealing.seal(place, words);
  const { result, capacity } = body;
  const said = { ...place, version: 1, at: step.at, by: step.by, result, capacity, sealed };
  const consent = consentOf(said, planning.household, edition);
  const decision = record({ ...before, consent }, edition);
  const made = { number: String(number) };
  const options = { by, once, made };
  return (await deps.journal.commit(decision, options)) ?? made;
}

/** A court's order, by its document number. */
export const recordOrder =
  (deps: PlanDeps): UseCase<typeof ordering> =>
  async ({ path, body: { document, court }, principal: by, lang, once }) => {
    const id = path.interviewId;
    const read = await readInterview(deps, { id, by, action: 'interview.consent' });
    if (!(await deps.journal.earlier(by, once))) {
      const before = await changing(deps, read, by);
      const edition = editionAt(deps, before.step.at);
      const decision = order({ ...before, document, court }, edition);
      const made = { interview: id };
      await deps.journal.commit(decision, { by, once, made });
    }
    const body = await shownPlan(deps, id, { permit: read.permit, lang });
    return { status: 201, body, version: body.version, location: `/v1/interviews/${id}` };
  };
