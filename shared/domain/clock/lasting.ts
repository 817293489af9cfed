import { isOfRecall } from '../recall/clock.ts';
import { clockNameOf } from './definition.ts';
import type { Clock } from './state.ts';

const LASTING: readonly string[] = ['break-glass-review', 'subject-access-agreed'];

/**
 * What is owed on account of the record itself and not of the work on it: closing, withdrawing and a
 * change of lead leave it as it is.
 */
export const outlastsWork = (clock: Pick<Clock, 'name'>): boolean =>
  isOfRecall(clock) || isOfDataProtection(clock);

/** Shown to nobody but the lead and whoever answers for it. */
export const isOfDataProtection = ({ name }: Pick<Clock, 'name'>): boolean =>
  LASTING.includes(clockNameOf(name));
