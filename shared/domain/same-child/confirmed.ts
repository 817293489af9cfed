import { endClock } from '../clock/state.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { RoutedReferral } from '../referral/referral.ts';
import type { Task } from '../task/task.ts';
import { stepEvent } from '../task/transition.ts';
import type { Join } from './joining.ts';

interface Confirmed extends Pick<Join, 'asked' | 'by' | 'at' | 'ids'> {
  readonly same?: Join['same'];
  readonly covers?: Join['covers'];
  /** It was found that they are two children: whoever was asked to lead both need not answer. */
  readonly parted?: boolean;
}

/**
 * Completes the questions that an answer settles: when every referral the lead was asked about has
 * one. The same pair is not asked about again.
 */
export function confirmed(call: Confirmed): Decision {
  const { covers, asked, parted } = call;
  if (parted) return ended(call, { status: 'completed', outcome: 'not-same-child' });
  if (!covers) return { kept: [], events: [] };
  const { referral } = covers.of;
  const compared = [...new Set([...(referral.compared ?? []), ...covers.referrals])];
  const noted: RoutedReferral = { ...referral, version: referral.version + 1, compared };
  const open = referral.earlier?.some((id) => !compared.includes(id)) ?? false;
  if (open || asked.length === 0) return { kept: [noted], events: [] };
  const outcome = call.same === 'yes' ? 'same-child' : 'not-same-child';
  const done = ended(call, { status: 'completed', outcome });
  return { kept: [noted, ...done.kept], events: done.events };
}

function ended({ asked, by, at, ids }: Confirmed, how: Pick<Task, 'status' | 'outcome'>): Decision {
  const tasks = asked.map(
    ({ task }): Task => ({ ...task, ...how, version: task.version + 1, deadline: undefined }),
  );
  const clocks = asked.flatMap((one) =>
    one.clocks.filter(({ endedAt }) => !endedAt).map((clock) => endClock(clock, at)),
  );
  const kept: Kept[] = [...tasks, ...clocks];
  const event = (task: Task) => stepEvent(task, { by, lead: undefined, at, event: ids.event() });
  return { kept, events: tasks.map(event) };
}
