import { setTimeout as pause } from 'node:timers/promises';
import { isRefused, isTaken, joined, judged, told, type Words } from '../verdict.ts';
import type { Came } from '../wire.ts';
import type { Bench, Message } from './bench.ts';
import { type Check, refuses } from './check.ts';

/** The window of Standard Webhooks: five minutes either way. */
const WINDOW_MS = 300_000;
const BEYOND = 360;
const INSIDE = 240;
/** Clocks that differ by more should be set. */
const CLOCK_MOST = 60;

/** A message that somebody on the way has copied, sent for the first time while it is still young. */
export interface Capture {
  readonly message: Message;
  readonly first: Came;
  /** When it is beyond the window, by this machine's clock. */
  readonly oldAt: number;
}

/** Sent at the beginning, so that the wait passes while the other checks run. */
export async function capture(bench: Bench): Promise<Capture> {
  const { captureAge, captureMargin } = bench.target.pace;
  const event = bench.events.next();
  const message = bench.message(event, { shift: -Math.round(captureAge / 1000) });
  const sentAt = Date.now();
  const first = await bench.raw(message);
  // By the receiver's clock, where it says that it is behind; its Date knows whole seconds only.
  const behind = first.clock === undefined ? 0 : Math.max(0, Date.now() / 1000 - first.clock);
  const oldAt = sentAt - captureAge + WINDOW_MS + captureMargin + Math.floor(behind) * 1000;
  if (isTaken(first)) bench.good.push(event);
  return { message, first, oldAt };
}

const FIRST: Words = { ka: 'პირველად', en: 'at first' };
const AGAIN: Words = { ka: 'ხუთი წუთის შემდეგ', en: 'after five minutes' };
const named = (name: Words, came: Came): Words => ({
  ka: `${name.ka}: ${told(came).ka}`,
  en: `${name.en}: ${told(came).en}`,
});

/** The same bytes once more, when their time is over. */
export const replayed = ({ message, first, oldAt }: Capture): Check => ({
  id: 'time.replayed-capture',
  level: 'must',
  run: async (bench) => {
    await pause(Math.max(0, oldAt - Date.now()));
    const again = await bench.raw(message);
    return judged(isRefused(again), joined(named(FIRST, first), named(AGAIN, again)));
  },
});

/** A signature is good for five minutes. */
export const time: readonly Check[] = [
  { id: 'time.late', level: 'must', run: refuses({ shift: -BEYOND }) },
  { id: 'time.future', level: 'must', run: refuses({ shift: BEYOND }) },
  {
    id: 'time.within',
    level: 'should',
    run: async (bench) => {
      const came = await bench.send(bench.events.next(), { shift: -INSIDE });
      return judged(isTaken(came), told(came));
    },
  },
  {
    id: 'time.clock',
    level: 'should',
    run: async (bench) => {
      const { clock } = await bench.send(bench.events.next());
      if (clock === undefined) {
        return judged(true, { ka: 'პასუხში Date არ არის', en: 'the answers carry no Date' });
      }
      const apart = Math.round(clock - Date.now() / 1000);
      return judged(Math.abs(apart) <= CLOCK_MOST, {
        ka: `განსხვავება ${apart} წმ`,
        en: `${apart} s apart`,
      });
    },
  },
];
