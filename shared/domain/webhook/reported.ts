import { released } from './admission.ts';
import { type Attempt, isDelivered } from './delivery.ts';
import type { Limits } from './endpoint.ts';
import { failed, warningDue, wornOut } from './failing.ts';
import { begunAnew, type Health, lookedAt } from './health.ts';
import {
  OPEN_AT,
  OPEN_FROM,
  RECENT_MOST,
  RECENT_MS,
  REST_MOST_MS,
  type Warning,
} from './patience.ts';
import { pauseAfter } from './schedule.ts';

export interface Report {
  /** Milliseconds since the epoch, when the attempt had ended. */
  readonly at: number;
  readonly token: string;
  readonly attempt: Attempt;
  /** Seconds it asked to be left alone. */
  readonly retryAfter: number;
  readonly limits: Limits;
  /** In [0, 1). */
  readonly random: number;
  /** What it was about is urgent. */
  readonly urgent: boolean;
}

/** What others have to be told of it. */
export type News =
  | { readonly what: 'opened' | 'recovered' | 'worn-out' }
  | { readonly what: 'failing'; readonly warning: Warning; readonly since: number };

export interface Reported {
  readonly health: Health;
  readonly news: readonly News[];
}

/** Too much at once, or no answer in time: the endpoint is slowed, and not only this piece of work. */
const TOO_MUCH = [429, 502, 503, 504];
const isTooMuch = ({ status, error }: Attempt): boolean =>
  status === undefined ? error === 'timed-out' : TOO_MUCH.includes(status);

/** How an endpoint fares after an attempt at it. */
export function reported(health: Health, report: Report): Reported {
  const { token, at, attempt } = report;
  const isProbe = health.breaker.state === 'open' && health.breaker.probe === token;
  const ok = isDelivered(attempt);
  const free = released(health, token, at);
  const recent = [...free.recent.filter((one) => at - one.at < RECENT_MS), { at, ok }];
  const counted = { ...free, recent: recent.slice(-RECENT_MOST) };
  const after = ok ? answered(counted, report) : unanswered(counted, report, isProbe);
  return { ...after, health: lookedAt(after.health, at) };
}

function answered({ failing, ...health }: Health, { limits }: Report): Reported {
  const news = failing && failing.told.length > 0 ? [{ what: 'recovered' as const }] : [];
  const calm = { ...health, tooMuch: 0, restsUntil: 0 };
  if (health.breaker.state === 'open') {
    const breaker = { state: 'recovering' as const, probes: health.breaker.probes };
    return { health: { ...calm, breaker, width: 1, good: 0, recent: [] }, news };
  }
  return { health: wider(calm, limits), news };
}

/** Twice as many at once, each time as many have been taken as were allowed. */
function wider(health: Health, { atOnce }: Limits): Health {
  const good = health.good + 1;
  const more = good >= health.width;
  const width = more ? Math.min(health.width * 2, atOnce) : health.width;
  const breaker = width >= atOnce ? { state: 'closed' as const } : nearerBy(health.breaker);
  return { ...health, breaker, width, good: more ? 0 : good };
}

/** One that answers now and then is not put off for as long as one that never does. */
function nearerBy(breaker: Health['breaker']): Health['breaker'] {
  if (breaker.state !== 'recovering') return breaker;
  return { ...breaker, probes: Math.max(0, breaker.probes - 1) };
}

function unanswered(health: Health, report: Report, isProbe: boolean): Reported {
  const { at, attempt, urgent } = report;
  const failing = failed(health.failing, at);
  const warning = warningDue(failing, at, urgent);
  const told = warning ? [...failing.told, { what: warning, at }] : failing.told;
  const slowed = isTooMuch(attempt) ? resting(health, report) : health;
  if (wornOut(failing, at)) return { health: begunAnew(slowed), news: [{ what: 'worn-out' }] };
  const next = broken({ ...slowed, failing: { ...failing, told } }, report, isProbe);
  const said: News[] = warning ? [{ what: 'failing', warning, since: failing.since }] : [];
  return { health: next.health, news: [...next.news, ...said] };
}

/** Half as many at once, and a rest: as long as it asks for, else a second, two, four. */
function resting(health: Health, { at, retryAfter }: Report): Health {
  const tooMuch = health.tooMuch + 1;
  const rest = Math.min(1000 * 2 ** (tooMuch - 1), REST_MOST_MS);
  const restsUntil = Math.max(health.restsUntil, at + Math.max(rest, retryAfter * 1000));
  const width = Math.max(1, Math.floor(health.width / 2));
  return { ...health, tooMuch: Math.min(tooMuch, 10), restsUntil, width, good: 0 };
}

/** Opens it, keeps it open a step longer, or leaves it as it is. */
function broken(health: Health, report: Report, isProbe: boolean): Reported {
  const { breaker, recent } = health;
  const { attempt } = report;
  if (breaker.state === 'open') {
    // News tried before its time leaves the schedule as it is.
    const isDue = isProbe && breaker.lastProbe >= breaker.nextProbe;
    return { health: isDue ? opened(health, breaker.probes + 1, report) : health, news: [] };
  }
  const isDown = attempt.status === undefined || isTooMuch(attempt);
  if (breaker.state === 'recovering' && isDown) {
    return { health: opened(health, breaker.probes + 1, report), news: [] };
  }
  const bad = recent.filter(({ ok }) => !ok).length;
  if (recent.length < OPEN_FROM || bad < recent.length * OPEN_AT) return { health, news: [] };
  return { health: opened(health, 0, report), news: [{ what: 'opened' }] };
}

function opened(health: Health, probes: number, { at, random, retryAfter }: Report): Health {
  const nextProbe = at + Math.ceil(pauseAfter(probes + 1, { random, retryAfter }) * 1000);
  const breaker = { state: 'open' as const, probes, lastProbe: at, nextProbe };
  // The schedule takes the place of a rest, but for one that was asked for.
  const restsUntil = health.restsUntil - at > REST_MOST_MS ? health.restsUntil : 0;
  return { ...health, breaker, restsUntil, width: 1, good: 0, recent: [] };
}
