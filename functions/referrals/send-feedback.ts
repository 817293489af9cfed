import { Temporal } from 'temporal-polyfill';
import type { sendFeedback as contract } from '../../shared/contract/feedback.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import { feedbackView } from '../../shared/domain/disclosure/feedback-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { routedOnly, sendFeedback as send } from '../../shared/domain/referral/feedback.ts';
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

/** A holder answers the referrer in code; the lead in words of its own as well. */
export const sendFeedback =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.feedback' });
    const referral = routedOnly(read.referral);
    const earlier = await journal.earlier(principal, once);
    const made = earlier ?? (await sent(deps, referral, { body, by: principal, once }));
    const feedback = await records.feedback(id, Number(made.number));
    const { outcome } = await sealing.own(feedback, principal, ['outcome']);
    const written = { feedback, message: outcome?.message };
    const edition = policy.at(Temporal.Instant.from(now()));
    return { status: 201, body: feedbackView(written, lang, edition) };
  };

type Sending = Pick<Parameters<UseCase<typeof contract>>[0], 'body' | 'once'> & {
  readonly by: Principal;
};

async function sent(
  deps: Deps,
  referral: RoutedReferral,
  { body: { message, ...said }, by, once }: Sending,
): Promise<Made> {
  const { journal, sealing, policy, now, bytes } = deps;
  const { id, file } = referral;
  const { clocks, exceptions } = await feedbackOf(deps, id);
  const at = now();
  const number = referral.feedbacks + 1;
  const place = { what: 'feedback', referral: id, number, file } as const;
  const sealed = message ? await sealing.seal(place, { outcome: { message } }) : undefined;
  const call = { ...said, referral, clocks, exceptions, by, at, event: newEventId(bytes), sealed };
  const decision = send(call, policy.at(Temporal.Instant.from(at)));
  const made = { number: String(number) };
  const earlier = await journal.commit(decision, { by, once, made });
  return earlier ?? made;
}
