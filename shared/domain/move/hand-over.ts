import type { Case } from '../case/case.ts';
import { type Clock, endClock } from '../clock/state.ts';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { Refusal } from '../refusal.ts';
import type { Sealed } from '../sealed.ts';
import { hasEnded, isTakenOn, type Task } from '../task/task.ts';
import type { Move } from './move.ts';

interface HandOver {
  readonly case: Case;
  readonly move: Move;
  /** All tasks of the case. */
  readonly tasks: readonly Task[];
  /** The clocks of the work of taking over. */
  readonly clocks: readonly Clock[];
  /** When the two units talked. */
  readonly talkedAt: string;
  readonly by: { readonly sub: string; readonly agency: AgencyId };
  readonly at: string;
  readonly sealed: Sealed;
  readonly newEvent: () => EventId;
}

/** Where the work of taking over is now: with the unit asked first, or whoever took it from there. */
export function takingOver(move: Move, tasks: readonly Task[]): Task | undefined {
  let found = tasks.find(({ id }) => id === move.task);
  while (found?.replacedBy) {
    const next = found.replacedBy;
    found = tasks.find(({ id }) => id === next);
  }
  return found;
}

/** The units have talked: what the former one knew is with the new one, which alone sees the case now. */
export function handOver(call: HandOver): Decision {
  const { case: opened, move, tasks, clocks, talkedAt, by, at, sealed, newEvent } = call;
  if (move.handedOverAt) throw new Refusal('already-handed-over');
  const task = takingOver(move, tasks);
  if (!task || !isTakenOn(task) || hasEnded(task) || opened.lead !== task.agency) {
    throw new Refusal('not-taken-over-yet');
  }
  const talked: Move = { ...move, version: move.version + 1, handedOverAt: talkedAt, sealed };
  const counted: Case = { ...opened, version: opened.version + 1 };
  const done: Task = {
    ...task,
    ...{ version: task.version + 1, status: 'completed', outcome: 'handed-over' },
    deadline: undefined,
  };
  const common = {
    ...{ at, by: { sub: by.sub, agency: by.agency }, file: opened.file },
    ...{ referral: opened.referral, case: opened.id },
  };
  const others = (agencies: readonly AgencyId[]) =>
    [...new Set(agencies)].filter((agency) => agency !== by.agency);
  const events: JournalEvent[] = [
    {
      ...common,
      ...{ id: newEvent(), type: 'case.handed-over', version: counted.version },
      subject: { kind: 'case', id: opened.id },
      to: others([move.from, task.agency]),
      codes: { number: String(move.number) },
    },
    {
      ...common,
      ...{ id: newEvent(), type: 'task.completed', version: done.version },
      subject: { kind: 'task', id: task.id },
      to: others([task.agency]),
      codes: { kind: task.kind, status: done.status },
    },
  ];
  const ended = clocks.filter(({ endedAt }) => !endedAt).map((clock) => endClock(clock, at));
  return { kept: [talked, counted, done, ...ended], events };
}
