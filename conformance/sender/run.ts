import { setTimeout as pause } from 'node:timers/promises';
import type { Key } from '../keys.ts';
import { freshTask } from '../receiver/events.ts';
import { type Line, notRun } from '../verdict.ts';
import { type Case, cases, type SenderPace } from './cases.ts';
import type { Running } from './command.ts';
import { judgeAll, type Played } from './judge.ts';
import { type MiniHub, startMiniHub } from './mini-hub.ts';

export interface SenderTarget {
  /** Starts the partner's program with this environment. */
  readonly start: (env: Readonly<Record<string, string>>) => Running;
  readonly agency: string;
  readonly key: Key;
  readonly pace: SenderPace;
  /** How many cases are played at the same time: one, where the program keeps anything. */
  readonly atOnce?: number;
  /** Hears what the program wrote on its error output when a case was not passed. */
  readonly complain?: (id: string, said: string) => void;
}

const LOOK_EVERY = 50;
const VERSION = 3;
const TO = 'accepted';
const PERSON = 'Conformance Test';

/** Has a sender send one transition a case, and looks at how it takes the answers. */
export async function driveSender(
  target: SenderTarget,
  tell: (line: Line) => void = () => {},
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const played: Played[] = [];
  const [first, ...others] = cases;
  const done = (one: Case, { play, said }: Outcome) => {
    played.push(play);
    const line = { id: one.id, level: one.level, ...one.judge(play.heard, target.pace) };
    if (line.verdict === 'failed') target.complain?.(one.id, said);
    tell(line);
    lines.push(line);
  };
  if (first) done(first, await playOut(first, target));
  // What never sends is asked once only.
  const open = played[0] !== undefined && played[0].heard.length > 0;
  await several(open ? others : [], target.atOnce ?? 1, async (one) =>
    done(one, await playOut(one, target)),
  );
  const unplayed = open ? [] : others.map(({ id, level }) => ({ id, level, ...notRun }));
  const all = judgeAll(played);
  for (const line of [...unplayed, ...all]) tell(line);
  return [...lines, ...unplayed, ...all];
}

async function several<T>(all: readonly T[], most: number, run: (one: T) => Promise<void>) {
  const waiting = [...all];
  const next = async (): Promise<void> => {
    const one = waiting.shift();
    if (one === undefined) return;
    await run(one);
    await next();
  };
  await Promise.all(Array.from({ length: Math.min(most, all.length) }, next));
}

interface Outcome {
  readonly play: Played;
  readonly said: string;
}

async function playOut(one: Case, { start, agency, key, pace }: SenderTarget): Promise<Outcome> {
  const task = freshTask();
  const hub = await startMiniHub(key, (nth, url) => one.step(nth, pace, url));
  const running = start({
    ERTAD_URL: hub.url,
    ERTAD_AGENCY: agency,
    ERTAD_SECRET: key.text,
    ERTAD_TASK: task,
    ERTAD_VERSION: String(VERSION),
    ERTAD_TO: TO,
    ERTAD_PERSON: PERSON,
  });
  try {
    await quietOf(one, hub, running, pace);
    const play: Played = { agency, task, version: VERSION, to: TO, heard: [...hub.heard] };
    return { play, said: running.said() };
  } finally {
    running.stop();
    await hub.stop();
  }
}

/** Until enough has come, nothing more can come, or patience ends. */
async function quietOf(one: Case, hub: MiniHub, running: Running, pace: SenderPace): Promise<void> {
  const until = Date.now() + pace.patience;
  let calm = Date.now();
  let count = 0;
  while (Date.now() < until && hub.heard.length < one.enough) {
    await pause(LOOK_EVERY);
    if (!running.ended() || hub.heard.length !== count) calm = Date.now();
    count = hub.heard.length;
    // A program that only fills a queue ends at once: what has to come again may still come.
    const wantsMore = one.enough === 2 && one.judge(hub.heard, pace).verdict === 'failed';
    if (!wantsMore && Date.now() - calm > pace.quiet) return;
  }
}
