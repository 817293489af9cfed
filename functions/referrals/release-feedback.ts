import { Temporal } from 'temporal-polyfill';
import type { releaseFeedback as contract } from '../../shared/contract/feedback.ts';
import { feedbackView } from '../../shared/domain/disclosure/feedback-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { release, routedOnly } from '../../shared/domain/referral/feedback.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { feedbackOf } from './feedback-of.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** The lead lets another holder's words go out, as they are or in its own words instead. */
export const releaseFeedback =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, once }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const { referralId: id, number } = path;
    const action = 'referral.release-feedback' as const;
    const read = await readReferral(deps, { id, by: principal, action });
    const referral = routedOnly(read.referral);
    const answers = await feedbackOf(deps, id);
    const proposed = answers.all.find((one) => one.number === number);
    if (!proposed) throw new Refusal('not-found');
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const own = body.message && { outcome: { message: body.message } };
    const sealed = own
      ? await sealing.seal(proposed, own, proposed.version + 1, proposed.sealed)
      : undefined;
    const call = { ...answers, referral, number, by: principal, at, event: newEventId(bytes) };
    const decision = release({ ...call, sealed }, edition);
    const made = { number: String(number) };
    await journal.commit(decision, { by: principal, once, made });
    const feedback = await records.feedback(id, number);
    const { outcome } = await sealing.forHub(feedback, 'answer-referrer');
    return {
      status: 201,
      body: feedbackView({ feedback, message: outcome?.message }, lang, edition),
    };
  };
