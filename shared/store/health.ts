import type { AgencyId, EndpointId } from '../domain/ids.ts';
import { textOf } from '../domain/time.ts';
import { Health, unknownHealth } from '../domain/webhook/health.ts';
import { dueAt, healthKey } from './keys.ts';
import { ConditionFailed, type Table } from './table.ts';
import { putIfAbsent, putOver, remove, type Write } from './write.ts';

interface Of {
  readonly agency: AgencyId;
  readonly endpoint: EndpointId;
}

/** What is decided on one look at the health; `also` is written with it or not at all. */
export interface Looked {
  readonly health: Health;
  readonly also?: readonly Write[];
}

interface Options {
  readonly table: Pick<Table, 'get' | 'transact'>;
  readonly newToken: () => string;
  readonly pause: (ms: number) => Promise<void>;
  readonly random: () => number;
}

/** As many senders as an endpoint may have, and all that are refused, write to the same item. */
const TRIES = 60;
const PAUSE_MS = 20;

/** Writes over the version that was read; the item stands in the due index as long as somebody has to look. */
export function healthWrite(health: Health): Write {
  const { agency, endpoint, version, next } = health;
  const item = {
    ...healthKey(agency, endpoint),
    ...health,
    version: version + 1,
    ...(next !== undefined && dueAt(textOf(next), `health#${endpoint}`)),
  };
  return version === 0 ? putIfAbsent('health', item) : putOver('health', item, version);
}

/** How endpoints fare: every sender reads it before an attempt and reports after it. */
export const healths = ({ table, newToken, pause, random }: Options) => {
  const find = async (of: Of): Promise<Health> => {
    const item = await table.get(healthKey(of.agency, of.endpoint));
    return item ? Health.parse(item) : unknownHealth(of);
  };
  return {
    find,

    /** Decides on the health as it stands, again and again until nobody else has written meanwhile. */
    async change<L extends Looked>(
      of: Of,
      decide: (health: Health) => L | Promise<L>,
      known?: Health,
    ): Promise<{ readonly before: Health; readonly looked: L }> {
      let before = known ?? (await find(of));
      for (let tries = 1; ; tries += 1) {
        const looked = await decide(before);
        if (looked.health === before) return { before, looked };
        try {
          await table.transact([healthWrite(looked.health), ...(looked.also ?? [])], newToken());
          const version = looked.health.version + 1;
          return { before, looked: { ...looked, health: { ...looked.health, version } } };
        } catch (error) {
          if (!(error instanceof ConditionFailed) || tries === TRIES) throw error;
        }
        await pause(PAUSE_MS * random() * Math.min(tries, 10));
        before = await find(of);
      }
    },

    /** The endpoint is no more. */
    async forget(of: Of): Promise<void> {
      await table.transact([remove('health', healthKey(of.agency, of.endpoint))], newToken());
    },
  };
};
export type Healths = ReturnType<typeof healths>;
