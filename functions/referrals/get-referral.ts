import { Temporal } from 'temporal-polyfill';
import type { getReferral as contract } from '../../shared/contract/referrals.ts';
import { readsAll } from '../../shared/domain/disclosure/feedback-view.ts';
import { referralView } from '../../shared/domain/disclosure/referral-view.ts';
import { FeedbackException } from '../../shared/domain/referral/exception.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { type ReadReferral, showReferral } from '../../shared/platform/read-referral.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { earlierReports } from './earlier-reports.ts';

type Deps = Pick<VaultedStore, 'records' | 'sealing' | 'access' | 'policy' | 'now'>;

/** A referral as the caller may see it, with what is being done and what was answered. */
export const getReferral =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const id = path.referralId;
    const asked = { id, by: principal, action: 'referral.read' } as const;
    return showReferral(deps, asked, async (read) => ({
      status: 200,
      body: await shownReferral(deps, read, lang),
      version: read.referral.version,
    }));
  };

/** Opens what the permit allows and reduces the record to it. */
export async function shownReferral(
  { records, sealing, policy, now }: Deps,
  read: ReadReferral,
  lang: 'ka' | 'en',
) {
  const { referral, tasks, permit } = read;
  const of = { kind: 'referral', id: referral.id } as const;
  const [details, all, excepted] = await Promise.all([
    sealing.open(referral, permit),
    records.feedbackOf(referral.id),
    records.parts('feedback-exception', FeedbackException, of),
  ]);
  const exceptions = await Promise.all(
    excepted.map(async (exception) => {
      const { outcome } = await sealing.open(exception, permit, ['outcome']);
      return { exception, note: outcome?.note };
    }),
  );
  const feedback = await Promise.all(
    all.map(async (one) => {
      const { outcome } = readsAll(read)
        ? await sealing.forHub(one, 'answer-referrer')
        : await sealing.open(one, permit, ['outcome']);
      return { feedback: one, message: outcome?.message };
    }),
  );
  const edition = policy.at(Temporal.Instant.from(now()));
  const earlier = await earlierReports({ records }, read, lang, edition);
  const shown = { referral, tasks, feedback, exceptions, details, permit, lang, earlier };
  return referralView(shown, edition);
}
