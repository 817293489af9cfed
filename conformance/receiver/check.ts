import {
  type Finding,
  isRefused,
  isTaken,
  joined,
  judged,
  told,
  toldAll,
  type Words,
} from '../verdict.ts';
import type { Came } from '../wire.ts';
import type { Bench, How, Target } from './bench.ts';
import type { Event, Wanted } from './events.ts';

/** One thing a receiver must or should do. Its words are in words/receiver.json. */
export interface Check {
  readonly id: string;
  readonly level: 'must' | 'should';
  /** Why it is not run with these options. */
  readonly unless?: (target: Target) => Finding | undefined;
  readonly run: (bench: Bench) => Promise<Finding>;
}

const GONE: Words = {
  ka: '410 ნიშნავს: მისამართი აღარ არსებობს; ჰაბი მას თიშავს',
  en: '410 says that the endpoint is gone: the hub switches it off',
};

const finding = (right: boolean, came: Came): Finding =>
  judged(right, came.status === 410 ? joined(told(came), GONE) : told(came));

/** Sends what must be taken. */
export async function take(bench: Bench, event: Event, how?: How): Promise<Came> {
  bench.good.push(event);
  return bench.send(event, how);
}

/** A good delivery: any 2xx. */
export const takes = (wanted?: Wanted, how?: How) => async (bench: Bench) => {
  const came = await take(bench, bench.events.next(wanted), how);
  return finding(isTaken(came), came);
};

/** Sends what must be refused, with an event nobody has seen. */
export function refuse(bench: Bench, how: How): Promise<Came> {
  const event = bench.events.next({ unnumbered: true });
  bench.bad.push(event);
  return bench.send(event, how);
}

/** A delivery to be refused: 4xx, and none that asks for it again. */
export const refuses = (how: How) => async (bench: Bench) => {
  const came = await refuse(bench, how);
  return finding(isRefused(came), came);
};

/** Several ways of the same wrong; every one has to be refused. */
export const refusesEach =
  (ways: readonly (readonly [Words, How])[]) =>
  async (bench: Bench): Promise<Finding> => {
    const answers: [Words, Came][] = [];
    for (const [name, how] of ways) answers.push([name, await refuse(bench, how)]);
    return judged(
      answers.every(([, came]) => isRefused(came)),
      toldAll(answers),
    );
  };
