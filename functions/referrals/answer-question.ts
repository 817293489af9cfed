import { Temporal } from 'temporal-polyfill';
import type { answerQuestion as contract } from '../../shared/contract/questions.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { answer, Question } from '../../shared/domain/referral/question.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadReferral, readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { clocksBeside, questionsOf, shownQuestion } from './questions.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** The referrer answers through the hub; masked or anonymous, it stays so. */
export const answerQuestion =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, policy, now } = deps;
    const { referralId: id, number } = path;
    const read = await readReferral(deps, { id, by: principal, action: 'question.answer' });
    const earlier = await journal.earlier(principal, once);
    if (!earlier) await answered(deps, read, { number, body, by: principal, once });
    const question = await records.part('question', Question, { kind: 'referral', id }, number);
    const edition = policy.at(Temporal.Instant.from(now()));
    const shown = await shownQuestion(
      deps,
      question,
      { ...read, by: principal },
      { lang, edition },
    );
    return { status: 201, body: shown };
  };

type Answering = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
  readonly number: number;
};

async function answered(
  deps: Deps,
  read: ReadReferral,
  { number, body, by, once }: Answering,
): Promise<void> {
  const { journal, sealing, policy, now, bytes } = deps;
  const referral = routedOnly(read.referral);
  const [all, clocks] = await Promise.all([
    questionsOf(deps, referral.id),
    clocksBeside(deps, referral, read.tasks),
  ]);
  const question = all.find((one) => one.number === number);
  if (!question) throw new Refusal('not-found');
  const { outcome } = await sealing.forHub(question, 'seal-anew');
  const words = { outcome: { ...outcome, answer: body.answer } };
  const sealed = await sealing.seal(question, words, question.version + 1, question.sealed);
  const at = now();
  const call = { referral, all, number, clocks, by, at, event: newEventId(bytes), sealed };
  const decision = answer(call, policy.at(Temporal.Instant.from(at)).calendar);
  const made = { number: String(number) };
  await journal.commit(decision, { by, once, made });
}
