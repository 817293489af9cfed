import { Temporal } from 'temporal-polyfill';
import type { askReferrer as contract } from '../../shared/contract/questions.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { ask, Question } from '../../shared/domain/referral/question.ts';
import { text } from '../../shared/domain/time.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadReferral, readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Made } from '../../shared/store/journal.ts';
import { clocksBeside, questionsOf, shownQuestion } from './questions.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** A holder asks whoever referred; nothing that guards the child waits for the answer. */
export const askReferrer =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, policy, now } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'question.ask' });
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await asked(deps, read, { body, by: principal, once }));
    const of = { kind: 'referral', id } as const;
    const question = await records.part('question', Question, of, Number(made.number));
    const edition = policy.at(Temporal.Instant.from(now()));
    const shown = await shownQuestion(
      deps,
      question,
      { ...read, by: principal },
      { lang, edition },
    );
    return { status: 201, body: shown };
  };

type Asking = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
};

async function asked(deps: Deps, read: ReadReferral, { body, by, once }: Asking): Promise<Made> {
  const { journal, sealing, policy, now, bytes } = deps;
  const referral = routedOnly(read.referral);
  const [earlier, clocks] = await Promise.all([
    questionsOf(deps, referral.id),
    clocksBeside(deps, referral, read.tasks),
  ]);
  const of = { kind: 'referral', id: referral.id } as const;
  const number = nextNumber(earlier);
  const place = { what: 'question', of, number, file: referral.file } as const;
  const sealed = await sealing.seal(place, { outcome: { question: body.question } });
  const at = now();
  const answerBy = body.answerBy && text(Temporal.Instant.from(body.answerBy));
  const call = { referral, earlier, clocks, by, at, event: newEventId(bytes), sealed, answerBy };
  const decision = ask(call, policy.at(Temporal.Instant.from(at)).calendar);
  const made = { number: String(number) };
  const before = await journal.commit(decision, { by, once, made });
  return before ?? made;
}
