import { Temporal } from 'temporal-polyfill';
import type { closeFeedbackLoop as contract } from '../../shared/contract/feedback.ts';
import { disclosedFeedback, feedbackView } from '../../shared/domain/disclosure/feedback-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { closeLoop } from '../../shared/domain/referral/acknowledge.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { feedbackOf } from './feedback-of.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** A supervisor ends the wait for an acknowledgement that never came; protection never waited for it. */
export const closeFeedbackLoop =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const { referralId: id, number } = path;
    const action = 'referral.close-loop' as const;
    const { referral, permit } = await readReferral(deps, { id, by: principal, action });
    const { all, clocks } = await feedbackOf(deps, id);
    const feedback = all.find((one) => one.number === number);
    if (!feedback) throw new Refusal('not-found');
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const { outcome } = await sealing.forHub(feedback, 'seal-anew');
    const noted = { outcome: { ...outcome, note: body.note } };
    const sealed = body.note
      ? await sealing.seal(feedback, noted, feedback.version + 1, feedback.sealed)
      : undefined;
    const decision = closeLoop(
      {
        referral: routedOnly(referral),
        all,
        number,
        clocks,
        reason: body.reason,
        by: principal,
        at,
        event: newEventId(bytes),
        sealed,
      },
      edition,
    );
    const made = { number: String(number) };
    await journal.commit(decision, { by: principal, once, made });
    const closed = { feedback: await records.feedback(id, number), message: undefined };
    const shown = disclosedFeedback(closed, { referral, permit }, edition);
    return { status: 201, body: feedbackView(shown, lang, edition) };
  };
