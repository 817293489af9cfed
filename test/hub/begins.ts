/**
 * Whatever day it is, the tests hold: `ERTAD_TEST_STARTS_AT=2026-12-31T13:50:00Z npm test` lets each
 * hub begin on New Year's Eve at ten to six. Only an instant still to come; a partner's system that
 * runs on the machine's own clock (systems.test.ts in the browser, partner-guide.test.ts) then refuses
 * what the hub sends, as from the future.
 */
const startsAt = process.env.ERTAD_TEST_STARTS_AT;

/** When a hub of the tests begins: now, unless told otherwise. */
export const begins = startsAt === undefined ? {} : { startsAt };
