import type { Permit } from '../../shared/domain/access/permit.ts';
import { holdView } from '../../shared/domain/disclosure/retention-view.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { Hold } from '../../shared/domain/retention/hold.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

interface To {
  readonly permit: Permit;
  readonly lang: Lang;
}

/** Holds of a file, their reasons in words for those whom access lets read them. */
export const shownHolds = (
  { sealing }: Pick<VaultedStore, 'sealing'>,
  holds: readonly Hold[],
  { permit, lang }: To,
  edition: Edition,
) =>
  Promise.all(
    holds.map(async (hold) => {
      const { outcome } = await sealing.open(hold, permit, ['outcome']);
      return holdView({ hold, words: outcome, lang }, edition);
    }),
  );
