import { Temporal } from 'temporal-polyfill';
import type { listQuestions as contract } from '../../shared/contract/questions.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { isOpenTo, questionsOf, shownQuestion } from './questions.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'policy' | 'now' | 'access'>;

/** Questions with their answers: those the caller was asked or asked, the lead all of them. */
export const listQuestions =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { policy, now } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'question.read' });
    const reader = { ...read, by: principal };
    const edition = policy.at(Temporal.Instant.from(now()));
    const open = (await questionsOf(deps, id)).filter((question) => isOpenTo(reader, question));
    const items = await Promise.all(
      open.map((question) => shownQuestion(deps, question, reader, { lang, edition })),
    );
    return { status: 200, body: { items } };
  };
