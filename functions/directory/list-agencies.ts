import { Temporal } from 'temporal-polyfill';
import type { listAgencies as contract } from '../../shared/contract/directory.ts';
import { type Agency, AgencyKind } from '../../shared/domain/directory/agency.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { Store } from '../../shared/platform/runtime.ts';

/** Agencies as they are today: all, those of a kind, or those competent for a municipality. */
export const listAgencies =
  ({ policy, now }: Pick<Store, 'policy' | 'now'>): UseCase<typeof contract> =>
  async ({ query: { kind, municipality }, principal }) => {
    may(principal, 'directory.read');
    const edition = policy.at(Temporal.Instant.from(now()));
    const kinds = kind ? [kind] : AgencyKind.options;
    const found =
      municipality === undefined
        ? edition.agencies.filter((agency) => kinds.includes(agency.kind))
        : competent(edition, kinds, municipality);
    return { status: 200, body: { items: found.map(shown) } };
  };

/** For each kind the nearest first: that of the municipality before those of region and country. */
function competent(edition: Edition, kinds: readonly AgencyKind[], municipality: string) {
  if (!edition.municipality(municipality)) {
    const at = { pointer: '/municipality', code: 'unknown-municipality' };
    throw new Refusal('unknown-municipality', [at]);
  }
  return kinds.flatMap((kind) => edition.competent(kind, municipality));
}

const shown = ({ id, kind, name, area, duty }: Agency) => ({
  id,
  kind,
  name,
  areas: area,
  duty: duty === true,
});
