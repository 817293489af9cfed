import { type Finding, judged, type Line, notChosen, notRun, told } from '../verdict.ts';
import { type Bench, benchFor, type Target } from './bench.ts';
import type { Check } from './check.ts';
import { good } from './good.ts';
import { load } from './load.ts';
import { kept, order } from './order.ts';
import { refusals, silence } from './refusals.ts';
import { repeats } from './repeats.ts';
import { rotation } from './rotation.ts';
import { capture, replayed, time } from './time.ts';

/** Nothing is sent to another port; the first stands for the usual one. */
const PORTS = ['', '443', '8443', '9443'];
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
/** Stands in where nothing could be captured. */
const NOTHING = { message: { headers: {}, body: Buffer.alloc(0) }, oldAt: 0 } as const;

/** Without these nothing else can be seen. */
function reach(bench: Bench, first: Awaited<ReturnType<Bench['send']>>): Check[] {
  const { protocol, hostname, port } = bench.target.receiver;
  const right = LOOPBACK.includes(hostname) || (protocol === 'https:' && PORTS.includes(port));
  const place = port ? `${protocol} ${port}` : protocol;
  return [
    {
      id: 'reach.answers',
      level: 'must',
      run: async () => judged(first.status > 0, told(first)),
    },
    {
      id: 'reach.no-redirect',
      level: 'must',
      run: async () => judged(first.status < 300 || first.status >= 400, told(first)),
    },
    {
      id: 'reach.https',
      level: 'must',
      run: async () => judged(right, { ka: place, en: place }),
    },
  ];
}

/** Those chosen by an id or its beginning; all where none is chosen. */
export const isChosen = (id: string, only: readonly string[] = []): boolean =>
  only.length === 0 || only.some((start) => id === start || id.startsWith(`${start}.`));

/** Drives a receiver through every check, in order; `tell` hears of each as it is done. */
export async function driveReceiver(
  target: Target,
  tell: (line: Line) => void = () => {},
): Promise<readonly Line[]> {
  const bench = benchFor(target);
  const lines: Line[] = [];
  const run = async (check: Check, open: boolean) => {
    const line = { id: check.id, level: check.level, ...(await found(check, bench, open)) };
    lines.push(line);
    tell(line);
  };
  const first = await bench.send(bench.events.next());
  for (const check of reach(bench, first)) await run(check, true);
  const open = first.status > 0 && !(first.status >= 300 && first.status < 400);
  const captured =
    open && isChosen('time.replayed-capture', target.only)
      ? await capture(bench)
      : { ...NOTHING, first };
  const all = [
    ...[...good, ...refusals, ...time, ...repeats, ...order, ...load, replayed(captured)],
    ...[...rotation, silence, ...kept],
  ];
  for (const check of all) await run(check, open);
  return lines;
}

async function found(check: Check, bench: Bench, open: boolean): Promise<Finding> {
  const { target } = bench;
  const idle = check.unless?.(target);
  if (idle) return idle;
  if (!isChosen(check.id, target.only) && !check.id.startsWith('reach.')) return notChosen;
  return open ? check.run(bench) : notRun;
}
