import { Planner } from './planner.ts';
import type { Filling, Horizon, Question, Span, Window } from './question.ts';

/** A visit that waits for a time, among others that want the same people, rooms and zones. */
export interface Visit {
  readonly id: string;
  /** Children of one family: they may meet. All others never stand in one zone at the same time. */
  readonly party: string;
  readonly question: Question;
  /** When it is in which zone of the centre, with arrival and departure. */
  readonly zones: readonly { readonly zone: string; readonly window: Window }[];
}

export interface PlannedVisit {
  readonly id: string;
  readonly start: number;
  readonly fillings: readonly Filling[];
  readonly zones: readonly (Span & { readonly zone: string })[];
}

export interface Plan {
  readonly planned: readonly PlannedVisit[];
  /** Visits for which there is no time beside the others. */
  readonly waiting: readonly string[];
  /** Cells from the beginning of the horizon to their starts, of all together. */
  readonly delay: number;
}

/** How long a plan is bettered, and what chance does: both are arguments, so a plan can be repeated. */
export interface Effort {
  /** Asked before each attempt, with the number of those made. */
  readonly goOn: (attempts: number) => boolean;
  /** From 0 up to, and without, 1. */
  readonly random: () => number;
}

/** At least and at most so many visits are taken out and planned anew in one attempt. */
const [FEWEST, MOST] = [2, 5];
/** The share of the attempts that pull one visit forward; the others mix some of one time anew. */
const FORWARD = 0.8;

/**
 * Plans many visits over the same people, as early as can be. First those with the fewest options;
 * then again and again some are taken out, planned anew in another order, and whatever is not worse
 * stays: the greedy plan alone starts much later than it could.
 */
export function replan(horizon: Horizon, visits: readonly Visit[], effort: Effort): Plan {
  const planner = new Planner(horizon, visits);
  planner.planByFewestOptions();
  for (let attempts = 0; effort.goOn(attempts); attempts++) attempt(planner, effort.random);
  return planner.plan();
}

function attempt(planner: Planner, random: () => number): void {
  const size = FEWEST + Math.floor(random() * (MOST - FEWEST + 1));
  if (random() < FORWARD) planner.tryForward(planner.forward(size, random));
  else planner.tryAnew(shuffled(planner.neighbours(size, random), random));
}

/** In an order that chance decides. */
function shuffled<T>(of: readonly T[], random: () => number): readonly T[] {
  return of
    .map((each) => ({ each, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
