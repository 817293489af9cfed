import { StoredClock } from '../../../shared/store/clock-item.ts';
import { of, type Scene } from './scene.ts';

/** What must hold once time has passed and nobody has done anything more. */
export function unfinished(scene: Scene): string[] {
  return [...of(scene, 'task').flatMap((task) => unreached(scene, String(task.id)))];
}

/** Every urgent task reached a person by name, or the last rung of its ladder. */
function unreached(scene: Scene, id: string): string[] {
  const task = of(scene, 'task').find((one) => one.id === id);
  if (task?.urgency !== 'urgent' || task.status === 'cancelled' || task.replacedBy) return [];
  const received = of(scene, 'clock').find(({ pk, name }) => pk === task.pk && name === 'received');
  if (!received || received.endedAt) return [];
  const { points, fired } = StoredClock.parse(received);
  const last = points[fired - 1]?.role;
  return last === 'national-duty' ? [] : [`${id}: nobody received it, and ${last} was called last`];
}
