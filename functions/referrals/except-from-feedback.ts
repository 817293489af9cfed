import { Temporal } from 'temporal-polyfill';
import type { exceptFromFeedback as contract } from '../../shared/contract/feedback.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { exceptionView } from '../../shared/domain/disclosure/answers-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { nextNumber } from '../../shared/domain/part.ts';
import { except, FeedbackException } from '../../shared/domain/referral/exception.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import type { RoutedReferral } from '../../shared/domain/referral/referral.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Made } from '../../shared/store/journal.ts';
import { feedbackOf } from './feedback-of.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** The lead records why an answer is lawfully not given: the clocks that waited for it end. */
export const exceptFromFeedback =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.except' });
    const referral = routedOnly(read.referral);
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await excepted(deps, referral, { body, by: principal, once }));
    const of = { kind: 'referral', id } as const;
    const number = Number(made.number);
    const exception = await records.part('feedback-exception', FeedbackException, of, number);
    const { outcome } = await sealing.own(exception, principal, ['outcome']);
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 201, body: exceptionView(exception, outcome?.note, lang, edition) };
  };

type Excepting = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
};

async function excepted(
  deps: Deps,
  referral: RoutedReferral,
  { body: { code, stages, note }, by, once }: Excepting,
): Promise<Made> {
  const { journal, sealing, policy, now, bytes } = deps;
  const { exceptions: earlier, clocks } = await feedbackOf(deps, referral.id);
  const of = { kind: 'referral', id: referral.id } as const;
  const number = nextNumber(earlier);
  const place = { what: 'feedback-exception', of, number, file: referral.file } as const;
  const sealed = note ? await sealing.seal(place, { outcome: { note } }) : undefined;
  const at = now();
  const call = {
    referral,
    code,
    stages,
    earlier,
    clocks,
    by,
    at,
    event: newEventId(bytes),
    sealed,
  };
  const decision = except(call, policy.at(Temporal.Instant.from(at)));
  const made = { number: String(number) };
  const before = await journal.commit(decision, { by, once, made });
  return before ?? made;
}
