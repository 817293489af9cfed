import type { Permit } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { questionView } from '../../shared/domain/disclosure/answers-view.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Question } from '../../shared/domain/referral/question.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import type { Task } from '../../shared/domain/task/task.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

export const questionsOf = (
  { records }: Pick<VaultedStore, 'records'>,
  id: Referral['id'],
): Promise<Question[]> => records.parts('question', Question, { kind: 'referral', id });

/** The clocks a question may let rest: those of the referral and, where there is no case, of its tasks. */
export async function clocksBeside(
  { records }: Pick<VaultedStore, 'records'>,
  { id }: Referral,
  tasks: readonly Task[],
) {
  const alone = tasks.filter((task) => task.case === undefined);
  const subjects = [
    { kind: 'referral', id } as const,
    ...alone.map((task) => ({ kind: 'task', id: task.id }) as const),
  ];
  return (await Promise.all(subjects.map(records.clocksOf))).flat();
}

interface Reader {
  readonly by: Principal;
  readonly permit: Permit;
  readonly referral: Referral;
}

/** The referrer and a lead that has taken the work on see all of them; another holder its own. */
export const isOpenTo = ({ by, permit }: Reader, { from }: Question): boolean =>
  permit.rule === 'referrer' || from === by.agency || permit.groups.includes('outcome');

/** A question with its words, for one who may read it. */
export async function shownQuestion(
  { sealing }: Pick<VaultedStore, 'sealing'>,
  question: Question,
  { by, permit, referral }: Reader,
  { lang, edition }: { readonly lang: Lang; readonly edition: Edition },
) {
  // Another holder than the lead reads its own questions alone.
  const [decided, own] = await Promise.all([
    sealing.open(question, permit, ['outcome']),
    sealing.own(question, by, ['outcome']),
  ]);
  const outcome = decided.outcome ?? own.outcome;
  return questionView({ question, words: outcome, referral, permit, lang }, edition);
}
