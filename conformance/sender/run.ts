import { setTimeout as pause } from 'node:timers/promises';
import type { Key } from '../keys.ts';
import { eventsFrom } from '../receiver/events.ts';
import { type Line, notRun } from '../verdict.ts';
import { type Case, cases, type SenderPace } from './cases.ts';
import { type Running, runCommand } from './command.ts';
import { judgeAll, type Played } from './judge.ts';
import { type MiniHub, startMiniHub } from './mini-hub.ts';

export interface SenderTarget {
  readonly command: string;
  readonly agency: string;
  readonly key: Key;
  readonly pace: SenderPace;
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
  const played: Played[] = [];
  const lines: Line[] = [];
  const say = (line: Line) => {
    lines.push(line);
    tell(line);
  };
  for (const one of cases) {
    const { id, level } = one;
    // What never sends is asked once only.
    if (lines.length > 0 && played[0]?.heard.length === 0) {
      say({ id, level, ...notRun });
      continue;
    }
    const { play, said } = await playOut(one, target);
    played.push(play);
    const line = { id, level, ...one.judge(play.heard, target.pace) };
    if (line.verdict === 'failed') target.complain?.(id, said);
    say(line);
  }
  const counted = played.filter((_, i) => cases[i]?.id !== 'send.redirect');
  for (const line of judgeAll(counted)) say(line);
  return lines;
}

async function playOut(one: Case, { command, agency, key, pace }: SenderTarget) {
  const task = eventsFrom(0).subject();
  const hub = await startMiniHub(key, (nth, url) => one.step(nth, pace, url));
  const running = runCommand(command, {
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
