/**
 * What is asked when a time is sought, and what is answered. Everything is counted in cells:
 * quarter-hours since the epoch (epoch seconds / 900), so no zone and no odd day needs a special
 * case. Whoever asks has turned hours, school, leave and holidays into masks before.
 */

/** The cells that are looked at: `from` is the first of them. */
export interface Horizon {
  readonly from: number;
  readonly cells: number;
}

/** Bit i stands for cell `horizon.from + i` and is set when that cell is free. Bits past the end are 0. */
export type Mask = Uint32Array;

/** Cells counted from the start of the visit; before it (arrival, a drive) they are negative. */
export interface Window {
  readonly offset: number;
  readonly cells: number;
}

/** Absolute cells; the end does not belong to it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A civil day of the pack's zone. */
export interface LocalDay extends Span {
  readonly date: string;
}

/** Somebody or something that may fill a role, in one way. */
export interface Candidate {
  /** One id is one person or thing: it fills one role of the visit, whatever else it may fill. */
  readonly id: string;
  /** When it is free, its own buffers already taken off. */
  readonly free: Mask;
  /** How much of its time is taken, 0 to 1. */
  readonly load: number;
  /** From elsewhere: cells on the road before its first window and after its last. */
  readonly travel?: { readonly before: number; readonly after: number; readonly minutes: number };
  /** The child knows this person. */
  readonly known?: boolean;
  /** Of second rank: asked only where the question allows stand-ins. */
  readonly standIn?: boolean;
  /** Takes part by video. The same id may stand there once more, in person and with travel. */
  readonly video?: boolean;
}

/** A person, room, recorder or vehicle that the visit needs; the SAME one in all windows. */
export interface Role {
  readonly role: string;
  /** At least one. They do not overlap, and stand in their order. */
  readonly windows: readonly Window[];
  /** How many different ones it takes: two recorders. */
  readonly count: number;
  /** Without it there is no visit. An optional role is filled when it can be, and scored when not. */
  readonly required: boolean;
  readonly candidates: readonly Candidate[];
}

/** All cells of the window must be free in the mask: the child's own times, the day, a zone. */
export interface Rule {
  /** Named among the blockers: `school`, `separation.waiting`. */
  readonly code: string;
  readonly window: Window;
  readonly free: Mask;
}

/** Whoever fills the one role must go with whoever fills the other: a room that looks into another. */
export interface Pair {
  readonly roles: readonly [string, string];
  /** Ids that go together, in the order of the roles. */
  readonly together: readonly (readonly [string, string])[];
}

/** A time that is better, though others will do: the whole window as wished. */
export interface TimeWish {
  readonly code: string;
  readonly weight: number;
  readonly window: Window;
  /** Bit set: as wished. */
  readonly wished: Mask;
}

/** What the terms of the score weigh; a term without weight does not count. */
export interface Weights {
  /** A start at once against one at the last moment. */
  readonly soon?: number;
  /** For each role filled by somebody the child knows. */
  readonly 'known-worker'?: number;
  /** Full diaries against empty ones, mean of all who have a part. */
  readonly load?: number;
  /** For each hour on the road, mean of all who have a part. */
  readonly travel?: number;
  /** For each optional role that stays empty, each stand-in, each who is there by video only. */
  readonly 'without-role'?: number;
  readonly 'stand-in'?: number;
  readonly video?: number;
}

/** Which candidates may be taken beside those of first rank in person. */
export interface Allowed {
  readonly standIns: boolean;
  readonly video: boolean;
}

export interface Question {
  readonly horizon: Horizon;
  /** The civil days of the horizon, for what is told by date. */
  readonly days: readonly LocalDay[];
  /** First and last cell at which the visit may start: the notice and the deadline. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly roles: readonly Role[];
  readonly rules: readonly Rule[];
  readonly pairs: readonly Pair[];
  readonly wishes: readonly TimeWish[];
  readonly weights: Weights;
  readonly allowed: Allowed;
  /** How many times are proposed, and of them at most so many on one day. */
  readonly limit: number;
  readonly mostPerDay?: number;
}

/** One term of a score: what it counts, and what it adds or takes away. */
export interface Term {
  readonly code: string;
  readonly points: number;
  /** What was counted, in the term's own unit: hours on the road, share of a diary, cells of delay. */
  readonly of: number;
  readonly role?: string;
  readonly id?: string;
}

/** Who fills a role at the start found, and what it takes of their time. */
export interface Filling {
  readonly role: string;
  readonly id: string;
  readonly standIn: boolean;
  readonly video: boolean;
  /** Absolute cells, with the road: what a booking claims. Touching windows are one span. */
  readonly taken: readonly Span[];
  /** On the road there and back. */
  readonly legs?: { readonly there: Span; readonly back: Span };
}

/** A time that was found. */
export interface Slot {
  readonly start: number;
  readonly fillings: readonly Filling[];
  /** Optional roles that stay empty. */
  readonly empty: readonly string[];
  /** Higher is better; the sum of its terms. */
  readonly score: number;
  readonly why: readonly Term[];
}

/** Civil days, both included, and how many starts lie on them. */
export interface Dates {
  readonly from: string;
  readonly to: string;
  readonly starts: number;
}

/** Starts that there would be, in cells and by date. */
export interface Starts {
  readonly count: number;
  /** The first of them; absent when there is none. */
  readonly first?: number;
  readonly dates: readonly Dates[];
}

/**
 * The least that would have to give way: roles and rules by their code, `notice`, `deadline`. Of
 * several there is none that could be left out.
 */
export interface Blocker {
  readonly codes: readonly string[];
  /** The times that these alone prevent. */
  readonly prevents: Starts;
  /** What there would be if these roles took stand-ins, or video; absent when they do already. */
  readonly withStandIns?: Starts;
  readonly withVideo?: Starts;
}

/** Nothing is free, and why. */
export interface Blocked {
  readonly blockers: readonly Blocker[];
  /** The same question with other candidates allowed for all roles, where that gives a time. */
  readonly otherwise: readonly { readonly allowed: Allowed; readonly starts: Starts }[];
}

export type Answer =
  | { readonly found: true; readonly slots: readonly Slot[]; readonly starts: Starts }
  | ({ readonly found: false } & Blocked);
