import type * as z from 'zod';
import { ProblemError } from '../../shared/contract/client.ts';
import type * as referrals from '../../shared/contract/referrals.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import type { Desk, Receipt, ReferralView } from '../stage/desk.ts';
import type { Stage } from '../stage/stage.ts';
import { must, until } from '../stage/until.ts';
import * as say from './referral-words.ts';

type Routing = z.output<(typeof referrals.explainRouting.answers)[200]>;
export type RoutedTask = Routing['tasks'][number];

/** A referral after the hub has handed it to the agencies. */
export interface Routed {
  readonly id: ReferralId;
  readonly receiptNumber: string;
  readonly routing: Routing;
  readonly view: ReferralView;
  /** The one task of this kind. */
  task(kind: string): RoutedTask;
}

/** What happens to every referral, told step by step. */
export function referralAt(stage: Stage) {
  const { desk, tale, label, localTime } = stage;

  /** The routing, once it is there; nobody but the hub does anything for it. */
  const routed = (referrer: Desk, { id, receiptNumber }: Receipt) =>
    tale.step('Ertad', say.hubRoutes, async () => {
      const routing = await until('the referral is routed', () => routingOf(referrer, id));
      const view = await referrer.referral(id);
      must(view.status.code === 'routed', `the referral is ${view.status.code}`);
      const tasks = routing.tasks.map((task) => ({
        agency: stage.nameOf(task.agency),
        kind: task.kind.label,
        urgency: label('urgencies', task.urgency),
        deadline: task.deadline ? localTime(task.deadline) : '',
        why: task.why[stage.lang],
        rule: task.rule,
      }));
      const task = (kind: string) => only(routing.tasks, kind);
      return { id, receiptNumber, routing, view, task, tasks };
    });

  return {
    async submitted(
      agency: string,
      who: string,
      submission: Parameters<Desk['submit']>[0],
    ): Promise<Routed> {
      const receipt = await tale.step(agency, say.refers, async () => ({
        ...(await desk(agency).submit(submission)),
        who,
      }));
      return routed(desk(agency), receipt);
    },

    answers: (agency: string, { id }: Routed, code: string, message: string) =>
      tale.step(agency, say.answers, () => desk(agency).answer(id, code, message)),

    acknowledges: (agency: string, { id }: Routed, number: number) =>
      tale.step(agency, say.acknowledges, () => desk(agency).acknowledge(id, number)),

    closes: (agency: string, { id }: Routed, reason: string) =>
      tale.step(agency, say.closes, async () => {
        const closed = await desk(agency).close(id, reason);
        return { reason: label('closureReasons', reason), receipt: closed.receiptNumber };
      }),
  };
}

async function routingOf(referrer: Desk, id: ReferralId): Promise<Routing | undefined> {
  try {
    return await referrer.routing(id);
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-routed-yet') return undefined;
    throw error;
  }
}

function only(tasks: readonly RoutedTask[], kind: string): RoutedTask {
  const [found, ...others] = tasks.filter((task) => task.kind.code === kind);
  must(found !== undefined && others.length === 0, `not one task ${kind}`);
  return found;
}
