import { createHmac } from 'node:crypto';
import * as z from 'zod';
import { Sighting } from '../domain/same-child/hits.ts';
import { ConditionFailed, type Table } from './table.ts';
import { type Item, type Key, putIfAbsent, putOver, type Write } from './write.ts';

/** Each report of a child under its hash, in the order in which they were entered. */
const Entered = Sighting.extend({ sequence: z.int().min(1) });
type Entered = z.infer<typeof Entered>;

/** How often two reports of one child may collide before the message is left to its next delivery. */
const TRIES = 8;

interface ChildrenOptions {
  readonly table: Pick<Table, 'get' | 'startingWith' | 'transact'>;
  readonly secret: () => Promise<Uint8Array>;
  readonly newToken: () => string;
}

/**
 * Which referrals may be about one child. A child stands here by keyed hashes alone: without the
 * hub's secret nobody can find out whether a name is among them.
 */
export const children = ({ table, secret, newToken }: ChildrenOptions) => {
  const places = async (keys: readonly string[]): Promise<string[]> => {
    const key = await secret();
    return keys.map(
      (text) => `CHILD#${createHmac('sha256', key).update(text).digest('base64url')}`,
    );
  };

  /** All places in one transaction, so that two reports come one after the other in each of them. */
  const enterOnce = async (missing: readonly string[], own: Sighting, expiresAtEpoch: number) => {
    const writes = missing.map(async (pk): Promise<Write[]> => {
      const last = versionOf(await table.get(headKey(pk)));
      const head = { ...headKey(pk), what: 'head', version: last + 1, expiresAtEpoch };
      const entry = { ...own, what: 'sighting', sequence: last + 1, expiresAtEpoch };
      return [
        last === 0 ? putIfAbsent('child', head) : putOver('child', head, last),
        putIfAbsent('child', { ...entryKey(pk, own), ...entry }),
      ];
    });
    await table.transact((await Promise.all(writes)).flat(), newToken());
  };

  const enter = async (pks: readonly string[], own: Sighting, expires: number): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      const found = await Promise.all(pks.map((pk) => table.get(entryKey(pk, own))));
      const missing = pks.filter((_, i) => found[i] === undefined);
      if (missing.length === 0) return;
      try {
        return await enterOnce(missing, own, expires);
      } catch (error) {
        // Another report of the child was entered meanwhile: this one comes after it.
        if (!(error instanceof ConditionFailed) || attempt === TRIES) throw error;
      }
    }
  };

  return {
    /**
     * Enters a referral under the hashes of its child, and answers those that were entered before
     * it: of two reports routed at the same moment exactly one finds the other. Done twice, it is
     * done once and answers the same.
     */
    async enter(keys: readonly string[], own: Sighting, keptUntil: string): Promise<Sighting[]> {
      const pks = await places(keys);
      await enter(pks, own, Math.ceil(Date.parse(keptUntil) / 1000));
      const all = await Promise.all(pks.map((pk) => table.startingWith(pk, 'REFERRAL#')));
      return all.flatMap((items) => before(items, own));
    },
  };
};
const headKey = (pk: string): Key => ({ pk, sk: 'HEAD' });
const entryKey = (pk: string, { referral }: Pick<Sighting, 'referral'>): Key => ({
  pk,
  sk: `REFERRAL#${referral}`,
});

const versionOf = (head: Item | undefined): number => z.int().parse(head?.version ?? 0);

function before(items: readonly Item[], own: Sighting): Sighting[] {
  const entered = items.map((item): Entered => Entered.parse(item));
  const mine = entered.find(({ referral }) => referral === own.referral)?.sequence ?? 0;
  return entered.filter(({ sequence }) => sequence < mine);
}
