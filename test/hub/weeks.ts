import type { World } from './world.ts';

/** By Greenwich: on Sunday at eight in the evening Monday begins in Georgia. */
const [SUNDAY, FROM, TO] = [0, 17, 20];

/** Moves on past the beginning of a week where it is near: what came must not lie in two. */
export async function wellWithinAWeek(world: World): Promise<void> {
  const now = new Date(world.now());
  const hour = now.getUTCHours();
  if (now.getUTCDay() === SUNDAY && hour >= FROM && hour < TO) await world.advance('PT4H');
}
