import { Temporal } from 'temporal-polyfill';
import { newEventId } from '../../shared/domain/ids.ts';
import { fallDue } from '../../shared/domain/retention/erase.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import type { ErasuresUntil, ErasureToCome } from '../../shared/store/erasures.ts';
import { fileStanding } from '../../shared/store/file-standing.ts';
import { Overtaken } from '../../shared/store/journal.ts';
import { destroyKey } from '../../shared/store/key-keeping.ts';
import { unchanged } from '../../shared/store/unchanged.ts';

export type Deps = Pick<Store, 'records' | 'journal' | 'policy' | 'now' | 'bytes'> & {
  readonly erasuresUntil: ErasuresUntil;
  readonly keysTable: string;
};

/** Erases every file whose time has come; answers how many went, and how many must still be kept. */
export const eraseDue = (deps: Deps) => async (): Promise<{ erased: number; held: number }> => {
  const due = await deps.erasuresUntil(deps.now());
  const done = { erased: 0, held: 0 };
  for (const one of due) {
    const erased = await decide(deps, one);
    if (erased !== undefined) done[erased ? 'erased' : 'held'] += 1;
  }
  return done;
};

/** Whether it was erased; nothing where somebody else wrote first: the next look decides again. */
async function decide(deps: Deps, { referral: id }: ErasureToCome): Promise<boolean | undefined> {
  const { records, journal, policy, now, bytes, keysTable } = deps;
  const at = now();
  const referral = await records.referral(id);
  const standing = await fileStanding(records, referral);
  const { retention, cases } = standing;
  // The index may be late: what counts is what stands.
  if (!retention?.deadline || retention.deadline > at || referral.erased) return undefined;
  const edition = policy.at(Temporal.Instant.from(at));
  const due = { ...standing, retention, at, event: newEventId(bytes) };
  const { erases, ...decision } = fallDue(due, edition);
  const also = [
    ...unchanged([referral, ...cases], decision),
    ...(erases ? [destroyKey(referral.file, at, keysTable)] : []),
  ];
  try {
    await journal.commit(decision, { also });
    return erases;
  } catch (error) {
    if (error instanceof Overtaken) return undefined;
    throw error;
  }
}
