import type { Claim } from '../booking/sheet.ts';
import type { Edition } from '../policy/edition.ts';
import type { Filling, Slot, Span } from '../scheduling/question.ts';
import { away } from './childs-day.ts';
import { pauseAfter } from './diary.ts';
import type { Asked } from './question.ts';
import { roadOf, VEHICLE } from './rooms.ts';
import { zonesOf } from './separation.ts';
import { apartSheet, zoneSheet } from './sheets.ts';
import type { Sought } from './sought.ts';

type Taken = Omit<Claim, 'day' | 'from' | 'to'> & { readonly span: Span };

/** Everything that a time takes: one transaction claims all of it, or nothing. */
export function claimsOf(slot: Slot, sought: Sought, asked: Asked, edition: Edition): Claim[] {
  const all = [
    ...slot.fillings.flatMap((filling) => ofFilling(filling, sought)),
    ...ofChild(slot.start, sought, asked, edition),
  ];
  return all.flatMap((one) => byDay(one, asked));
}

/** A person, a room or a vehicle, with the road and the pause behind it. */
function ofFilling({ role, id, taken }: Filling, { resources, interview }: Sought): Taken[] {
  const resource = resources.find((one) => one.id === id);
  if (!resource) throw new Error('a role was filled by nobody that was looked at');
  const group = role === VEHICLE ? interview.siblings?.group : undefined;
  return taken.map(({ from, to }) => ({
    sheet: id,
    agency: resource.agency,
    ...(resource.kind === 'person' ? { role } : { kind: resource.kind }),
    ...(group && { group }),
    span: { from, to: to + pauseAfter(resource) },
  }));
}

/** The child's own day, the zones it passes, and the children it must never meet. */
function ofChild(start: number, sought: Sought, { timeline }: Asked, edition: Edition): Taken[] {
  if (sought.purpose === 'planning-meeting') return [];
  const { child, site, siblings } = sought.interview;
  const at = (window: { offset: number; cells: number }): Span => ({
    from: start + window.offset,
    to: start + window.offset + window.cells,
  });
  const group = siblings?.group;
  const zones = zonesOf(site.agency, timeline, edition.interview).flatMap(
    ({ zone, windows, family }) =>
      windows.map((window) => ({
        sheet: zoneSheet(site.agency, zone),
        ...(family && group && { group }),
        span: at(window),
      })),
  );
  const present = at({ offset: 0, cells: timeline.cells });
  return [
    { sheet: child, span: at(away(timeline, roadOf(sought, edition))) },
    ...zones,
    ...sought.apart.map((other) => ({ sheet: apartSheet(child, other), span: present })),
  ];
}

/** A claim stands on one civil day; what goes past midnight is two. */
function byDay({ span, ...rest }: Taken, { diary: { days } }: Asked): Claim[] {
  return days.flatMap((day) => {
    const from = Math.max(span.from, day.from) - day.from;
    const to = Math.min(span.to, day.to) - day.from;
    return from < to ? [{ ...rest, day: day.date, from, to }] : [];
  });
}
