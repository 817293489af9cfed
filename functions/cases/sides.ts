import type { Case } from '../../shared/domain/case/case.ts';
import type { CaseId, ReferralId } from '../../shared/domain/ids.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import type { RoutedReferral } from '../../shared/domain/referral/referral.ts';
import type { Join, Side } from '../../shared/domain/same-child/joining.ts';
import { CONFIRM_SAME_CHILD } from '../../shared/domain/same-child/reported-again.ts';
import { hasEnded, parentOf } from '../../shared/domain/task/task.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { familyOf } from '../../shared/store/family.ts';

type Records = VaultedStore['records'];

/** One of the two that are compared: the record named, and the case of the child that goes on. */
export interface Compared {
  /** As it was named: the lead was asked about this one. */
  readonly named: RoutedReferral;
  readonly side: Side;
  /** Every referral that opened a case of this child. */
  readonly referrals: readonly ReferralId[];
  /** All cases of this child, as far as they are joined. */
  readonly cases: readonly Case[];
}

/** Reads one side, by its case or by its referral. */
export async function compared(
  records: Records,
  {
    id,
    referral,
  }: { readonly id?: CaseId | undefined; readonly referral?: ReferralId | undefined },
): Promise<Compared> {
  const byReferral = referral && routedOnly(await records.referral(referral));
  const caseId = byReferral ? byReferral.case : id;
  const opened = caseId && (await records.case(caseId));
  const named = byReferral ?? routedOnly(await records.referral((opened as Case).referral));
  if (!opened) {
    const side = { referral: named, case: undefined };
    return { named, side, referrals: [named.id], cases: [] };
  }
  const family = await familyOf(records, opened);
  const root = family[0] ?? opened;
  const first = root.id === opened.id ? named : routedOnly(await records.referral(root.referral));
  const referrals = [...new Set([named.id, ...family.map((one) => one.referral)])];
  return { named, side: { referral: first, case: root }, referrals, cases: family };
}

/** Which of the two brought the question, and how much of it an answer about this pair settles. */
export function coveredBy(a: Compared, b: Compared): Join['covers'] {
  const of = (one: Compared, other: Compared): Join['covers'] => {
    const found = one.named.earlier?.filter((id) => other.referrals.includes(id)) ?? [];
    const side = { referral: one.named, case: one.side.case };
    return found.length > 0 ? { of: side, referrals: found } : undefined;
  };
  return of(a, b) ?? of(b, a);
}

/** The questions to the lead that are still open, with their clocks. */
export async function openQuestions(records: Records, covers: Join['covers']) {
  if (!covers) return [];
  const { id, case: opened } = covers.of.referral;
  const tasks = await records.tasksOf(parentOf({ referral: id, case: opened }));
  const open = tasks.filter(
    (task) => task.kind === CONFIRM_SAME_CHILD && task.referral === id && !hasEnded(task),
  );
  return Promise.all(
    open.map(async (task) => {
      const clocks = await records.clocksOf({ kind: 'task', id: task.id });
      return { task, clocks };
    }),
  );
}
