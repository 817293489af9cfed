import { clockNameOf } from '../clock/definition.ts';
import { explain } from '../clock/explain.ts';
import type { Clock } from '../clock/state.ts';
import type { Lang } from '../labels.ts';
import { type Read, shownHolder } from './mask.ts';

type State = 'running' | 'warned' | 'overdue' | 'paused' | 'ended';

const stateOf = ({ endedAt, pause, points, fired }: Clock): State => {
  if (endedAt) return 'ended';
  if (pause?.since) return 'paused';
  const last = points.slice(0, fired).findLast(({ what }) => what !== 'reach');
  if (!last) return 'running';
  return last.what === 'warn' ? 'warned' : 'overdue';
};

/** A clock with the reasons for its deadline, in words. */
export const clockView = (clock: Clock, lang: Lang, reader: Read) => ({
  name: clockNameOf(clock.name),
  number: clock.name.slice(clockNameOf(clock.name).length + 1) || undefined,
  subject: clock.subject.id,
  holder: shownHolder(clock, reader),
  startedAt: clock.startedAt,
  dueAt: clock.dueAt,
  state: stateOf(clock),
  endedAt: clock.endedAt,
  guardsChild: clock.guardsChild,
  points: clock.points,
  pausedSince: clock.endedAt ? undefined : clock.pause?.since,
  pausedUntil: clock.endedAt ? undefined : clock.pause?.until,
  because: explain(clock.steps, lang),
});
