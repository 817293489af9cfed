/**
 * Whatever day it is, the tests hold: `ERTAD_TEST_STARTS_AT=2026-12-31T13:50:00Z npm test` lets each
 * hub begin on New Year's Eve at ten to six. Only an instant still to come; a partner's system that
 * runs on the machine's own clock (systems.test.ts in the browser, partner-guide.test.ts) then refuses
 * what the hub sends, as from the future.
 */
const startsAt = process.env.ERTAD_TEST_STARTS_AT;

/**
 * Whoever of several is served first, the tests hold: with `ERTAD_TEST_JITTER_MS=400 npm test` each
 * call of a function begins up to so many milliseconds later, by chance.
 */
const jitterMs = process.env.ERTAD_TEST_JITTER_MS;

/** How the hubs of the tests stand in the world: now and at once, unless told otherwise. */
export const circumstances = {
  ...(startsAt !== undefined && { startsAt }),
  ...(jitterMs !== undefined && { jitterMs: Number(jitterMs) }),
};
