import { VISITS_CONSUMER, type VisitMessage } from '../../shared/domain/journal/messages.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'journal'> & { readonly openCentres: readonly string[] };

/** One visit that lost its time, or for which one may have become free. */
export const replanVisit =
  ({ journal }: Deps) =>
  async ({ event }: VisitMessage): Promise<void> => {
    if (event) await journal.settle([{ event, consumer: VISITS_CONSUMER }]);
  };
