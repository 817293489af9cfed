import type { Task } from '../task/task.ts';
import type { FourTrack, Standing } from './tracks.ts';
import type { Waiver } from './waiver.ts';

/** Confirmed by a second person, nothing was reported since, and no task came that it does not cover. */
export const holds = (waiver: Waiver, standing: Standing): boolean => {
  const { waives } = waiver;
  return waives.kind === 'track'
    ? trackIsWaived(waives.track, [waiver], standing)
    : stands(waiver, standing);
};

const stands = ({ confirmed }: Waiver, { reports }: Standing): boolean =>
  confirmed !== undefined && reports.length <= confirmed.reports;

/** Whether a track need not be done: not when a task came onto it after the second person looked. */
export const trackIsWaived = (
  track: FourTrack,
  waivers: readonly Waiver[],
  standing: Standing,
): boolean =>
  waivers.some(
    (waiver) =>
      stands(waiver, standing) &&
      waiver.waives.kind === 'track' &&
      waiver.waives.track === track &&
      standing.tasks
        .filter((task) => task.track === track)
        .every(({ id }) => waiver.confirmed?.tasks.includes(id)),
  );

/** Whether the gap a task left need not be filled. */
export const taskIsWaived = (
  { id, track }: Task,
  waivers: readonly Waiver[],
  standing: Standing,
): boolean =>
  waivers.some((waiver) => {
    const { waives } = waiver;
    return waives.kind === 'task' && waives.task === id && stands(waiver, standing);
  }) ||
  (track !== 'support' && trackIsWaived(track, waivers, standing));
