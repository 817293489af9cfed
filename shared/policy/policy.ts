import type { Temporal } from 'temporal-polyfill';
import type { Edition, Overrides } from './edition.ts';

export interface Policy {
  /** The edition in force at an instant; a decision uses `policy.at(event.at)`. */
  at(instant: Temporal.Instant, overrides?: Overrides): Edition;
}
