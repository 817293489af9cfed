import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { AgencyId, EventId, TaskId } from '../ids.ts';
import type { Decision, Kept } from '../journal/decision.ts';
import type { Edition } from '../policy/edition.ts';
import { redirect } from '../task/redirect.ts';
import type { Task } from '../task/task.ts';
import { REPRESENTATIVE_WORK, representativeOrder } from './representatives.ts';

interface Refusing {
  /** The task after its rejection. */
  readonly task: Task;
  readonly clocks: readonly Clock[];
  /** All tasks of the case. */
  readonly tasks: readonly Task[];
  readonly case: Case;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly ids: { readonly task: TaskId; readonly event: EventId; readonly need: EventId };
}

/** The reason of a rejection that says the unit has nobody free. */
const NO_CAPACITY = 'no-capacity';

/**
 * A unit has no representative free: the next in the order is asked at once, by the same deadlines.
 * Nothing where the rejection is another one, or where all have been asked: then the desk decides.
 */
export function nextRepresentative(call: Refusing, edition: Edition): Decision | undefined {
  const { task, tasks, case: opened, ids } = call;
  const asksNext = task.kind === REPRESENTATIVE_WORK && task.status === 'rejected';
  if (!asksNext || task.reason !== NO_CAPACITY) return undefined;
  const had = tasks.filter(({ kind }) => kind === REPRESENTATIVE_WORK);
  const refused = [...had.map(({ agency }) => agency), ...(opened.excluded ?? [])];
  const [to] = representativeOrder(opened.municipality, edition, { refused });
  if (!to) return undefined;
  const events = [ids.need, ids.event] as const;
  const offer = redirect({
    ...call,
    to,
    reason: NO_CAPACITY,
    lead: opened.lead,
    ids: { task: ids.task, events },
  });
  // The rejected task is kept by its own step, which `withOffer` tells of the offer.
  const kept = offer.kept.filter((one) => !(one.what === 'task' && one.id === task.id));
  const counted: Case = { ...opened, version: opened.version + 1 };
  return { kept: [...kept, counted], events: offer.events.filter(({ id }) => id === ids.event) };
}

/** A step whose task was offered on in what follows knows to which. */
export function withOffer(step: Decision, following: Decision): Decision {
  const offers = following.kept.filter((kept): kept is Task => kept.what === 'task');
  const offered = (kept: Kept): Kept => {
    if (kept.what !== 'task') return kept;
    const offer = offers.find(({ redirectedFrom, version }) => {
      return redirectedFrom === kept.id && version === 1;
    });
    return offer ? { ...kept, offeredTo: offer.id } : kept;
  };
  return { ...step, kept: step.kept.map(offered) };
}
