import { Temporal } from 'temporal-polyfill';
import type { Case } from '../domain/case/case.ts';
import { goOver, mustGoOver } from '../domain/family/go-over.ts';
import type { AllegedPerpetratorPart, Conflict } from '../domain/family/parts.ts';
import type { Shut, Standing } from '../domain/family/shut-out.ts';
import { type AgencyId, CaseId, newEventId } from '../domain/ids.ts';
import { type Decision, join } from '../domain/journal/decision.ts';
import type { Joining } from '../domain/same-child/joining.ts';
import type { Task } from '../domain/task/task.ts';
import { writesOf } from '../store/commit.ts';
import { familyOf } from '../store/family.ts';
import { Overtaken } from '../store/journal.ts';
import type { Store } from './runtime.ts';

type Deps = Pick<Store, 'records' | 'journal' | 'members' | 'policy' | 'now' | 'bytes'>;

/** What shuts somebody out, and is due while some of their work has still to go over. */
export type ShutsOut = AllegedPerpetratorPart | Conflict | Joining;

/** What one transaction of DynamoDB holds. */
const WRITES_MOST = 100;
/** The guard of the membership and the record of the call, or what is settled. */
const BESIDE = 2;

/** As many of these decisions as one transaction holds beside the first. */
export function asManyAsFit(first: Decision, each: readonly Decision[], also = 0) {
  let whole = first;
  for (const one of each) {
    const longer = join(whole, one);
    if (writesOf(longer).length + BESIDE + also > WRITES_MOST) return { whole, more: true };
    whole = longer;
  }
  return { whole, more: false };
}

/** The records of these cases by which is decided who is shut out, and who leads instead. */
export async function standingOf(
  records: Deps['records'],
  cases: readonly Case[],
): Promise<Standing> {
  const ids = (await Promise.all(cases.map(({ id }) => records.referralsOf(id)))).flat();
  const referrals = await Promise.all(ids.map((id) => records.referral(id)));
  const clocks = await Promise.all([
    ...cases.map(({ id }) => records.clocksOf({ kind: 'case', id })),
    ...ids.map((id) => records.clocksOf({ kind: 'referral', id })),
  ]);
  return { cases, referrals, clocks: clocks.flat() };
}

interface Going {
  readonly tasks: readonly Task[];
  readonly shut: Shut;
  readonly by: { readonly sub: string; readonly agency?: AgencyId | undefined };
}

/** What each task of somebody who is shut out becomes, one decision a task. */
export async function goingOver(deps: Deps, { tasks, shut, by }: Going): Promise<Decision[]> {
  const { records, members, policy, now, bytes } = deps;
  const at = now();
  const edition = policy.at(Temporal.Instant.from(at));
  const going = tasks.filter((task) => mustGoOver(task, shut, edition));
  return Promise.all(
    going.map(async (task) => {
      const clocks = await records.clocksOf({ kind: 'task', id: task.id });
      const named = task.deputy && (await members.find(task.deputy));
      const deputy = named && named.agency === task.agency ? named.sub : undefined;
      return goOver({ task, clocks, shut, deputy, by, at, event: newEventId(bytes) }, edition);
    }),
  );
}

/**
 * The work that did not fit beside what shut its holders out: goes on, a transaction at a time,
 * until none is left. Cut short, the minute finds it due and goes on. Whoever is shut out sees none
 * of it meanwhile.
 */
export async function goOnOver(deps: Deps, shutting: ShutsOut): Promise<void> {
  let part = shutting;
  while (part.next) {
    const each = await leftOf(deps, part);
    const next: ShutsOut = { ...part, version: part.version + 1, next: undefined };
    const { whole, more } = asManyAsFit({ kept: [], events: [] }, each, 1);
    part = more ? { ...next, next: deps.now() } : next;
    try {
      await deps.journal.commit(join({ kept: [part], events: [] }, whole));
    } catch (error) {
      // Another run, or somebody at one of the tasks, was quicker: the next minute looks again.
      if (error instanceof Overtaken) return;
      throw error;
    }
  }
}

async function leftOf(deps: Deps, { of, by }: ShutsOut): Promise<Decision[]> {
  const { records } = deps;
  const cases = await familyOf(records, await records.case(CaseId.parse(of.id)));
  const each = cases.map(async ({ id, excluded = [], conflicted = [] }) => {
    const tasks = await records.tasksOf({ kind: 'case', id });
    return goingOver(deps, { tasks, shut: { excluded, conflicted }, by });
  });
  return (await Promise.all(each)).flat();
}
