import type { Row } from '../raw-table.ts';
import { of, type Scene } from './scene.ts';

const SAFETY = ['received', 'decide', 'act', 'finish', 'safety-decision', 'child-seen', 'routing'];

/** What was seen of a clock that guards a child; it may end, but not be put off. */
export class Watch {
  private readonly due = new Map<string, string>();

  /** What is wrong now that must never be; looked at after every command. */
  breaches(scene: Scene): string[] {
    return [
      ...of(scene, 'clock').flatMap((clock) => this.putOff(clock)),
      ...of(scene, 'clock')
        .filter(paused)
        .map(({ pk, sk }) => `${pk} ${sk} was paused`),
      ...of(scene, 'task').flatMap((task) => laterThanBefore(scene, task)),
      ...of(scene, 'case').flatMap((opened) => closedUnseen(scene, opened)),
      ...of(scene, 'referral').flatMap((referral) => closedUnheard(scene, referral)),
    ];
  }

  private putOff(clock: Row): string[] {
    if (!clock.guardsChild || !SAFETY.includes(String(clock.name))) return [];
    const key = `${clock.pk} ${clock.sk} ${clock.startedAt}`;
    const before = this.due.get(key);
    const dueAt = String(clock.dueAt);
    this.due.set(key, dueAt);
    return before && dueAt > before ? [`${key} moved from ${before} to ${dueAt}`] : [];
  }
}

const paused = ({ guardsChild, pausedSince }: Row): boolean =>
  guardsChild === true && pausedSince !== undefined;

const clocksOf = (scene: Scene, pk: string) =>
  of(scene, 'clock').filter((clock) => clock.pk === pk);

/** An offer to another agency brings no time: its clocks end no later than those it took over. */
function laterThanBefore(scene: Scene, task: Row): string[] {
  if (!task.redirectedFrom) return [];
  const before = clocksOf(scene, `TASK#${task.redirectedFrom}`);
  return clocksOf(scene, task.pk).flatMap(({ name, dueAt, guardsChild }) => {
    const earlier = before.find((clock) => clock.name === name);
    const later = guardsChild && earlier && String(dueAt) > String(earlier.dueAt);
    return later ? [`${task.pk} got time for ${name} by being offered`] : [];
  });
}

/** No path closes a case with a child that nobody has seen. */
function closedUnseen(scene: Scene, opened: Row): string[] {
  if (opened.status !== 'closed') return [];
  // Cases of one child that were joined have one safety.
  const same = [
    opened.id,
    opened.joinedTo,
    ...of(scene, 'case').map(({ id, joinedTo }) => (joinedTo === opened.id ? id : undefined)),
  ];
  const seen = of(scene, 'safety-decision').some(
    ({ pk, result }) => result === 'seen' && same.some((id) => id && pk === `CASE#${id}`),
  );
  return seen ? [] : [`${opened.pk} is closed and the child was not seen`];
}

/** No referral is closed whose referrer neither heard nor is excepted by code. */
function closedUnheard(scene: Scene, referral: Row): string[] {
  if (referral.status !== 'closed') return [];
  const own = scene.rows.filter(({ pk }) => pk === referral.pk);
  const heard = own.some(({ what, stage }) => what === 'feedback' && stage === 'outcome');
  const excepted = own.some(({ what }) => what === 'feedback-exception');
  return heard || excepted ? [] : [`${referral.pk} is closed and its referrer heard nothing`];
}
