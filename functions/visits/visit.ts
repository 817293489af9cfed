import type { Action } from '../../shared/domain/access/actions.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { type InterviewId, newEventId } from '../../shared/domain/ids.ts';
import type { Decision } from '../../shared/domain/journal/decision.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { CodeListName } from '../../shared/domain/policy/code-lists.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { StepBy } from '../../shared/domain/visit/step.ts';
import { type ReadInterview, readInterview } from '../../shared/platform/read-interview.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { interviews } from '../../shared/store/interviews.ts';
import type { Once } from '../../shared/store/journal.ts';
import type { Write } from '../../shared/store/write.ts';

export type VisitDeps = Pick<
  VaultedStore,
  'table' | 'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** The visit with its child and case, if the principal may do this with it. */
export const readVisit = (
  deps: VisitDeps,
  { id, by, action }: { id: InterviewId; by: Principal; action: Action },
): Promise<ReadInterview> =>
  readInterview({ ...deps, interviews: interviews(deps.table) }, { id, by, action });

/** Who takes a step now, and who hears of it. */
export const stepOf = (
  { now, bytes }: Pick<VisitDeps, 'now' | 'bytes'>,
  { case: opened }: Pick<ReadInterview, 'case'>,
  by: Principal,
): StepBy => ({
  by: { sub: by.sub, agency: by.agency },
  at: now(),
  event: newEventId(bytes),
  lead: opened.lead,
});

interface Taking {
  readonly by: Principal;
  readonly once: Once | undefined;
}
interface Taken {
  readonly decision: Decision;
  /** Further writes of the same transaction. */
  readonly also?: readonly Write[];
}

/** Takes one step, once: a repeated call finds that it was taken, whatever has come since. */
export async function takeOnce(
  { journal }: Pick<VisitDeps, 'journal'>,
  { by, once }: Taking,
  decide: () => Promise<Taken>,
): Promise<void> {
  if (await journal.earlier(by, once)) return;
  const { decision, also = [] } = await decide();
  await journal.commit(decision, { by, also, once, made: {} });
}

/** Puts codes into words in the language asked for. */
export const labeller = (edition: Edition, lang: Lang) => (list: CodeListName, code: string) => ({
  code,
  label: edition.label(list, code, lang),
});
export type Labeller = ReturnType<typeof labeller>;

/** Words of an item that stand in the pack beside its code; without them the code itself. */
export const labelIn = (
  items: readonly { readonly code: string; readonly label: { ka: string; en: string } }[],
  code: string,
  lang: Lang,
) => ({ code, label: items.find((one) => one.code === code)?.label[lang] ?? code });
