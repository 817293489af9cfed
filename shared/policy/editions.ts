import type { Temporal } from 'temporal-polyfill';
import type { Edition, Overrides } from '../domain/policy/edition.ts';
import { resolve } from './resolve.ts';
import type { LoadedPack } from './seal.ts';

export interface Policy {
  /** The edition in force at an instant; a decision uses `policy.at(event.at)`. */
  at(instant: Temporal.Instant, overrides?: Overrides): Edition;
}

/** The one resolver of a checked pack. Editions are kept: they change with the date at most. */
export function policyOf(loaded: LoadedPack): Policy {
  const { pack } = loaded.pack;
  const editions = new Map<string, Edition>();
  return {
    at(instant, overrides = {}) {
      const date = instant.toZonedDateTimeISO(pack.zone).toPlainDate().toString();
      if (date < pack.effectiveFrom)
        throw new Error(`no edition of the pack ${pack.id} is in force on ${date}`);
      const key = JSON.stringify([date, overrides.openCentres ?? []]);
      const edition = editions.get(key) ?? resolve(loaded, date, overrides);
      editions.set(key, edition);
      return edition;
    },
  };
}
