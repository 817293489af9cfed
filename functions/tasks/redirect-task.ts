import { Temporal } from 'temporal-polyfill';
import type { redirectTask as contract } from '../../shared/contract/tasks.ts';
import { newEventId, newTaskId } from '../../shared/domain/ids.ts';
import { join } from '../../shared/domain/journal/decision.ts';
import { isOver, leadOf, type Referral } from '../../shared/domain/referral/referral.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { refuseExcluded } from '../../shared/domain/routing/inside.ts';
import { onConsent } from '../../shared/domain/sharing/on-consent.ts';
import { redirect } from '../../shared/domain/task/redirect.ts';
import { hasEnded, type Task } from '../../shared/domain/task/task.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readTask } from './read-task.ts';
import { shownTask } from './shown-task.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;

/** Offers a task to another agency; the one that had it answers until a person there accepts. */
export const redirectTask =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const id = path.taskId;
    const read = await readTask(deps, { id, by: principal, action: 'task.redirect' });
    const { task, referral } = read;
    if (isOver(referral)) throw new Refusal('already-closed');
    if (task.version !== expected) throw new Refusal('changed-meanwhile');
    await noOpenOffer(records, task);
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    if (!edition.agency(body.to)) {
      throw new Refusal('unknown-agency', [{ pointer: '/to', code: 'unknown-agency' }]);
    }
    refuseExcluded(body.to, referral.excluded, '/to');
    if (!edition.has('redirectReasons', body.reason)) {
      throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
    }
    const { outcome } = await sealing.forHub(task, 'seal-anew');
    const noted = { outcome: { ...outcome, note: body.note } };
    const sealed = body.note
      ? await sealing.seal(task, noted, task.version + 1, task.sealed)
      : task.sealed;
    const decision = redirect({
      task: { ...task, sealed },
      clocks: await records.clocksOf({ kind: 'task', id }),
      to: body.to,
      reason: body.reason,
      by: principal,
      lead: leadOf(referral),
      at,
      ...onConsent(
        {
          kind: referral.kind,
          inCase: task.case !== undefined,
          track: task.track,
          agency: body.to,
        },
        edition,
      ),
      ids: { task: newTaskId(bytes), events: [newEventId(bytes), newEventId(bytes)] },
    });
    const counted = await countedBy(records, task, referral);
    await journal.commit(join(decision, { kept: [counted], events: [] }), { by: principal });
    const moved = await readTask(deps, { id, by: principal, action: 'task.read' });
    return { status: 200, body: await shownTask(deps, moved, lang), version: moved.task.version };
  };

/** What hangs on a case or referral changes its version, so that it cannot be closed beside it. */
async function countedBy(records: Deps['records'], task: Task, referral: Referral) {
  if (!task.case) return { ...referral, version: referral.version + 1 };
  const opened = await records.case(task.case);
  if (opened.status === 'closed') throw new Refusal('already-closed');
  return { ...opened, version: opened.version + 1 };
}

/** One offer at a time: two agencies that both accept would both believe they have the child. */
async function noOpenOffer(records: Deps['records'], { offeredTo }: Task): Promise<void> {
  if (!offeredTo) return;
  const offer = await records.task(offeredTo);
  if (!hasEnded(offer))
    throw new Refusal('already-offered', [{ pointer: offer.id, code: 'task-open' }]);
}
