import * as z from 'zod';
import type { SameChild, Sighting } from '../domain/same-child/hits.ts';
import { keptUntil } from '../domain/same-child/hits.ts';
import type { SameChildKey } from '../domain/same-child/keys.ts';
import { KnownReports, NONE_KNOWN, withReport } from '../domain/same-child/known-reports.ts';
import { type BlindSecrets, childPlace } from './blind-index.ts';
import { ConditionFailed, type Table } from './table.ts';
import { type Key, putIfAbsent, putOver, type Write } from './write.ts';

/** What stands under a hash by now. */
const Head = z.object({ version: z.int().min(1), known: KnownReports });
type Head = z.infer<typeof Head>;
/** What stood there when a report was entered: it is answered the same however often it is asked. */
const Entered = z.object({ before: KnownReports });

/** How often two reports of one child may collide before the message is left to its next delivery. */
const TRIES = 8;

interface ChildrenOptions {
  readonly table: Pick<Table, 'getAll' | 'transact'>;
  readonly secrets: BlindSecrets;
  readonly newToken: () => string;
}

/** One hash of the child: what stands there, and what stood there before this report if it is entered. */
interface Place {
  readonly pk: string;
  readonly head: Head | undefined;
  readonly before: KnownReports | undefined;
}

/**
 * Which referrals may be about one child. A child stands here by keyed hashes alone: without the
 * hub's secret nobody can find out whether a name is among them.
 */
export const children = ({ table, secrets, newToken }: ChildrenOptions) => {
  const placesOf = (keys: readonly SameChildKey[]): Promise<string[]> =>
    Promise.all(keys.map((key) => childPlace(secrets, key)));

  const look = async (pks: readonly string[], own: Sighting): Promise<Place[]> => {
    const found = await table.getAll(pks.flatMap((pk) => [headKey(pk), entryKey(pk, own)]));
    const at = ({ pk, sk }: Key) => found.find((item) => item.pk === pk && item.sk === sk);
    return pks.map((pk) => {
      const [head, entry] = [at(headKey(pk)), at(entryKey(pk, own))];
      return {
        pk,
        head: head && Head.parse(head),
        before: entry && Entered.parse(entry).before,
      };
    });
  };

  return {
    /**
     * Enters a referral under the hashes of its child, and answers for each of them what was entered
     * before: of two reports routed at the same moment exactly one finds the other. All in one
     * transaction, so that two reports come one after the other in each place. Done twice, it is done
     * once and answers the same.
     */
    async enter(
      keys: readonly SameChildKey[],
      own: Sighting,
      pack: SameChild,
    ): Promise<readonly KnownReports[]> {
      const pks = await placesOf(keys);
      for (let attempt = 1; ; attempt += 1) {
        const places = await look(pks, own);
        const missing = places.filter(({ before }) => !before);
        const answer = places.map(({ before, head }) => before ?? head?.known ?? NONE_KNOWN);
        try {
          if (missing.length > 0)
            await table.transact(missing.flatMap(entering(own, pack)), newToken());
          return answer;
        } catch (error) {
          // Another report of the child was entered meanwhile: this one comes after it.
          if (!(error instanceof ConditionFailed) || attempt === TRIES) throw error;
        }
      }
    },
  };
};

const entering =
  (own: Sighting, pack: SameChild) =>
  ({ pk, head }: Place): Write[] => {
    const expiresAtEpoch = Math.ceil(Date.parse(keptUntil(own.submittedAt, pack)) / 1000);
    const before = head?.known ?? NONE_KNOWN;
    const last = head?.version ?? 0;
    const known = withReport(before, own, pack);
    const item = { ...headKey(pk), what: 'head', version: last + 1, known, expiresAtEpoch };
    const entry = { ...entryKey(pk, own), what: 'sighting', before, expiresAtEpoch };
    return [
      last === 0 ? putIfAbsent('child', item) : putOver('child', item, last),
      putIfAbsent('child', entry),
    ];
  };

const headKey = (pk: string): Key => ({ pk, sk: 'HEAD' });
const entryKey = (pk: string, { referral }: Pick<Sighting, 'referral'>): Key => ({
  pk,
  sk: `REFERRAL#${referral}`,
});
