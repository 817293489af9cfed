import { Temporal } from 'temporal-polyfill';
import type { listBroken as contract } from '../../shared/contract/resources.ts';
import type { Booking } from '../../shared/domain/booking/booking.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { claimsOn } from '../../shared/domain/resource/lost.ts';
import { repairsFor } from '../../shared/domain/resource/repairs.ts';
import type { Resource } from '../../shared/domain/resource/resource.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { ResourceReads } from '../../shared/store/calendars.ts';
import type { Interviews } from '../../shared/store/interviews.ts';
import type { ResourceDays } from '../../shared/store/resource-days.ts';
import { brokenView } from './broken-view.ts';
import { standingOf } from './standing.ts';

type Deps = Pick<VaultedStore, 'access' | 'records' | 'policy' | 'now'> & {
  readonly days: ResourceDays;
  readonly calendars: Pick<ResourceReads, 'resourcesOf' | 'read'>;
  readonly interviews: Pick<Interviews, 'interview'>;
};

/** What breaks without this resource, and who could step in: to its agency, and to those concerned. */
export const listBroken =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ path, principal, lang }) => {
    const { access, days, policy, now } = deps;
    const found = await days.resource(path.resourceId);
    if (!found) throw new Refusal('not-found');
    const action = 'resource.read';
    const permit = may(principal, action, { ofAgency: found.agency });
    const at = now();
    const subject = { kind: 'resource' as const, id: found.id };
    await access.read({ action, by: principal, subject, permit, at });
    const edition = policy.at(Temporal.Instant.from(at));
    const { bookings } = await standingOf(days, found.id, at, edition);
    const own = found.agency === principal.agency;
    const concerned = bookings.filter(
      ({ site, told }) => own || site === principal.agency || told.includes(principal.agency),
    );
    const broken = concerned.flatMap((booking) =>
      brokenView(found, booking, edition, lang).map((view) => ({ booking, view })),
    );
    const items = await Promise.all(
      broken.map(async ({ booking, view }) => {
        const repairs = await repairsOf(deps, found, booking, edition, at);
        return { ...view, repairs, otherTime: repairs.length === 0 };
      }),
    );
    return { status: 200, body: { items } };
  };

async function repairsOf(
  { calendars, interviews, records }: Deps,
  lost: Resource,
  booking: Booking,
  edition: Edition,
  at: string,
) {
  const standIn = edition.agency(lost.agency)?.standIn;
  const [candidates, interview, ofCase] = await Promise.all([
    calendars.resourcesOf([lost.agency, ...(standIn ? [standIn] : [])]),
    interviews.interview(booking.interview),
    records.case(booking.case),
  ]);
  const days = claimsOn(booking, lost)
    .map(({ day }) => day)
    .toSorted();
  const [first = '', last = first] = [days[0], days.at(-1)];
  const ids = candidates.filter(({ kind }) => kind === lost.kind).map(({ id }) => id);
  const { excluded = [], conflicted = [] } = ofCase;
  const repairing = {
    lost,
    booking,
    candidates,
    calendars: await calendars.read(ids, first, last),
    roles: interview.roles,
    shut: { accounts: conflicted, agencies: excluded },
    now: Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000),
  };
  return repairsFor(repairing, edition).map(({ id, agency }) => ({
    resource: id,
    agency,
    standIn: agency !== lost.agency,
  }));
}
