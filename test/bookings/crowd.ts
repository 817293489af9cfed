import { Refusal } from '../../shared/domain/refusal.ts';
import { MembershipChanged, Overtaken } from '../../shared/store/journal.ts';
import type { Table } from '../../shared/store/table.ts';
import { LEAD } from '../build.ts';
import {
  type Actors,
  AGENCIES,
  actors,
  asked,
  type Clock,
  proposalFor,
  type Scene,
  slotOf,
  standing,
} from './scene.ts';

/** What became of each kind of step: done, or the code of the refusal. */
export type Tally = Map<string, number>;

const STEPS = [
  ...Array<'hold'>(5).fill('hold'),
  ...Array<'confirm'>(12).fill('confirm'),
  ...['decline', 'move', 'cancel', 'expire', 'wait', 'confirm-all', 'confirm-all'],
] as const;
type Step = 'hold' | 'confirm' | 'confirm-all' | 'decline' | 'move' | 'cancel' | 'expire' | 'wait';

interface CrowdOptions {
  readonly steps: number;
  readonly atOnce: number;
  readonly random: () => number;
  /** Seconds by which the clocks of two who act may be wrong, each to its side. */
  readonly skewSeconds: number;
}

/** Many at once, none waiting for another, each with a clock of its own. */
export async function crowd(
  table: Table,
  clock: Clock,
  setting: Scene,
  { steps, atOnce, random, skewSeconds }: CrowdOptions,
): Promise<Tally> {
  const tally: Tally = new Map();
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  let left = steps;
  const one = async (place: number): Promise<void> => {
    const off = Math.round((place / Math.max(1, atOnce - 1) - 0.5) * 2 * skewSeconds);
    const acts = actors(table, clock, off);
    while (left > 0) {
      left -= 1;
      const step = STEPS[Math.floor(random() * STEPS.length)] as Step;
      try {
        await act(step, { table, acts, clock, setting, random });
        count(step);
      } catch (error) {
        count(`${step}: ${nameOf(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, place) => one(place)));
  return tally;
}

/** A refusal or a lost race is an answer; anything else is a fault and ends the test. */
function nameOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  if (error instanceof Overtaken || error instanceof MembershipChanged) return error.name;
  throw error;
}

interface Acting {
  readonly table: Table;
  readonly acts: Actors;
  readonly clock: Clock;
  readonly setting: Scene;
  readonly random: () => number;
}

async function act(step: Step, acting: Acting): Promise<void> {
  const { table, acts, clock, setting, random } = acting;
  const some = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  if (step === 'wait') {
    // An hour and a half at most: a hold of the tier lasts a day.
    clock.now += Math.floor(random() * 5_400_000);
    return;
  }
  const { id } = some(setting.visits);
  if (step === 'expire') {
    // Straight to where a hold ends, on either side of it.
    const { booking } = await standing(table, id);
    if (booking?.state === 'held' && random() < 0.3) {
      clock.now = Math.max(clock.now, Date.parse(booking.expiresAt) - 8_000 + random() * 16_000);
    }
    return acts.expire(id);
  }
  const { visit, booking } = await standing(table, id);
  if (step === 'hold') return hold(visit, acting);
  if (!booking) return;
  const path = { interviewId: id, bookingId: booking.id };
  if (step === 'confirm') {
    await acts.confirm({ path, body: undefined, ...asked(some(AGENCIES)) });
  } else if (step === 'confirm-all') {
    const all = AGENCIES.map((of) => acts.confirm({ path, body: undefined, ...asked(of) }));
    await settled(all);
  } else if (step === 'decline') {
    const body = { reason: some(['illness', 'room-or-device']), alternative: 'nobody' as const };
    await acts.decline({ path, body, ...asked(some(AGENCIES)) });
  } else if (step === 'cancel') {
    await acts.cancel({ path, body: { reason: 'child-not-well' }, ...asked(LEAD) });
  } else {
    const proposal = proposalFor(setting, { visit, at: acts.now(), random });
    const body = { slot: await slotOf(proposal, LEAD) };
    await acts.move({ path, body, ...asked(LEAD) });
  }
}

/** All are waited for; then the first that went wrong is told. */
async function settled(all: readonly Promise<unknown>[]): Promise<void> {
  const done = await Promise.allSettled(all);
  const wrong = done.find(({ status }) => status === 'rejected');
  if (wrong?.status === 'rejected') throw wrong.reason;
}

async function hold(visit: Parameters<typeof proposalFor>[1]['visit'], acting: Acting) {
  const { acts, setting, random } = acting;
  const proposal = proposalFor(setting, { visit, at: acts.now(), random });
  const by = AGENCIES[Math.floor(random() * AGENCIES.length)] ?? LEAD;
  const body = { slot: await slotOf(proposal, by) };
  await acts.hold({ path: { interviewId: visit.id }, body, ...asked(by) });
}
