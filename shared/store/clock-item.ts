import * as z from 'zod';
import { Clock } from '../domain/clock/state.ts';
import type { Item } from './write.ts';

/**
 * A clock as it stands in the table. What nobody looks for in there, its rungs and why it is due then,
 * stands as one text: a referral starts some twenty clocks in one transaction, and a text of that
 * length takes a third less to write than the lists and maps of which it tells.
 */
export const clockItem = ({ points, steps, policy, ...clock }: Clock): Item => ({
  ...clock,
  plan: JSON.stringify({ points, steps, policy }),
});

const Plan = z.record(z.string(), z.unknown());

/** Reads it back whole. */
export const StoredClock = z.preprocess((item) => {
  const { plan, ...clock } = z.looseObject({ plan: z.string() }).parse(item);
  return { ...clock, ...Plan.parse(JSON.parse(plan)) };
}, Clock);
