import type {
  proveConsistency as consistencyContract,
  proveInclusion as inclusionContract,
} from '../../shared/contract/journal.ts';
import { hex } from '../../shared/domain/journal-log/hash.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { Feeds } from '../../shared/store/feed.ts';
import type { JournalLog } from '../../shared/store/journal-log/log.ts';
import type { LogProofs } from '../../shared/store/journal-log/nodes.ts';
import type { LogPlaces } from '../../shared/store/journal-log/places.ts';

type Deps = Pick<VaultedStore, 'access' | 'now'> & {
  readonly log: Pick<JournalLog, 'edge'>;
  readonly proofs: Pick<LogProofs, 'consistency' | 'inclusion'>;
  readonly places: Pick<LogPlaces, 'ofEvent'>;
  readonly feeds: Pick<Feeds, 'after'>;
};

const wrong = (pointer: string) =>
  new Refusal('query-invalid', [{ pointer, code: 'out-of-range' }]);

/** For whoever kept an earlier head: that the later one only adds to it. */
export const proveConsistency =
  ({ log, proofs, access, now }: Deps): UseCase<typeof consistencyContract> =>
  async ({ query: { from, to }, principal }) => {
    may(principal, 'journal.read');
    const { size } = await log.edge();
    if (to > size) throw wrong('/to');
    if (from > to) throw wrong('/from');
    const path = await proofs.consistency(from, to);
    await access.page({ by: principal, list: 'journal/consistency', lines: 1, at: now() });
    return { status: 200, body: { from, to, path: path.map(hex) } };
  };

/**
 * For an agency that was told something: that the event was sealed as it happened. It learns the
 * leaf, not what the event says beside what stands in its feed.
 */
export const proveInclusion =
  ({ log, proofs, places, feeds, access, now }: Deps): UseCase<typeof inclusionContract> =>
  async ({ query, principal }) => {
    may(principal, 'feed.read');
    const [entry] = await feeds.after(principal.agency, query.sequence - 1, 1);
    if (entry?.sequence !== query.sequence) throw new Refusal('not-found');
    const placed = await places.ofEvent(entry.subject, entry.event);
    if (!placed) throw new Refusal('not-sealed-yet');
    const { size: whole } = await log.edge();
    const { size = whole } = query;
    const { index, leaf } = placed;
    if (size > whole || index >= size) throw wrong('/size');
    const path = await proofs.inclusion(index, size);
    await access.page({ by: principal, list: 'journal/inclusion', lines: 1, at: now() });
    const body = { event: entry.event, index, leaf: hex(leaf), size, path: path.map(hex) };
    return { status: 200, body };
  };
