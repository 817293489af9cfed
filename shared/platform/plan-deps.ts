import { Temporal } from 'temporal-polyfill';
import type { Edition } from '../domain/policy/edition.ts';
import type { Interviews } from '../store/interviews.ts';
import type { VaultedStore } from './runtime.ts';

/** What planning a visit takes: the store, visits, and which centres this hub has opened. */
export interface PlanDeps extends VaultedStore {
  readonly interviews: Interviews;
  readonly openCentres: readonly string[];
}

/** The pack in force, with the centres this hub declared open. */
export const editionAt = (
  { policy, openCentres }: Pick<PlanDeps, 'policy' | 'openCentres'>,
  at: string,
): Edition => policy.at(Temporal.Instant.from(at), { openCentres });
