import type { Permit } from '../access/permit.ts';
import { receiptNumber } from '../ids.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { FeedbackException } from '../referral/exception.ts';
import type { Details } from '../referral/groups.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import { CONFIRM_SAME_CHILD } from '../same-child/reported-again.ts';
import type { Task } from '../task/task.ts';
import { closingView, exceptionView } from './answers-view.ts';
import type { earlierView } from './earlier-view.ts';
import {
  type Answered,
  disclosedFeedback,
  feedbackView,
  isShown,
  readsAll,
} from './feedback-view.ts';
import { leads } from './leads.ts';
import { LOOKED_AT } from './looked-at.ts';
import { placeFor } from './mask.ts';
import { protectedAddressView } from './protected-address.ts';
import { erasedView } from './retention-view.ts';

interface Shown {
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly feedback: readonly Answered[];
  readonly exceptions?: readonly {
    readonly exception: FeedbackException;
    readonly note: string | undefined;
  }[];
  /** Opened for exactly the groups the permit names. */
  readonly details: Partial<Details>;
  readonly permit: Permit;
  readonly lang: Lang;
  /** Earlier reports that may be about the same child; only the lead gets them. */
  readonly earlier?: readonly ReturnType<typeof earlierView>[] | undefined;
}

export { LOOKED_AT };

/** A referral reduced to what the caller may know. */
export function referralView(shown: Shown, edition: Edition) {
  const view = wholeView(shown, edition);
  if (shown.permit.rule !== LOOKED_AT) return view;
  const { id, receiptNumber: number, kind, status, submittedAt, version, shownBy } = view;
  return {
    ...{ id, receiptNumber: number, kind, status, submittedAt, version, shownBy },
    ...{ municipality: 'unknown', work: [], feedback: [], details: {} },
    links: { self: view.links.self },
  };
}

function wholeView(shown: Shown, edition: Edition) {
  const { referral, tasks, feedback, exceptions = [], details, permit, lang } = shown;
  const label = (list: Parameters<Edition['label']>[0], code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  const { outcome: _, ...known } = details;
  const whole = leads({ referral, permit });
  return {
    id: referral.id,
    receiptNumber: receiptNumber(referral.id),
    kind: referral.kind,
    origin: referral.origin,
    status: label('referralStatuses', referral.status),
    submittedAt: referral.submittedAt,
    municipality: placeFor({ referral, permit }),
    lead: leadOf(referral),
    case: referral.status === 'submitted' ? undefined : referral.case,
    version: referral.version,
    work: tasks
      .filter(({ kind }) => whole || kind !== CONFIRM_SAME_CHILD)
      .map(({ kind, status, agency }) => ({
        kind: label('taskKinds', kind),
        status: label('taskStatuses', status),
        // Which unit works on what is the case's business; the referrer learns that work goes on.
        agency: whole || permit.rule !== 'referrer' ? agency : undefined,
      })),
    feedback: feedback
      .filter((one) => isShown(one.feedback, { referral, permit }))
      .map((one) =>
        feedbackView(disclosedFeedback(one, { referral, permit }, edition), lang, edition),
      ),
    exceptions: readsAll({ referral, permit })
      ? exceptions.map(({ exception, note }) => exceptionView(exception, note, lang, edition))
      : undefined,
    closing: readsAll({ referral, permit })
      ? closingView(referral, details.outcome?.note, lang, edition)
      : undefined,
    repeats: whole ? referral.repeats : undefined,
    openRecalls: whole ? referral.openRecalls : undefined,
    earlier: shown.earlier && [...shown.earlier],
    details: known,
    protectedAddress: protectedAddressView({ permit, lead: leadOf(referral), lang }, edition),
    erased: erasedView(referral, lang, edition),
    shownBy: permit.rule,
    links: referralLinks(referral.id),
  };
}

export const referralLinks = (id: Referral['id']) => ({
  self: `/v1/referrals/${id}`,
  routing: `/v1/referrals/${id}/routing`,
  clocks: `/v1/referrals/${id}/clocks`,
  timeline: `/v1/referrals/${id}/timeline`,
  questions: `/v1/referrals/${id}/questions`,
  additions: `/v1/referrals/${id}/additions`,
});
