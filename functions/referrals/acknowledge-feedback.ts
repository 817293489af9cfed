import { Temporal } from 'temporal-polyfill';
import type { acknowledgeFeedback as contract } from '../../shared/contract/feedback.ts';
import { disclosedFeedback, feedbackView } from '../../shared/domain/disclosure/feedback-view.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { acknowledge } from '../../shared/domain/referral/acknowledge.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { readReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

/** The referrer says that it heard. Said twice, it counts once. */
export const acknowledgeFeedback =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang, once }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const { referralId: id, number } = path;
    const action = 'referral.acknowledge' as const;
    const read = await readReferral(deps, { id, by: principal, action });
    const referral = routedOnly(read.referral);
    const [all, clocks] = await Promise.all([
      records.feedbackOf(id),
      records.clocksOf({ kind: 'referral', id }),
    ]);
    const at = now();
    const event = newEventId(bytes);
    const decision = acknowledge({ referral, all, number, clocks, by: principal, at, event });
    await journal.commit(decision, {
      by: principal,
      once,
      made: { number: String(number) },
    });
    const heard = await records.feedback(id, number);
    const { outcome } = await sealing.open(heard, read.permit, ['outcome']);
    const edition = policy.at(Temporal.Instant.from(at));
    const written = { feedback: heard, message: outcome?.message };
    const disclosed = disclosedFeedback(written, { referral, permit: read.permit }, edition);
    return { status: 201, body: feedbackView(disclosed, lang, edition) };
  };
