import type { Booking } from '../booking/booking.ts';
import type { PlannedRole } from '../interview/role.ts';
import type { Labels, Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import { type DayVisit, fills, type Kept } from './centre-day-view.ts';

const CHILD: Labels = { ka: 'ბავშვი', en: 'The child' };
/** Whoever comes and goes with the child itself. */
const WITH_THE_CHILD: readonly string[] = ['legal-representative', 'companion'];

interface Party {
  readonly who: { readonly code: string; readonly label: string };
  readonly agency?: PlannedRole['agency'];
  readonly name?: string | undefined;
  readonly video: boolean;
  readonly from: string;
  readonly to: string;
}

/** Who comes and who goes, in the order of the day: by role and agency, the child without a name. */
export function movementsOf(
  visits: readonly DayVisit[],
  house: readonly Kept[],
  lang: Lang,
  edition: Edition,
) {
  return visits
    .flatMap((visit) =>
      partiesOf(visit, house, lang, edition).flatMap(({ from, to, ...party }) => [
        { ...party, at: from, way: 'arrives' as const, visit: visit.interview.id },
        { ...party, at: to, way: 'leaves' as const, visit: visit.interview.id },
      ]),
    )
    .toSorted((a, b) => a.at.localeCompare(b.at));
}

function partiesOf(
  { booking, interview }: DayVisit,
  house: readonly Kept[],
  lang: Lang,
  edition: Edition,
): Party[] {
  const { start, end, purpose } = booking;
  const roles = interview.roles.flatMap((role): Party[] => {
    const span = spanOf(role, booking);
    if (!span) return [];
    const resource = fills(booking, role.role);
    return [
      {
        who: { code: role.role, label: edition.label('visitRoles', role.role, lang) },
        agency: role.agency,
        name: house.find((one) => one.resource.id === resource)?.name,
        video: role.video,
        ...span,
      },
    ];
  });
  if (purpose === 'planning-meeting') return roles;
  const child = { who: { code: 'child', label: CHILD[lang] }, video: false, from: start, to: end };
  return [child, ...vehicleOf(booking, lang, edition), ...roles];
}

/** What brings the child, and waits for it. */
function vehicleOf({ claims, start, end }: Booking, lang: Lang, edition: Edition): Party[] {
  const claim = claims.find(({ kind }) => kind === 'vehicle');
  if (!claim) return [];
  const who = { code: 'vehicle', label: edition.label('resourceKinds', 'vehicle', lang) };
  return [
    { who, ...(claim.agency && { agency: claim.agency }), video: false, from: start, to: end },
  ];
}

/** From the first part somebody has to the end of the last; nothing where they have none that day. */
function spanOf({ role, parts }: PlannedRole, { start, end, parts: timed }: Booking) {
  const own = timed.filter(({ part }) => parts.includes(part));
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return undefined;
  return WITH_THE_CHILD.includes(role)
    ? { from: start, to: end }
    : { from: first.start, to: last.end };
}
