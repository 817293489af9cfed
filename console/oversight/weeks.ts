const DAY_MS = 86_400_000;
const WEEK = 7;

/** The Mondays of this week and of those before it, the latest first, as days: `2026-11-16`. */
export function mondaysUntil(today: string, count: number): string[] {
  const day = new Date(`${today}T00:00:00Z`);
  // Sunday is 0 for the browser, and the last day of the week here.
  const since = (day.getUTCDay() + WEEK - 1) % WEEK;
  const monday = day.getTime() - since * DAY_MS;
  return Array.from({ length: count }, (_, weeks) =>
    new Date(monday - weeks * WEEK * DAY_MS).toISOString().slice(0, 'yyyy-mm-dd'.length),
  );
}

/** The last day of a week that begins on this Monday. */
export const sundayAfter = (monday: string): string =>
  new Date(Date.parse(`${monday}T00:00:00Z`) + (WEEK - 1) * DAY_MS)
    .toISOString()
    .slice(0, 'yyyy-mm-dd'.length);
