import type { Clock } from './state.ts';

/** What a child waits for first: that a person knows of it, sees it, and decides where it is safe. */
const AWAITED: readonly string[] = ['received', 'safety-decision', 'child-seen'];

/** A clock of a child for whom nobody has answered yet. */
export const isUnanswered = (clock: Clock): boolean =>
  clock.guardsChild &&
  clock.endedAt === undefined &&
  clock.case !== undefined &&
  AWAITED.includes(clock.name);
