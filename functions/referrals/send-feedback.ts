import { Temporal } from 'temporal-polyfill';
import type { sendFeedback as contract } from '../../shared/contract/referrals.ts';
import { feedbackView } from '../../shared/domain/disclosure/feedback-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { routedOnly, sendFeedback as send } from '../../shared/domain/referral/feedback.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readReferral } from './read-referral.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** The lead answers the referrer: a coded sentence, and words of its own if it likes. */
export const sendFeedback =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.feedback' });
    const referral = routedOnly(read.referral);
    const clocks = await records.clocksOf({ kind: 'referral', id });
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const number = referral.feedbacks + 1;
    const place = { what: 'feedback', referral: id, number, file: referral.file } as const;
    const { code, message } = body;
    const sealed = message ? await sealing.seal(place, { outcome: { message } }) : undefined;
    const call = { referral, code, clocks, by: principal, at, event: newEventId(bytes), sealed };
    const decision = send(call, edition);
    const made = { number: String(number) };
    const earlier = await journal.commit(decision, {
      by: principal,
      ...(once && { once: { ...once, made } }),
    });
    const sent = await records.feedback(id, Number(earlier?.number ?? number));
    const { outcome } = await sealing.open(sent, ['outcome']);
    const written = { feedback: sent, message: outcome?.message };
    return { status: 201, body: feedbackView(written, lang, edition) };
  };
