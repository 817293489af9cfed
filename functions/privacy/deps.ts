import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { type AccessEntries, accessEntries } from '../../shared/store/access-entries.ts';
import { type Incidents, incidents } from '../../shared/store/incidents.ts';
import { type Reasons, reasons } from '../../shared/store/reasons.ts';

export type PrivacyDeps = VaultedStore & {
  readonly entries: AccessEntries;
  readonly reasons: Reasons;
  readonly incidents: Incidents;
  /** Milliseconds of the machine’s own clock: how long something took. */
  readonly elapsed: () => number;
};

export const privacyDeps = <S extends VaultedStore>(store: S) => ({
  ...store,
  entries: accessEntries(store.table, store.cursors),
  incidents: incidents(store.table, randomUUID),
  elapsed: () => performance.now(),
  reasons: reasons({ table: store.table, secret: store.secret('break-glass') }),
});

/** The pack as it is now. */
export const editionNow = ({ policy }: Pick<VaultedStore, 'policy'>, at: string): Edition =>
  policy.at(Temporal.Instant.from(at));
