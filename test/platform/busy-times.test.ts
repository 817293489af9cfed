import { describe, expect, it } from 'vitest';
import { busyTimes } from '../../shared/platform/busy-times.ts';
import { refusalOf } from '../build.ts';

const AT = '2026-11-20T13:40:00.000Z';
const ZONE = 'Asia/Tbilisi';
const file = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:a', ...lines, 'END:VEVENT'];
const read = (...lines: string[]) => busyTimes(file(...lines), AT, ZONE);
const times = (...lines: string[]) =>
  read(...lines).busy.map(({ from, to }) => [from.slice(0, 16), to.slice(0, 16)]);

describe('the busy times of a calendar file', () => {
  it('are those of its free/busy, whatever kind of busy; free is no time', () => {
    const { busy, understood, skipped } = read(
      'BEGIN:VFREEBUSY',
      'FREEBUSY:20261203T060000Z/20261203T070000Z,20261204T060000Z/PT30M',
      'FREEBUSY;FBTYPE=BUSY-TENTATIVE:20261205T060000Z/PT1H',
      'FREEBUSY;FBTYPE=FREE:20261206T060000Z/PT1H',
      'END:VFREEBUSY',
    );
    expect(busy).toEqual([
      { from: '2026-12-03T06:00:00.000Z', to: '2026-12-03T07:00:00.000Z' },
      { from: '2026-12-04T06:00:00.000Z', to: '2026-12-04T06:30:00.000Z' },
      { from: '2026-12-05T06:00:00.000Z', to: '2026-12-05T07:00:00.000Z' },
    ]);
    expect(understood).toEqual({ events: 0, freeBusy: 1, occurrences: 3 });
    expect(skipped).toEqual([{ because: 'free', count: 1 }]);
  });

  it('keep nothing but the times of an event', () => {
    const told = event('DTSTART:20261203T060000Z', 'DTEND:20261203T070000Z', 'SUMMARY:ნინოს საქმე');
    expect(JSON.stringify(read(...told))).not.toContain('ნინო');
  });

  it.each([
    ['UTC', 'DTSTART:20261203T060000Z', '2026-12-03T06:00'],
    ['a zone the world knows', 'DTSTART;TZID=Europe/Berlin:20261203T100000', '2026-12-03T09:00'],
    ['summer time of that zone', 'DTSTART;TZID=Europe/Berlin:20270603T100000', '2027-06-03T08:00'],
    ['no zone: that of the pack', 'DTSTART:20261203T100000', '2026-12-03T06:00'],
  ])('are read in %s', (_, start, expected) => {
    expect(times(...event(start, 'DURATION:PT1H'))[0]?.[0]).toBe(expected);
  });

  const ZONE_OF_FILE = (name: string) => [
    ...['BEGIN:VTIMEZONE', `TZID:${name}`, 'BEGIN:STANDARD', 'DTSTART:16010101T000000'],
    ...['TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'END:STANDARD', 'END:VTIMEZONE'],
  ];

  it('are read in a zone only the file knows; a known name never means what a file says', () => {
    const own = event('DTSTART;TZID="My Zone":20261203T100000', 'DURATION:PT1H');
    expect(times(...ZONE_OF_FILE('My Zone'), ...own)).toEqual([
      ['2026-12-03T07:00', '2026-12-03T08:00'],
    ]);
    const known = event('DTSTART;TZID=Europe/Berlin:20261203T100000', 'DURATION:PT1H');
    expect(times(...ZONE_OF_FILE('Europe/Berlin'), ...known)[0]?.[0]).toBe('2026-12-03T09:00');
    const { busy, skipped } = read(...own);
    expect([busy, skipped]).toEqual([[], [{ because: 'unknown-time-zone', count: 1 }]]);
  });

  it('of a whole day are the day here, from midnight to midnight', () => {
    expect(times(...event('DTSTART;VALUE=DATE:20261203'))).toEqual([
      ['2026-12-02T20:00', '2026-12-03T20:00'],
    ]);
  });

  it('repeat by the rule, without exceptions, with changed ones, from today on', () => {
    const weekly = event(
      'DTSTART;TZID=Asia/Tbilisi:20250106T100000',
      'DTEND;TZID=Asia/Tbilisi:20250106T110000',
      'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20261215T000000Z',
      'EXDATE;TZID=Asia/Tbilisi:20261130T100000',
    );
    const moved = event(
      'RECURRENCE-ID;TZID=Asia/Tbilisi:20261207T100000',
      'DTSTART;TZID=Asia/Tbilisi:20261208T150000',
      'DTEND;TZID=Asia/Tbilisi:20261208T160000',
    );
    expect(times(...weekly, ...moved)).toEqual([
      ['2026-11-23T06:00', '2026-11-23T07:00'],
      ['2026-12-08T11:00', '2026-12-08T12:00'],
      ['2026-12-14T06:00', '2026-12-14T07:00'],
    ]);
  });

  it('that touch or overlap are one, and begin now at the earliest', () => {
    const at = (from: string, to: string) =>
      event(`DTSTART:20261120T${from}Z`, `DTEND:20261120T${to}Z`);
    const all = [...at('100000', '150000'), ...at('150000', '160000'), ...at('153000', '154000')];
    expect(times(...all)).toEqual([['2026-11-20T13:40', '2026-11-20T16:00']]);
  });

  it('leave out what takes no time, has passed or lies too far ahead, and say so', () => {
    const at = (day: string, ...more: string[]) =>
      event(`DTSTART:${day}T060000Z`, `DTEND:${day}T070000Z`, ...more);
    const { busy, skipped } = read(
      ...at('20261203', 'TRANSP:TRANSPARENT'),
      ...at('20261203', 'STATUS:CANCELLED'),
      ...event('DTSTART:20261203T060000Z'),
      ...at('20261101'),
      ...at('20281101'),
    );
    expect(busy).toEqual([]);
    expect(skipped.map(({ because }) => because)).toEqual([
      ...['free', 'cancelled', 'without-length', 'in-the-past', 'too-far-ahead'],
    ]);
  });

  it('of a day of changing clocks keep their length in the zone of the file', () => {
    const start = 'DTSTART;TZID=Europe/Berlin:20270328T013000';
    expect(times(...event(start, 'DTEND;TZID=Europe/Berlin:20270328T033000'))).toEqual([
      ['2027-03-28T00:30', '2027-03-28T01:30'],
    ]);
  });

  it('reach no further ahead than they are kept', () => {
    const hourly = event(
      'DTSTART:20261203T000000Z',
      'DURATION:PT30M',
      'RRULE:FREQ=HOURLY;COUNT=3000',
    );
    const { busy, until } = read(...hourly);
    expect(busy).toHaveLength(2000);
    expect(until > (busy.at(-1)?.to ?? '')).toBe(true);
    expect(until < '2027-03-01').toBe(true);
  });
});

describe('a file that is no calendar of anybody', () => {
  it.each<[string, string, string]>([
    ['text', 'hello', 'not-a-calendar'],
    ['a card', 'BEGIN:VCARD\r\nFN:x\r\nEND:VCARD', 'not-a-calendar'],
    [
      'a broken rule',
      file(...event('DTSTART:20261203T060000Z', 'RRULE:FREQ=NEVER')),
      'not-a-calendar',
    ],
    ['too many bytes', file(`X-A:${'ა'.repeat(90_000)}`), 'too-large'],
    [
      'too many occurrences',
      file(...event('DTSTART:20261203T060000Z', 'DURATION:PT1S', 'RRULE:FREQ=MINUTELY')),
      'too-many-occurrences',
    ],
    [
      'steps without number before today',
      file(...event('DTSTART:19700101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=HOURLY')),
      'too-many-occurrences',
    ],
    [
      'a rule that never comes true',
      file(...event('DTSTART:20261203T060000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')),
      'too-long-to-read',
    ],
  ])(
    'is refused: %s',
    (_, text, code) => {
      expect(refusalOf(() => busyTimes(text, AT, ZONE))).toEqual({
        code: 'calendar-unreadable',
        hindrances: [{ pointer: '/calendar', code }],
      });
    },
    20_000,
  );
});
