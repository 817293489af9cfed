import type { Proposal } from '../../../shared/domain/booking/booking.ts';
import type { Sought } from '../../../shared/domain/finding/sought.ts';
import type { Resource } from '../../../shared/domain/resource/resource.ts';
import { georgiaAt } from '../../build.ts';

const { finding, separation } = georgiaAt().interview;

/** Minutes of the day in Tbilisi, four hours before UTC: counted by hand, not by the engine. */
const OFFSET = 4 * 60;
const QUARTER = 15;
const minute = (instant: string) => Date.parse(instant) / 60_000 + OFFSET;
const dayOf = (minutes: number) => new Date(minutes * 60_000).toISOString().slice(0, 10);
const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
const clock = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

interface Stretch {
  readonly from: number;
  readonly to: number;
}
const overlaps = (a: Stretch, b: Stretch) => a.from < b.to && b.from < a.to;
const minutesOf = ({ day, from, to }: Proposal['claims'][number]): Stretch => {
  const midnight = Date.parse(`${day}T00:00:00Z`) / 60_000;
  return { from: midnight + from * QUARTER, to: midnight + to * QUARTER };
};

/**
 * Everything that is wrong with a proposal, minute by minute and rule by rule: an own reading of the
 * rules that shares no line with the search.
 */
export function wrongWith(proposal: Proposal, sought: Sought): string[] {
  const { interview, resources, calendars, child, shut } = sought;
  const wrong: string[] = [];
  const say = (holds: boolean, what: string) => {
    if (!holds) wrong.push(what);
  };
  const parts = proposal.parts.map(({ part, start, end }) => ({
    part,
    from: minute(start),
    to: minute(end),
  }));
  const spanOf = (names: readonly string[]): Stretch => {
    const own = parts.filter(({ part }) => names.includes(part));
    return {
      from: Math.min(...own.map(({ from }) => from)),
      to: Math.max(...own.map(({ to }) => to)),
    };
  };
  const ofRole = (role: string) => proposal.claims.filter((claim) => claim.role === role);
  const resourceOf = (id: string) => resources.find((one) => one.id === id);
  const isTaken = (sheet: string, stretch: Stretch) =>
    [...(calendars.get(sheet) ?? [])].some(([day, { bits }]) =>
      Array.from({ length: 96 }, (_, q) => q).some(
        (q) =>
          ((bits[q >> 3] ?? 0) >> (q & 7)) & 1 &&
          overlaps(stretch, minutesOf({ sheet, day, from: q, to: q + 1 })),
      ),
    );
  const works = (
    { availability: { pattern, leave, exceptions } }: Resource,
    { from, to }: Stretch,
  ) => {
    const date = dayOf(from);
    if (leave.some((one) => one.from <= date && date <= one.to)) return false;
    const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sunday';
    const own = exceptions.find((one) => one.date === date)?.hours ?? pattern[weekday] ?? [];
    const midnight = Date.parse(`${date}T00:00:00Z`) / 60_000;
    return own.some((one) => midnight + clock(one.from) <= from && to <= midnight + clock(one.to));
  };
  const qualified = ({ qualifications }: Resource, code: string, date: string) =>
    qualifications.some(
      (one) => one.code === code && one.from <= date && (!one.to || date <= one.to),
    );

  // Roles: one person each, nobody twice, qualified, at work and free from end to end.
  const seen = new Set<string>();
  for (const role of interview.roles) {
    const claims = ofRole(role.role);
    const ids = new Set(claims.map(({ sheet }) => sheet));
    say(!role.required || ids.size === 1, `${role.role}: ${ids.size} people`);
    for (const id of ids) {
      say(!seen.has(id), `${id} has two roles`);
      seen.add(id);
      const person = resourceOf(id);
      const need = spanOf(role.parts);
      const date = dayOf(need.from);
      say(person?.kind === 'person' && person.agency === role.agency, `${role.role}: a stranger`);
      if (!person) continue;
      say(qualified(person, role.qualification ?? role.role, date), `${role.role}: not qualified`);
      say(
        role.languages.every((one) => person.languages.includes(one)),
        `${role.role}: language`,
      );
      say(!role.sex || person.sex === role.sex, `${role.role}: sex`);
      say(!person.account || !shut.accounts.includes(person.account), `${role.role}: conflict`);
      say(!shut.agencies.includes(person.agency), `${role.role}: shut out`);
      say(works(person, need), `${role.role}: not at work`);
      say(!isTaken(id, need), `${role.role}: taken`);
      const pause = Math.max(person.buffers.before, person.buffers.after);
      say(!isTaken(id, { from: need.from, to: need.to + pause }), `${role.role}: no pause`);
      const whole = claims.map(minutesOf).some((one) => one.from <= need.from && need.to <= one.to);
      say(whole, `${role.role}: not claimed as a whole`);
    }
  }

  // Rooms: as many as the pack lists, at the site, accredited, and the two that belong together.
  for (const { kind, count, parts: own, accreditation } of finding.rooms) {
    if (!own.some((part) => parts.some((one) => one.part === part))) continue;
    const need = spanOf(own);
    const rooms = [...new Set(proposal.claims.map(({ sheet }) => sheet))]
      .flatMap((id) => resourceOf(id) ?? [])
      .filter((one) => one.kind === kind);
    say(rooms.length === count, `${kind}: ${rooms.length}`);
    for (const room of rooms) {
      say((room.site ?? room.agency) === interview.site.agency, `${kind}: elsewhere`);
      say(works(room, need) && !isTaken(room.id, need), `${kind}: not free`);
      say(
        !accreditation || qualified(room, accreditation, dayOf(need.from)),
        `${kind}: not accredited`,
      );
    }
  }
  const roomOf = (kind: string) =>
    proposal.claims.map(({ sheet }) => resourceOf(sheet)).find((one) => one?.kind === kind);
  const [talks, watches] = [roomOf('interview-room'), roomOf('observation-room')];
  say(!!talks && !!watches?.observes?.includes(talks.id), 'observes another room');

  // The child: its own times, its rest, the hours of the day, who else is there.
  const visit = { from: minute(proposal.start), to: minute(proposal.end) };
  say(!isTaken(interview.child, visit), 'the child is elsewhere');
  for (const one of child.forbidden)
    say(!overlaps(visit, { from: minute(one.from), to: minute(one.to) }), `forbidden: ${one.code}`);
  const all = spanOf(parts.map(({ part }) => part));
  const midnight = Date.parse(`${dayOf(all.from)}T00:00:00Z`) / 60_000;
  const local = (time: string) => midnight + clock(time);
  say(local(finding.day.from) <= all.from && all.to <= local(finding.day.to), 'not by day');
  for (const { underYears, from, to } of finding.rest)
    if ((child.years ?? 0) < underYears)
      say(!overlaps(all, { from: local(from), to: local(to) }), 'while the child rests');
  const zones = separation.find(({ site }) => site === interview.site.agency)?.zones ?? [];
  if (zones.length === 1)
    say(!isTaken(`${interview.site.agency}.${zones[0]}`, visit), 'two children');
  for (const other of sought.apart) say(!isTaken(other, visit), 'kept apart, and there');

  // The deadline and the notice.
  const begins = parts.find(({ part }) => part === 'interview')?.from ?? visit.from;
  say(!!interview.breach || begins <= minute(interview.tier.dueAt), 'after the deadline');
  const notice = finding.noticeMinutes[interview.tier.tier] ?? finding.noticeMinutes.at(-1) ?? 0;
  say(visit.from >= minute(sought.now) + notice, 'without notice');
  say(minute(sought.from) <= visit.from && visit.from <= minute(sought.to), 'other days');
  return wrong;
}
