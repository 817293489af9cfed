import type { planInterview as contract } from '../../shared/contract/interviews.ts';
import { changeVisit, mustBeOpen } from '../../shared/domain/interview/change.ts';
import { type Chosen, checkChoices, chosenNow } from '../../shared/domain/interview/choose.ts';
import { Exception } from '../../shared/domain/interview/exception.ts';
import type { Interview } from '../../shared/domain/interview/interview.ts';
import { together } from '../../shared/domain/interview/siblings.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionAt, type PlanDeps } from '../../shared/platform/plan-deps.ts';
import { type ReadInterview, readInterview } from '../../shared/platform/read-interview.ts';
import { changing } from './changing.ts';
import { shownPlan } from './shown-plan.ts';

type Call = Parameters<UseCase<typeof contract>>[0];

/** What is decided at planning; against the usual only with a written reason. */
export const planInterview =
  (deps: PlanDeps): UseCase<typeof contract> =>
  async (call) => {
    const { path, principal, lang, expected } = call;
    const id = path.interviewId;
    const read = await readInterview(deps, { id, by: principal, action: 'interview.plan' });
    if (read.interview.version !== expected) throw new Refusal('changed-meanwhile');
    await planned(deps, read, call);
    const body = await shownPlan(deps, id, { permit: read.permit, lang });
    return { status: 200, body, version: body.version };
  };

async function planned(deps: PlanDeps, read: ReadInterview, call: Call): Promise<void> {
  const { body, principal: by } = call;
  const { interview: visit } = read;
  mustBeOpen(visit);
  const chosen = chosenIn(body);
  const before = await changing(deps, read, by);
  const { planning, step } = before;
  const edition = editionAt(deps, step.at);
  const excluded = planning.excluded;
  const exceptions = checkChoices({ visit, chosen, byKind: by.kind, excluded }, edition);
  const siblings = body.siblings && (await withSibling(deps, read, call, body.siblings));
  const sealed = await withCompanion(deps, visit, body);
  const decision = changeVisit(
    {
      ...before,
      planning: {
        ...planning,
        choices: chosenNow(planning.choices, chosen),
        legalForm: chosen.legalForm ?? planning.legalForm,
      },
      kept: await exceptionParts(deps, visit, { codes: exceptions, body, step }),
      also: { ...(siblings && { siblings }), ...(sealed && { sealed }) },
      type: 'interview.planned',
      codes: { plan: Object.keys(body).toSorted().join(' ') },
    },
    edition,
  );
  await deps.journal.commit(decision, { by });
}

const chosenIn = ({ companion, siblings: _, ...choices }: Call['body']): Chosen => ({
  ...choices,
  ...(companion && { companion: companion === 'refused' ? 'refused' : 'wanted' }),
});

/** Both visits are the caller's to plan, and both children are of one family. */
async function withSibling(
  deps: PlanDeps,
  { interview }: ReadInterview,
  { principal }: Call,
  asked: NonNullable<Call['body']['siblings']>,
): Promise<NonNullable<Interview['siblings']>> {
  const action = 'interview.plan';
  const other = await readInterview(deps, { id: asked.with, by: principal, action });
  return together(interview, other.interview, asked);
}

/** Whom the child chose is sealed with the visit. */
async function withCompanion({ sealing }: PlanDeps, visit: Interview, { companion }: Call['body']) {
  if (!companion || companion === 'refused') return undefined;
  const { name, phone } = companion.wanted;
  const words = { family: { companion: { name, phone } } };
  return sealing.seal(visit, words, visit.version + 1, visit.sealed);
}

interface Excepting {
  readonly codes: readonly string[];
  readonly body: Call['body'];
  readonly step: { readonly by: Exception['by']; readonly at: string };
}

/** Each exception with its reason; the reason may speak of the family, so it is sealed as that. */
async function exceptionParts(
  { records, sealing }: PlanDeps,
  visit: Interview,
  { codes, body, step }: Excepting,
): Promise<Exception[]> {
  const of = { kind: 'interview', id: visit.id } as const;
  const first = codes.length > 0 ? nextNumber(await records.parts('exception', Exception, of)) : 1;
  return Promise.all(
    codes.map(async (code, index): Promise<Exception> => {
      const place = { what: 'exception', of, number: first + index, file: visit.file } as const;
      const sealed = await sealing.seal(place, { family: { visitReason: body.reason } });
      return { ...place, version: 1, at: step.at, by: step.by, code, sealed };
    }),
  );
}
