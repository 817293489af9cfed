import { FeedbackException } from '../../shared/domain/referral/exception.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import type { RoutedReferral } from '../../shared/domain/referral/referral.ts';
import { Statement } from '../../shared/domain/referral/statement.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { caseStanding } from '../../shared/store/case-standing.ts';

type Records = VaultedStore['records'];

/**
 * All that closing looks at, also in the joined cases of the same child: the cases first, so that
 * whatever comes in between is noticed.
 */
export async function closingOf(records: Records, referral: RoutedReferral) {
  const own = await oneOf(records, referral);
  const others = (own.standing?.family ?? []).filter(({ id }) => id !== referral.case);
  const joined = others.map(async (opened) =>
    oneOf(records, routedOnly(await records.referral(opened.referral))),
  );
  return { ...own, others: await Promise.all(joined) };
}

async function oneOf(records: Records, referral: RoutedReferral) {
  const of = { kind: 'referral', id: referral.id } as const;
  const standing = referral.case ? await caseStanding(records, referral.case) : undefined;
  const [tasks, feedback, exceptions, statements, own] = await Promise.all([
    standing?.tasks ?? records.tasksOf(of),
    records.feedbackOf(referral.id),
    records.parts('feedback-exception', FeedbackException, of),
    records.parts('statement', Statement, of),
    records.clocksOf(of),
  ]);
  const clocks = [...own, ...(standing?.clocks ?? [])];
  return { referral, standing, tasks, feedback, exceptions, statements, clocks };
}
