import { describe, expect, it } from 'vitest';
import type { Booking } from '../../../shared/domain/booking/booking.ts';
import { DaySheet, quarterName } from '../../../shared/domain/booking/day-sheet.ts';
import { owedMessages } from '../../../shared/domain/journal/messages.ts';
import { changeResource, DAYS_MOST } from '../../../shared/domain/resource/change.ts';
import { lossesOf } from '../../../shared/domain/resource/lost.ts';
import type { Availability, Resource } from '../../../shared/domain/resource/resource.ts';
import { aBooked } from '../../bookings.ts';
import { agency, anEventId, CENTRE, georgiaAt, NOW, refusalOf } from '../../build.ts';
import { aPerson, aThing, hours } from '../../finding.ts';

const TODAY = '2026-11-20';
const DAY = '2026-12-03';
const EXPIRED = 1_000_000;
const interviewer = aPerson(CENTRE, 'forensic-interviewer');
const claim = { sheet: interviewer.id, day: DAY, from: 40, to: 48, role: 'interviewer' };

type Kind = Availability['leave'][number]['kind'];
const away = (kind: Kind, from = DAY, to = from, of = interviewer): Resource => ({
  ...of,
  version: of.version + 1,
  availability: { ...of.availability, leave: [{ from, to, kind }] },
});
const sheet = (booking: Booking | undefined, more: object = {}, day = DAY) =>
  DaySheet.parse({
    what: 'sheet',
    sheet: 'res_a',
    day,
    version: 3,
    ...(booking && { [quarterName(40)]: { by: booking.id } }),
    ...more,
  });
const sheets = (...all: DaySheet[]) => new Map(all.map((one) => [one.day, one]));

const change = (after: Resource, over: Partial<Parameters<typeof changeResource>[0]> = {}) =>
  changeResource(
    {
      before: interviewer,
      after,
      sheets: new Map(),
      bookings: [],
      today: TODAY,
      at: NOW,
      expired: EXPIRED,
      by: { sub: 'x', agency: CENTRE },
      event: anEventId(),
      ...over,
    },
    georgiaAt(),
  );
const booking = aBooked({ claims: [claim] });
const taken = { sheets: sheets(sheet(booking)), bookings: [booking] };

describe('leave', () => {
  it('closes its days from today on, each as its sheet was seen', () => {
    const { days, events } = change(away('leave', '2026-11-18', '2026-11-21'), {
      sheets: sheets(sheet(undefined, {}, '2026-11-21')),
    });
    expect(days).toEqual([
      { day: '2026-11-20', closed: 'leave', seen: undefined },
      { day: '2026-11-21', closed: 'leave', seen: 3 },
    ]);
    expect(events).toMatchObject([{ type: 'resource.changed', to: [] }]);
  });

  it('opens again the days on which somebody returns earlier', () => {
    const closed = ['2026-12-03', '2026-12-04'].map((day) =>
      sheet(undefined, { closed: { by: 'leave' } }, day),
    );
    const { days } = change(away('leave', '2026-12-03'), { sheets: sheets(...closed) });
    expect(days).toEqual([{ day: '2026-12-04', closed: undefined, seen: 3 }]);
  });

  it('is a day excepted without any hours as well', () => {
    const exceptions = [{ date: DAY, hours: [] }];
    const after = { ...interviewer, availability: { ...hours('09:00', '18:00'), exceptions } };
    expect(change(after).days).toEqual([{ day: DAY, closed: 'leave', seen: undefined }]);
    const refused = refusalOf(() => change(after, taken));
    expect(refused.hindrances).toMatchObject([{ pointer: '/availability/exceptions/0' }]);
  });

  it.each(['leave', 'training'] as const)(
    'as %s over a booking is refused, naming the visit and the day',
    (kind) => {
      expect(refusalOf(() => change(away(kind), taken))).toMatchObject({
        code: 'leave-over-booking',
        hindrances: [
          {
            pointer: '/availability/leave/0',
            code: 'booked',
            says: { label: { en: `${DAY}: ${booking.interview}` } },
          },
        ],
      });
    },
  );

  it('over a hold counts only while the hold does', () => {
    const held = (until: number) => ({ [quarterName(40)]: { by: booking.id, until } });
    const over = (until: number) => ({ ...taken, sheets: sheets(sheet(undefined, held(until))) });
    expect(refusalOf(() => change(away('leave'), over(EXPIRED))).code).toBe('leave-over-booking');
    expect(change(away('leave'), over(EXPIRED - 1)).days).toHaveLength(1);
  });

  it('that already was there is no news, whatever stands on the day', () => {
    const closed = sheet(booking, { closed: { by: 'sick' } });
    const { days } = change(away('leave'), { ...taken, sheets: sheets(closed) });
    expect(days).toEqual([{ day: DAY, closed: 'leave', seen: 3 }]);
  });

  it('of more days than one transaction holds is refused', () => {
    const last = (days: number) =>
      new Date(Date.parse(DAY) + (days - 1) * 86_400_000).toISOString().slice(0, 10);
    expect(change(away('sick', DAY, last(DAYS_MOST))).days).toHaveLength(DAYS_MOST);
    const more = refusalOf(() => change(away('sick', DAY, last(DAYS_MOST + 1))));
    expect(more.code).toBe('too-many-days');
  });
});

describe('a loss', () => {
  it.each(['sick', 'maintenance'] as const)(
    'by %s is taken as it is and told to the agencies of the visit, not to the own one',
    (kind) => {
      const { days, events, lost } = change(away(kind), taken);
      expect(days).toEqual([{ day: DAY, closed: kind, seen: 3 }]);
      expect(lost).toEqual([booking]);
      expect(events).toMatchObject([
        {
          type: 'resource.lost',
          subject: { kind: 'resource', id: interviewer.id },
          version: 2,
          to: booking.told.filter((one) => one !== CENTRE),
          codes: { because: kind, bookings: '1', day: DAY, interviews: booking.interview },
        },
      ]);
    },
  );

  it('is told once: a further change of what is lost already says nothing', () => {
    const sick = away('sick');
    const { events } = change({ ...sick, version: 3 }, { ...taken, before: sick });
    expect(events).toMatchObject([{ type: 'resource.changed' }]);
  });

  it.each<[string, Partial<Resource>, string[]]>([
    ['nothing', {}, []],
    ['being withdrawn', { withdrawnAt: NOW }, ['withdrawn']],
    ['a qualification taken away', { qualifications: [] }, ['qualification']],
    [
      'a qualification that ends before the day',
      { qualifications: [{ code: 'forensic-interviewer', from: '2020-01-01', to: '2026-12-02' }] },
      ['qualification'],
    ],
    [
      'a qualification that ends with the day',
      { qualifications: [{ code: 'forensic-interviewer', from: '2020-01-01', to: DAY }] },
      [],
    ],
    [
      'another qualification',
      { qualifications: [{ code: 'driver', from: '2020-01-01' }] },
      ['qualification'],
    ],
  ])('comes from %s', (_, over, expected) => {
    expect(lossesOf({ ...interviewer, ...over }, booking, georgiaAt())).toEqual(expected);
  });

  it('of an interview room is the end of its accreditation', () => {
    const room = aThing('interview-room');
    const booked = aBooked({ claims: [{ sheet: room.id, day: DAY, from: 40, to: 48 }] });
    const after = { ...room, qualifications: [] };
    expect(lossesOf(room, booked, georgiaAt())).toEqual([]);
    expect(lossesOf(after, booked, georgiaAt())).toEqual(['qualification']);
    const recorder = aThing('recorder');
    const taped = aBooked({ claims: [{ sheet: recorder.id, day: DAY, from: 40, to: 48 }] });
    expect(lossesOf(recorder, taped, georgiaAt())).toEqual([]);
  });

  it('of many visits names them all, and each is looked at', () => {
    const bookings = Array.from({ length: 9 }, () => aBooked({ claims: [claim] }));
    const [event] = change(away('sick'), { bookings, sheets: sheets(sheet(booking)) }).events;
    expect(Object.keys(event?.codes ?? {})).toContain('interviews-2');
    const messages = event ? owedMessages(event) : [];
    const looked = messages.filter(({ queue }) => queue === 'visits');
    expect(looked.map(({ message }) => (message as { interview?: string }).interview)).toEqual(
      bookings.map(({ interview }) => interview),
    );
  });

  it('for more agencies than one transaction tells is refused rather than half told', () => {
    const told = Array.from({ length: 40 }, (_, i) => agency(`agency-${i}`));
    const many = aBooked({ claims: [claim], over: { told } });
    const over = { sheets: sheets(sheet(many)), bookings: [many] };
    const refused = refusalOf(() => change(away('sick', DAY, '2027-01-31'), over));
    expect(refused.code).toBe('too-many-days');
    expect(change(away('sick'), over).events[0]?.to).toHaveLength(40);
  });
});
