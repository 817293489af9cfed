import { explain } from '../clock/explain.ts';
import type { Clock } from '../clock/state.ts';
import type { Lang } from '../labels.ts';

const stateOf = ({ endedAt, points, fired }: Clock): 'running' | 'warned' | 'overdue' | 'ended' => {
  if (endedAt) return 'ended';
  const last = points[fired - 1];
  if (!last) return 'running';
  return last.what === 'warn' ? 'warned' : 'overdue';
};

/** A clock with the reasons for its deadline, in words. */
export const clockView = (clock: Clock, lang: Lang) => ({
  name: clock.name,
  subject: clock.subject.id,
  holder: clock.holder,
  startedAt: clock.startedAt,
  dueAt: clock.dueAt,
  state: stateOf(clock),
  endedAt: clock.endedAt,
  guardsChild: clock.guardsChild,
  points: clock.points,
  because: explain(clock.steps, lang),
});
