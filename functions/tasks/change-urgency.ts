import { Temporal } from 'temporal-polyfill';
import type { changeUrgency as contract } from '../../shared/contract/tasks.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { isOver, leadOf } from '../../shared/domain/referral/referral.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { changeUrgency as change } from '../../shared/domain/task/urgency.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { readTask } from './read-task.ts';
import { shownTask } from './shown-task.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;

/** The lead says, with a reason, that work is more or less urgent than the rules take it to be. */
export const changeUrgency =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, journal, sealing, policy, now, bytes } = deps;
    const id = path.taskId;
    const { task, referral } = await readTask(deps, { id, by: principal, action: 'task.urgency' });
    if (task.version !== expected) throw new Refusal('changed-meanwhile');
    if (isOver(referral)) throw new Refusal('already-closed');
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    if (!edition.has('urgencyReasons', body.reason)) {
      throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
    }
    const { outcome } = await sealing.forHub(task, 'seal-anew');
    const noted = { outcome: { ...outcome, note: body.note } };
    const decision = change(
      {
        ...{ task, to: body.urgency, from: at, at, by: principal, reason: body.reason },
        clocks: await records.clocksOf({ kind: 'task', id }),
        event: newEventId(bytes),
        sealed: body.note
          ? await sealing.seal(task, noted, task.version + 1, task.sealed)
          : undefined,
        lead: leadOf(referral),
      },
      edition,
    );
    await journal.commit(decision, { by: principal });
    const changed = await readTask(deps, { id, by: principal, action: 'task.read' });
    const view = await shownTask(deps, changed, lang);
    return { status: 200, body: view, version: changed.task.version };
  };
