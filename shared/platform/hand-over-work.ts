import { Temporal } from 'temporal-polyfill';
import { Absence, endsMembership, isAway } from '../domain/absence/absence.ts';
import type { Principal } from '../domain/access/principal.ts';
import { newEventId } from '../domain/ids.ts';
import { type Decision, join } from '../domain/journal/decision.ts';
import type { Member } from '../domain/people/member.ts';
import { happened } from '../domain/people/person.ts';
import type { Task } from '../domain/task/task.ts';
import { reassign } from '../domain/task/worker.ts';
import { nextRecord } from './person-record.ts';
import type { Store } from './runtime.ts';

type Deps = Pick<Store, 'records' | 'journal' | 'members' | 'work' | 'policy' | 'now' | 'bytes'>;

/** Tasks that go over in one transaction, which holds a hundred writes; the minute takes up the rest. */
const AT_ONCE = 7;

interface HandOver {
  /** As it is now to be kept: with its next version. */
  readonly absence: Absence;
  /** What else is decided with it. */
  readonly beside: Decision;
  /** Whose membership the transaction depends on; nobody's when the minute goes on with it. */
  readonly by: Principal | undefined;
}

export interface HandedOver {
  readonly moved: readonly Task['id'][];
  readonly more: boolean;
}

/**
 * The open work of a person who is away goes to the deputy or the queue: the membership, where it
 * ends, and the first of it in one transaction. What is left is marked as due at once, so that a
 * crash loses none of it.
 */
export async function handOverWork(
  deps: Deps,
  { absence, beside, by }: HandOver,
): Promise<HandedOver> {
  const { journal, members, work, now, bytes } = deps;
  const { account, of } = absence;
  const at = now();
  const { tasks, stale, more } = await work.of(account, AT_ONCE);
  const edition = deps.policy.at(Temporal.Instant.from(at));
  const each = await Promise.all(
    tasks.map(async (task) => {
      const clocks = await deps.records.clocksOf({ kind: 'task', id: task.id });
      const to = await deputyFor(deps, absence, task);
      const call = { task, clocks, to, because: absence.kind, by: absence.by, at };
      return reassign({ ...call, event: newEventId(bytes) }, edition);
    }),
  );
  const kept: Absence = { ...absence, next: more ? at : undefined };
  const member = endsMembership(absence) ? await members.read(account) : undefined;
  const gone = member?.agency === of.id ? member : undefined;
  const ends = gone ? members.removeWrites(gone) : [];
  const told = gone ? [await removal(deps, absence, gone, at)] : [];
  const decision = [...each, beside, ...told].reduce(join, { kept: [kept], events: [] });
  const links = tasks.map(({ id }) => work.leaves(account, id));
  // Whoever ends their own membership cannot make it a condition as well.
  const guarded = by && (by.sub === account ? { own: by } : { by });
  await journal.commit(decision, { ...guarded, also: [...ends, ...links, ...stale] });
  return { moved: tasks.map(({ id }) => id), more };
}

/** What the agency keeps of a person who is gone; told to the agency by its number. */
async function removal(deps: Deps, { by, kind }: Absence, member: Member, at: string) {
  const person = await nextRecord(deps, member, { at, by });
  const event = newEventId(deps.bytes);
  const what = { type: 'member.removed' as const, event, at, by, codes: { kind } };
  return happened({ ...person, state: 'gone' }, what);
}

/** The deputy that was named for the absence or, without one, for the task; a member who is there. */
async function deputyFor(
  { members, records, now }: Deps,
  { account, deputy, of }: Absence,
  task: Task,
): Promise<string | undefined> {
  const absences = await records.parts('absence', Absence, of);
  for (const candidate of [deputy, task.deputy]) {
    if (!candidate || candidate === account || isAway(absences, candidate, now())) continue;
    if ((await members.find(candidate))?.agency === task.agency) return candidate;
  }
  return undefined;
}
