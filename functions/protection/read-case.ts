import type { Action } from '../../shared/domain/access/actions.ts';
import type { Granted } from '../../shared/domain/access/permit.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import { type CaseId, newEventId } from '../../shared/domain/ids.ts';
import type { Referral } from '../../shared/domain/referral/referral.ts';
import { readCase as readOne } from '../../shared/platform/read-case.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

export type ProtectionDeps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'access'
>;

export interface Read {
  readonly case: Case;
  /** Every report of the case: what is closed of it is closed of them. */
  readonly referrals: readonly Referral[];
  readonly permit: Granted;
}

interface Asked {
  readonly id: CaseId;
  readonly by: Principal;
  readonly action: Action;
}

/** A case with its reports, if the principal may do this; a read is journalled before the answer. */
export async function readCase(deps: ProtectionDeps, asked: Asked): Promise<Read> {
  const { case: opened, permit } = await readOne(deps, asked);
  const { records } = deps;
  const referrals = await records.referralsBy(await records.referralsOf(asked.id));
  return { case: opened, referrals, permit };
}

/** What a change is made with. */
export const markingOf = (
  { now, bytes }: ProtectionDeps,
  { case: opened, referrals }: Read,
  by: Principal,
) => ({
  case: opened,
  referrals,
  by: { sub: by.sub, agency: by.agency },
  at: now(),
  event: newEventId(bytes),
});
