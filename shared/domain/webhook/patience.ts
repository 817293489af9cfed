/** How the hub bears with an endpoint that does not answer. All numbers of it, each with its reason. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Longer than any attempt takes (a name 5 s, an answer 15 s) and than the function lives that makes it (30 s). */
export const LEASE_MS = 35_000;

/** Whoever waits this long for an answer has company enough: nobody else is sent there meanwhile. */
export const STUCK_MS = 3_000;

/** A turn that comes within this time is waited for; what is later makes room for other endpoints. */
export const TURN_MOST_MS = 1_000;

/** Attempts that tell how an endpoint fares now: older ones, and more of them, tell of the past. */
export const RECENT_MS = 5 * MINUTE;
export const RECENT_MOST = 20;

/** Opens when half of at least five failed: one piece of work that it refuses must not close the rest. */
export const OPEN_FROM = 5;
export const OPEN_AT = 0.5;

/** News that nobody has tried yet may be the probe sooner than the schedule says, but not all of it. */
export const FRESH_PROBE_MS = 5 * MINUTE;

/** The longest rest after one answer that it is too much, where the endpoint does not say how long. */
export const REST_MOST_MS = 30_000;

/** How soon the minute looks again whether the backlog has gone. */
export const LOOK_AGAIN_MS = MINUTE;
/** A refusal counts as known this long: not every lane of hundreds writes it down again. */
export const REFUSED_AGAIN_MS = 30_000;

/**
 * When the owner is told by another way. Urgent work is due within hours, so after one; a weekend
 * begins with a day; and a day is left before the endpoint is switched off.
 */
export const WARNED_AFTER_MS = { urgent: HOUR, day: DAY, last: 4 * DAY } as const;
export type Warning = keyof typeof WARNED_AFTER_MS;

/**
 * Switched off for failing: longer than a weekend with a holiday at either end, after more attempts
 * than one webhook gets, on several days, and a day after the last warning.
 */
export const DISABLED = { afterMs: 5 * DAY, attempts: 20, days: 3, warnedMs: DAY } as const;
export const DAY_MS = DAY;
