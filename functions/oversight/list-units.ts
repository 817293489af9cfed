import { Temporal } from 'temporal-polyfill';
import type { listUnits as contract } from '../../shared/contract/oversight-units.ts';
import { unitView } from '../../shared/domain/disclosure/oversight-view.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { text } from '../../shared/domain/time.ts';
import { countUnit } from '../../shared/domain/watch/units.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';
import type { UnitWork } from '../../shared/store/unit-work.ts';

type Deps = Pick<VaultedStore, 'access' | 'policy' | 'now'> & { readonly units: UnitWork };
type Query = Parameters<UseCase<typeof contract>>[0]['query'];

/** So many units are looked at side by side. */
const SIDE_BY_SIDE = 20;

/** How the units fared within a week: agencies in the order of their ids, those without work left out. */
export const listUnits =
  (deps: Deps): UseCase<typeof contract> =>
  async ({ query, principal, lang }) => {
    may(principal, 'oversight.read');
    const { units, access, policy, now } = deps;
    const at = now();
    const edition = policy.at(Temporal.Instant.from(at));
    const { from, to } = weekOf(query.week, at, edition.calendar.zone);
    const { page, next } = pageOf(edition.agencies, query);
    const counted = [];
    for (let i = 0; i < page.length; i += SIDE_BY_SIDE) {
      const some = page.slice(i, i + SIDE_BY_SIDE);
      const each = some.map((agency) => count(units, agency, { from, to, at }));
      counted.push(...(await Promise.all(each)));
    }
    await access.page({ by: principal, list: 'units', lines: counted.length, at });
    const items = counted
      .filter(({ received, open }) => received + open > 0)
      .map((one) => unitView(one, lang, edition));
    return { status: 200, body: { from, to, items, next } };
  };

async function count(
  units: UnitWork,
  agency: AgencyId,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: string },
) {
  const [{ items, cut }, open] = await Promise.all([
    units.cameIn(agency, from, to),
    units.open(agency),
  ]);
  return countUnit({ agency, cameIn: items, open, cut, at });
}

/** From Monday to Monday by the pack's clock; of the week going on, until now. */
function weekOf(day: string | undefined, at: string, zone: string) {
  const date = day
    ? Temporal.PlainDate.from(day)
    : Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate();
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  const begin = (on: Temporal.PlainDate) => text(on.toZonedDateTime(zone).toInstant());
  const end = begin(monday.add({ days: 7 }));
  return { from: begin(monday), to: end < at ? end : at };
}

function pageOf(
  agencies: readonly { readonly id: AgencyId; readonly kind: string }[],
  { week, kind, limit, after }: Query,
) {
  const wanted = agencies
    .filter((one) => kind === undefined || one.kind === kind)
    .map(({ id }) => id)
    .toSorted()
    .filter((id) => after === undefined || id > after);
  const page = wanted.slice(0, limit);
  const asked = [week && `week=${week}`, kind && `kind=${kind}`].filter(Boolean).join('&');
  const more = wanted.length > limit;
  const next = more
    ? `/v1/oversight/units?limit=${limit}&after=${page.at(-1)}${asked && `&${asked}`}`
    : undefined;
  return { page, next };
}
