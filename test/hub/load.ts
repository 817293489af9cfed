import { setTimeout as delay } from 'node:timers/promises';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { calmViolence } from './submissions.ts';
import type { World } from './world.ts';

const REFERRERS = ['school-zestaponi', 'school-baghdati', 'school-kutaisi'] as const;
const PLACES = ['zestaponi', 'baghdati', 'kutaisi'] as const;

/** One referral as its sender knows it: the key it repeats with, and the id once it was told. */
export interface Sending {
  readonly key: string;
  readonly place: number;
  id?: string;
}

/** `count` referrals, each with a key of its own. */
export const sendings = (name: string, count: number): Sending[] =>
  Array.from({ length: count }, (_, number) => ({
    key: `${name}-${number}-key`,
    place: number % 3,
  }));

/** One try. Whatever goes wrong, the sender knows nothing and keeps its key. */
export async function trySending(world: Pick<World, 'as'>, sending: Sending): Promise<void> {
  const { key, place } = sending;
  const answer = await world
    .as(REFERRERS[place] ?? REFERRERS[0])(submitReferral, {
      idempotencyKey: key,
      body: calmViolence({ child: { municipality: PLACES[place] ?? 'zestaponi' } }),
    })
    .catch(() => undefined);
  if (answer) sending.id = answer.body.id;
}

interface Patience {
  readonly atOnce?: number;
  readonly tries?: number;
  /** Asked before each try. */
  readonly goOn?: () => boolean;
}

/** Sends until each is acknowledged, some at a time, as patient systems do. */
export async function sendAll(
  world: Pick<World, 'as'>,
  all: readonly Sending[],
  { atOnce = 6, tries = 25, goOn }: Patience = {},
): Promise<void> {
  const waiting = [...all];
  const going = () => goOn?.() ?? true;
  const one = async () => {
    for (let next = waiting.shift(); next && going(); next = waiting.shift()) {
      for (let attempt = 0; next.id === undefined && attempt < tries && going(); attempt += 1) {
        if (attempt > 0) await delay(Math.min(500, 20 * 2 ** attempt));
        await trySending(world, next);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

export const acknowledged = (all: readonly Sending[]): string[] =>
  all.flatMap(({ id }) => (id === undefined ? [] : [id]));
