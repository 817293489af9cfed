import { Temporal } from 'temporal-polyfill';
import type { transitionTask as contract } from '../../shared/contract/tasks.ts';
import type { Principal } from '../../shared/domain/access/principal.ts';
import type { Case } from '../../shared/domain/case/case.ts';
import type { Clock } from '../../shared/domain/clock/state.ts';
import { withOffer } from '../../shared/domain/family/next-representative.ts';
import { newEventId, type TaskId } from '../../shared/domain/ids.ts';
import { type Decision, join } from '../../shared/domain/journal/decision.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { Details } from '../../shared/domain/referral/groups.ts';
import { leadOf, type RoutedReferral } from '../../shared/domain/referral/referral.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { refuseUndecided } from '../../shared/domain/safety/decision.ts';
import { takeUp } from '../../shared/domain/task/take-up.ts';
import { SAFETY_WORK, TAKE_OVER, type Task } from '../../shared/domain/task/task.ts';
import { checkTransition, transition } from '../../shared/domain/task/transition.ts';
import { heldBy } from '../../shared/domain/task/worker.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { safetyOf } from '../../shared/store/case-standing.ts';
import { afterRefusal, withoutOffer } from './after-step.ts';
import { onDuty } from './on-duty.ts';
import { type ReadTask, readTask } from './read-task.ts';
import { checkRepresentative } from './representative.ts';
import { shownTask } from './shown-task.ts';
import { whoTakes } from './who-takes.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'members' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;
type Body = Parameters<UseCase<typeof contract>>[0]['body'];

/** Moves a task one step on, with everything that follows from the step, in one transaction. */
export const transitionTask =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected, once }) => {
    const { records, journal, policy, now } = deps;
    const id = path.taskId;
    const read = await readTask(deps, { id, by: principal, action: 'task.transition' });
    if (read.task.version !== expected) {
      // It may be this very call that moved it, sent once more.
      if (!(await journal.earlier(principal, once))) throw new Refusal('changed-meanwhile');
      return answered(deps, { id, by: principal, lang });
    }
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    checkTransition(read.task, body, read.capacity, edition);
    // Taking a case over ends when both units have talked, not when one says so.
    if (body.to === 'completed' && read.task.kind === TAKE_OVER) {
      throw new Refusal('handover-not-recorded');
    }
    await checkSafety(records, read.task, body.to, at);
    const [clocks, ofCase] = await Promise.all([
      records.clocksOf({ kind: 'task', id }),
      clocksOfLedCase(records, read.task),
    ]);
    const held = await whoTakes(deps, { by: principal, ...body });
    await checkRepresentative(deps, { ...body, task: read.task, held });
    const asked = { body, by: principal, clocks, ofCase, at };
    const step = heldBy(await stepOf(deps, read, asked, edition), held);
    const taken = { step, by: principal, clocks, ofCase, at };
    const following = await followingOf(deps, read, taken, edition);
    const { to, actingPerson } = body;
    const named = { task: read.task, to, actingPerson, by: principal, at };
    const duty = await onDuty(deps, named, edition);
    const whole = join(join(withOffer(step, following), following), duty);
    await journal.commit(whole, { by: principal, once, made: { task: id } });
    return answered(deps, { id, by: principal, lang });
  };

/** The task as it stands now: also for a call that is repeated. */
async function answered(deps: Deps, { id, by, lang }: Answering) {
  const moved = await readTask(deps, { id, by, action: 'task.read' });
  const body = await shownTask(deps, moved, lang);
  return { status: 200 as const, body, version: moved.task.version };
}

interface Answering {
  readonly id: TaskId;
  readonly by: Principal;
  readonly lang: Lang;
}

/** Whoever assessed a child's safety has decided on it before the work counts as done. */
async function checkSafety(records: Deps['records'], task: Task, to: Body['to'], at: string) {
  if (to !== 'completed' || task.kind !== SAFETY_WORK || !task.case) return;
  refuseUndecided(await safetyOf(records, task.case), at);
}

/** What is owed beside the task itself: by the lead of a case, and by whoever sees to the child's safety. */
async function clocksOfLedCase(records: Deps['records'], task: Task): Promise<Clock[]> {
  const owes = task.role === 'lead' || task.kind === SAFETY_WORK;
  return task.case && owes ? records.clocksOf({ kind: 'case', id: task.case }) : [];
}

/** The step itself, with who acts and what they wrote sealed into the task. */
async function stepOf(
  { sealing, bytes }: Deps,
  { task, referral }: ReadTask,
  { body, by, clocks, ofCase, at }: Omit<Taken, 'step'> & { readonly body: Body },
  { calendar }: Edition,
): Promise<Decision> {
  const said = wordsOf(body);
  const { outcome: before } = await sealing.forHub(task, 'seal-anew');
  const work = { ...before, ...said };
  const sealed =
    Object.keys(said).length > 0
      ? await sealing.seal(task, { outcome: work }, task.version + 1, task.sealed)
      : undefined;
  const lead = leadOf(referral);
  const event = newEventId(bytes);
  const common = { task, clocks, ofCase, by, lead, at, calendar, event, sealed };
  return transition({ ...common, request: body });
}

function wordsOf({ actingPerson, deputy, note }: Body): Details['outcome'] {
  return {
    ...(actingPerson && { actingPerson: nameAndPhone(actingPerson) }),
    ...(deputy && { deputy: nameAndPhone(deputy) }),
    ...(note && { note }),
  };
}

const nameAndPhone = ({ name, phone }: NonNullable<Body['actingPerson']>): string =>
  phone ? `${name}, ${phone}` : name;

interface Taken {
  readonly step: Decision;
  readonly by: Principal;
  readonly clocks: readonly Clock[];
  readonly ofCase: readonly Clock[];
  readonly at: string;
}

/** What a step brings with it: an acceptance releases who held it before, refusals call the desk. */
async function followingOf(
  { records, sealing, bytes }: Deps,
  { task, referral }: ReadTask,
  { step, by, clocks, ofCase, at }: Taken,
  edition: Edition,
): Promise<Decision> {
  const moved = step.kept.find((kept): kept is Task => kept.what === 'task');
  if (!moved || referral.status === 'submitted') return { kept: [], events: [] };
  const newEvent = () => newEventId(bytes);
  const after = { task: moved, referral, clocks, by, at };
  if (moved.status === 'rejected' || moved.status === 'failed') {
    return afterRefusal({ records, bytes }, after, edition);
  }
  const opened = task.case ? await records.case(task.case) : undefined;
  const chain = moved.status === 'accepted' ? await chainOf(records, task) : [];
  const leads = moved.status === 'accepted' && task.role === 'lead';
  const sealed = leads && opened ? await workersOf(sealing, moved, opened) : undefined;
  const ofReferral = await clocksHandedOver(records, moved, referral);
  const common = { case: opened, ofCase, ofReferral, sealed, referral, by, at, newEvent };
  const taken = takeUp({ task: moved, chain, ...common });
  return join(taken, await withoutOffer({ records, bytes }, after));
}

/** The lead's worker and deputy, as the acceptance names them, sealed for the case. */
async function workersOf(sealing: Deps['sealing'], accepted: Task, opened: Case) {
  const { outcome } = await sealing.forHub(accepted, 'seal-anew');
  return outcome && sealing.seal(opened, { outcome }, opened.version + 1, opened.sealed);
}

/** What a new lead takes over of what the former one owed the referrer. */
async function clocksHandedOver(records: Deps['records'], task: Task, referral: RoutedReferral) {
  const moves = task.status === 'accepted' && task.role === 'lead' && referral.lead !== task.agency;
  return moves ? records.clocksOf({ kind: 'referral', id: referral.id }) : [];
}

/** The tasks this one was redirected from, nearest first. */
async function chainOf(records: Deps['records'], task: Task) {
  const chain: { task: Task; clocks: Clock[] }[] = [];
  let from = task.redirectedFrom;
  while (from) {
    const before = await records.task(from);
    chain.push({ task: before, clocks: await records.clocksOf({ kind: 'task', id: before.id }) });
    from = before.redirectedFrom;
  }
  return chain;
}
