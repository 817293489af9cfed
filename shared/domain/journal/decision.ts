import type { Booking } from '../booking/booking.ts';
import type { Case } from '../case/case.ts';
import type { Clock } from '../clock/state.ts';
import type { Interview } from '../interview/interview.ts';
import type { Part } from '../part.ts';
import type { Feedback, Referral } from '../referral/referral.ts';
import type { Resource } from '../resource/resource.ts';
import type { Routing } from '../routing/routing.ts';
import type { Task } from '../task/task.ts';
import type { JournalEvent } from './event.ts';

/** What the hub keeps, each as it is after the decision; its version says what it was before. */
export type Kept =
  | Referral
  | Case
  | Task
  | Feedback
  | Clock
  | Routing
  | Interview
  | Booking
  | Resource
  | Part;

/**
 * The whole of one decision: states and the events that say what happened. The store writes it in
 * one transaction, each state on condition that nobody has written a version since.
 */
export interface Decision {
  readonly kept: readonly Kept[];
  readonly events: readonly JournalEvent[];
}

/** Two parts of the same decision as one. */
export const join = (a: Decision, b: Decision): Decision => ({
  kept: [...a.kept, ...b.kept],
  events: [...a.events, ...b.events],
});
