import { type Finding, judged, type Words } from '../verdict.ts';
import type { Heard, Step } from './mini-hub.ts';

/** How long the kit waits, in milliseconds, and what it asks to wait, in seconds. */
export interface SenderPace {
  /** For what has to come. */
  readonly patience: number;
  /** After the program has ended, for what must not come. */
  readonly quiet: number;
  readonly retryAfter: number;
}
export const SENDER_PACE: SenderPace = { patience: 90_000, quiet: 3_000, retryAfter: 3 };

/** One thing the hub may do to a sender. Its words are in words/sender.json. */
export interface Case {
  readonly id: string;
  readonly level: 'must' | 'should';
  step(nth: number, pace: SenderPace, url: string): Step;
  /** How many requests end the waiting: those that have to come, or one too many. */
  readonly enough: number;
  judge(heard: readonly Heard[], pace: SenderPace): Finding;
}

/** Somebody may try once or twice more; then it has to tell a person. */
const TRIES_MOST = 3;
/** Timers fire a little early. */
const EARLY_MS = 50;

/** Where a redirect leads. */
export const ELSEWHERE = '/elsewhere';

const OK: Step = { status: 200 };
const first =
  (step: Step) =>
  (nth: number): Step =>
    nth === 1 ? step : OK;

/** How often it came, and after which pauses. */
export function toldHeard(heard: readonly Heard[]): Words {
  const from = heard[0]?.at ?? 0;
  const times = heard.map(({ at }) => ((at - from) / 1000).toFixed(1)).join(', ');
  return heard.length === 0
    ? { ka: 'არაფერი მოვიდა', en: 'nothing came' }
    : {
        ka: `${heard.length} მოთხოვნა: ${times} წმ`,
        en: `${heard.length} requests: at ${times} s`,
      };
}

const comesAgain = (heard: readonly Heard[]): Finding =>
  judged(heard.length >= 2, toldHeard(heard));
const comesOnce = (heard: readonly Heard[]): Finding =>
  judged(heard.length === 1, toldHeard(heard));
const givesUp = (heard: readonly Heard[]): Finding =>
  judged(heard.length >= 1 && heard.length <= TRIES_MOST, toldHeard(heard));

const retried = (id: string, step: Step): Case => ({
  id,
  level: 'must',
  step: first(step),
  enough: 2,
  judge: comesAgain,
});
const final = (id: string, status: number, judge: Case['judge'], enough: number): Case => ({
  id,
  level: 'must',
  step: () => ({ status }),
  enough,
  judge,
});

export const cases: readonly Case[] = [
  { id: 'send.accepted', level: 'must', step: () => OK, enough: 2, judge: comesOnce },
  retried('send.busy', { status: 503 }),
  {
    id: 'send.retry-after',
    level: 'must',
    step: (nth, { retryAfter }) =>
      nth === 1 ? { status: 429, headers: { 'retry-after': String(retryAfter) } } : OK,
    enough: 2,
    judge: (heard, { retryAfter }) => {
      const [one, two] = heard;
      const waited = one && two ? two.at - one.at : 0;
      return judged(waited >= retryAfter * 1000 - EARLY_MS, toldHeard(heard));
    },
  },
  retried('send.cut', 'cut'),
  retried('send.no-answer', 'silence'),
  final('send.moved', 412, comesOnce, 2),
  final('send.conflict', 409, comesOnce, 2),
  final('send.unauthorised', 401, givesUp, TRIES_MOST + 1),
  final('send.unprocessable', 422, givesUp, TRIES_MOST + 1),
  {
    id: 'send.redirect',
    level: 'should',
    step: (nth, _pace, url) =>
      nth === 1 ? { status: 307, headers: { location: `${url}${ELSEWHERE}` } } : OK,
    enough: TRIES_MOST + 1,
    judge: (heard) =>
      judged(
        heard.every(({ path }) => path !== ELSEWHERE),
        toldHeard(heard),
      ),
  },
];
