import { Temporal } from 'temporal-polyfill';
import type { closeReferral as contract } from '../../shared/contract/referrals.ts';
import { newEventId } from '../../shared/domain/ids.ts';
import { close } from '../../shared/domain/referral/close.ts';
import { routedOnly } from '../../shared/domain/referral/feedback.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { hasEnded, isSettled, type Task } from '../../shared/domain/task/task.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { shownReferral } from './get-referral.ts';
import { parentOf, readReferral } from './read-referral.ts';

type Deps = Pick<
  VaultedStore,
  'records' | 'journal' | 'sealing' | 'access' | 'policy' | 'now' | 'bytes'
>;

/** The lead closes: refused while anything is open, and each such thing is named. */
export const closeReferral =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, body, principal, lang, expected }) => {
    const { records, journal, policy, now, bytes } = deps;
    const id = path.referralId;
    const read = await readReferral(deps, { id, by: principal, action: 'referral.close' });
    const referral = routedOnly(read.referral);
    if (referral.version !== expected) throw new Refusal('changed-meanwhile');
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    if (!edition.has('closureReasons', body.reason)) {
      throw new Refusal('unknown-code', [{ pointer: '/reason', code: 'unknown-code' }]);
    }
    const parent = parentOf(referral);
    // First the case, then what hangs on it: a task added in between changes the case's version.
    const opened = parent.kind === 'case' ? await records.case(parent.id) : undefined;
    const [tasks, feedback, own, ofCase] = await Promise.all([
      records.tasksOf(parent),
      records.feedbackOf(id),
      records.clocksOf({ kind: 'referral', id }),
      parent.kind === 'case' ? records.clocksOf(parent) : [],
    ]);
    const ofOffers = await clocksOfOffers(deps, tasks);
    const decision = close({
      referral,
      case: opened,
      tasks,
      feedback,
      clocks: [...own, ...ofCase],
      ofOffers,
      reason: body.reason,
      by: principal,
      at,
      newEvent: () => newEventId(bytes),
    });
    await journal.commit(decision, { by: principal });
    const closed = await readReferral(deps, { id, by: principal, action: 'referral.read' });
    const shown = await shownReferral(deps, closed, lang);
    return { status: 200, body: shown, version: closed.referral.version };
  };

/** What was offered and not taken up still has its clocks; all else ended or was released. */
async function clocksOfOffers({ records }: Pick<Deps, 'records'>, tasks: readonly Task[]) {
  const untaken = tasks.filter((task) => hasEnded(task) && !isSettled(task));
  const clocks = untaken.map(({ id }) => records.clocksOf({ kind: 'task', id }));
  return (await Promise.all(clocks)).flat();
}
