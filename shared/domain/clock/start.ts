import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../policy/edition.ts';
import { text } from '../time.ts';
import { type ComputedClock, computeClock, type NotAfter } from './compute.ts';
import type { ClockName } from './definition.ts';
import { pauseOf } from './pause.ts';
import type { Clock, ClockPoint } from './state.ts';

interface Start
  extends Pick<Clock, 'subject' | 'holder' | 'file' | 'referral' | 'case' | 'urgency'> {
  readonly name: ClockName;
  /** Set where the subject has several clocks of this name. */
  readonly numbered?: string;
  readonly startedAt: string;
  readonly taskKind?: string;
  /** What ends it earlier than its length, such as the child leaving the school. */
  readonly notAfter?: readonly NotAfter[];
}

/** Starts a clock by the pack's definition: its deadline, its rungs and why are fixed here. */
export function startClock(start: Start, edition: Edition): Clock {
  const { name, numbered, startedAt, taskKind, notAfter, ...rest } = start;
  const definition = edition.clock(name, start.urgency, taskKind);
  const from = Temporal.Instant.from(startedAt);
  const computed = computeClock(definition, from, edition.calendar, notAfter);
  const dueAt = text(computed.dueAt);
  const [first, ...further] = computed.ladder;
  const climbing: ClockPoint[] = [
    { at: text(computed.warnAt), what: 'warn', role: 'holder', by: 'feed' },
    // A first rung at the deadline itself is who hears of the deadline.
    first && text(first.at) === dueAt
      ? { at: dueAt, what: 'due', role: first.role, by: first.by }
      : { at: dueAt, what: 'due', role: 'holder', by: 'feed' },
    ...(first && text(first.at) !== dueAt ? [first, ...further] : further).map(
      ({ role, by, at }): ClockPoint => ({ at: text(at), what: 'escalate', role, by }),
    ),
  ];
  return {
    ...rest,
    what: 'clock',
    name: numbered ? `${name}-${numbered}` : name,
    version: 1,
    startedAt,
    dueAt,
    guardsChild: definition.guardsChild,
    points: withReach(climbing, computed.reach),
    announce: definition.announce,
    fired: 0,
    steps: [...computed.steps],
    pause: pauseOf(start, definition, edition.calendar),
    policy: edition.reference,
  };
}

/** All in the order of time; the warning, the deadline and the rungs stay as they are. */
function withReach(climbing: readonly ClockPoint[], reach: ComputedClock['reach']): ClockPoint[] {
  if (!reach) return [...climbing];
  const { at, by } = reach;
  const point: ClockPoint = { at: text(at), what: 'reach', role: 'holder-duty', by };
  const place = climbing.findIndex((next) => next.at > point.at);
  return climbing.toSpliced(place, 0, point);
}
