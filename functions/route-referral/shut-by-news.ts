import { Temporal } from 'temporal-polyfill';
import { alreadyShut, shutOut } from '../../shared/domain/family/shut-out.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import type { RoutedReferral } from '../../shared/domain/referral/referral.ts';
import { parentOf } from '../../shared/domain/task/task.ts';
import { asManyAsFit, goingOver, standingOf } from '../../shared/platform/go-over.ts';
import type { Store } from '../../shared/platform/runtime.ts';
import { familyOf } from '../../shared/store/family.ts';

export type ShutByNewsDeps = Pick<
  Store,
  'records' | 'journal' | 'members' | 'policy' | 'now' | 'bytes'
>;

/**
 * Whom news shut out of its referral is shut out of the case and of all that are joined with it, and
 * their work goes over, a transaction at a time. The message of the news is crossed off only after
 * it, so that none of it is left over.
 */
export async function shutByNews(deps: ShutByNewsDeps, referral: RoutedReferral): Promise<void> {
  const shutNow = (referral.excluded?.length ?? 0) + (referral.conflicted?.length ?? 0) > 0;
  let more = shutNow;
  while (more) more = await shutOnce(deps, referral);
}

async function shutOnce(deps: ShutByNewsDeps, { id, ...referral }: RoutedReferral) {
  const { records, journal, policy, now, bytes } = deps;
  const cases = referral.case ? await familyOf(records, await records.case(referral.case)) : [];
  const own = [await records.referral(id)];
  const standing = referral.case
    ? await standingOf(records, cases)
    : { cases, referrals: own, clocks: await records.clocksOf({ kind: 'referral', id }) };
  const parents = referral.case
    ? cases.map((one) => ({ kind: 'case' as const, id: one.id }))
    : [parentOf({ referral: id })];
  const tasks = (await Promise.all(parents.map((parent) => records.tasksOf(parent)))).flat();
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const shut = alreadyShut(standing);
  const by = { sub: 'routing' };
  const say = { type: 'perpetrator.named' as const, by, at, newEvent: () => newEventId(bytes) };
  const first = shutOut({ standing, shut, ...say }, edition);
  const { whole, more } = asManyAsFit(first, await goingOver(deps, { tasks, shut, by }));
  if (whole.kept.length > 0) await journal.commit(whole);
  return more;
}
