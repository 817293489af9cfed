import type { Interview } from './interview.ts';

/** It holds the guard: no other interview of the child in this episode may be opened. */
export const isActive = ({ status }: Pick<Interview, 'status'>): boolean =>
  status !== 'ended' && status !== 'cancelled' && status !== 'frozen';
