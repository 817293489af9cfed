import { Temporal } from 'temporal-polyfill';
import type { dutyDesks as contract } from '../../shared/contract/duty.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import { competentFor } from '../../shared/policy/competence.ts';

type Deps = Pick<VaultedStore, 'records' | 'policy' | 'now'>;

/** Whom to call by telephone where one works; for the whole country there is no one desk. */
export const dutyDesks =
  ({ records, policy, now }: Deps): UseCase<typeof contract> =>
  async ({ principal }) => {
    may(principal, 'directory.read');
    const desks = desksOf(principal.agency, policy.at(Temporal.Instant.from(now())));
    const rosters = await Promise.all(desks.map((agency) => records.roster(agency)));
    const items = desks.map((agency, place) => {
      const phone = rosters[place]?.desk;
      return phone === undefined ? { agency } : { agency, phone };
    });
    return { status: 200, body: { items } };
  };

/** The desks that lead where an agency is: of its municipality, or those of its region. */
function desksOf(id: AgencyId, { agencies, municipalities }: Edition): AgencyId[] {
  const area = agencies.find((agency) => agency.id === id)?.area ?? [];
  const own = municipalities.filter((one) => area.includes(one.id) || area.includes(one.region));
  const leads = own.flatMap((place) => {
    const [first] = competentFor(agencies, 'guardianship-body', place, true);
    return first ? [first.id] : [];
  });
  return [...new Set(leads)];
}
