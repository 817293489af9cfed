import type { Permit } from '../access/may.ts';
import { receiptNumber } from '../ids.ts';
import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';
import { leadOf, type Referral } from '../referral/referral.ts';
import type { Task } from '../task/task.ts';
import { type Answered, disclosedFeedback, feedbackView } from './feedback-view.ts';

interface Shown {
  readonly referral: Referral;
  readonly tasks: readonly Task[];
  readonly feedback: readonly Answered[];
  /** Opened for exactly the groups the permit names. */
  readonly details: Partial<Details>;
  readonly permit: Permit;
  readonly lang: Lang;
}

/** A referral reduced to what the caller may know. */
export function referralView(shown: Shown, edition: Edition) {
  const { referral, tasks, feedback, details, permit, lang } = shown;
  const label = (list: Parameters<Edition['label']>[0], code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  const { outcome: _, ...known } = details;
  return {
    id: referral.id,
    receiptNumber: receiptNumber(referral.id),
    kind: referral.kind,
    status: label('referralStatuses', referral.status),
    submittedAt: referral.submittedAt,
    municipality: referral.municipality,
    lead: leadOf(referral),
    case: referral.status === 'submitted' ? undefined : referral.case,
    version: referral.version,
    work: tasks.map(({ kind, status, agency }) => ({
      kind: label('taskKinds', kind),
      status: label('taskStatuses', status),
      // Which unit works on what is the case's business; the referrer learns that work goes on.
      agency: permit.rule === 'referrer' ? undefined : agency,
    })),
    feedback: feedback.map((one) =>
      feedbackView(disclosedFeedback(one, { referral, permit }, edition), lang, edition),
    ),
    details: known,
    shownBy: permit.rule,
    links: referralLinks(referral.id),
  };
}

export const referralLinks = (id: Referral['id']) => ({
  self: `/v1/referrals/${id}`,
  routing: `/v1/referrals/${id}/routing`,
  clocks: `/v1/referrals/${id}/clocks`,
  timeline: `/v1/referrals/${id}/timeline`,
});
