import { describe, expect, it } from 'vitest';
import { onlyTimes } from '../../console/centre/only-times.ts';
import { busyTimes } from '../../shared/platform/busy-times.ts';

const AT = '2026-11-20T13:40:00.000Z';
const ZONE = 'Asia/Tbilisi';
const SECRET = ['ნინო', 'nino@', 'ოფისი', '599', 'Office'];

/** As a calendar program writes it: a zone of its own, a series with one moved hour, an alarm, folded lines. */
const FILE = [
  ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Office//ka', 'X-WR-CALNAME:ნინოს კალენდარი'],
  ...['BEGIN:VTIMEZONE', 'TZID:Office Time', 'X-LIC-LOCATION:Asia/Baku', 'BEGIN:STANDARD'],
  ...['DTSTART:16010101T000000', 'TZOFFSETFROM:+0300', 'TZOFFSETTO:+0300', 'TZNAME:Office'],
  ...['END:STANDARD', 'END:VTIMEZONE', 'BEGIN:VEVENT', 'UID:series-nino@police.ge'],
  ...['DTSTART;TZID="Office Time":20261203T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4'],
  ...['EXDATE;TZID="Office Time":20261210T100000', 'SUMMARY:ნინოს საქმე', 'DESCRIPTION:ძალიან'],
  ...[' გრძელი ტექსტი: 599 11 22 33', '\tBEGIN:VALARM', 'BEGIN:VALARM', 'ACTION:DISPLAY'],
  ...['DESCRIPTION:ნინო', 'TRIGGER:-PT15M', 'END:VALARM', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:series-nino@police.ge', 'RECURRENCE-ID:20261217T070000Z'],
  ...['DTSTART:20261217T120000Z', 'DTEND:2026121', ' 7T130000Z', 'LOCATION:ოფისი', 'END:VEVENT'],
  ...['BEGIN:VEVENT', 'UID:2', 'DTSTART;VALUE=DATE:20261225', 'TRANSP:TRANSPARENT', 'END:VEVENT'],
  ...['BEGIN:VFREEBUSY', 'FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20261204T060000Z/PT30M'],
  ...['END:VFREEBUSY', 'END:VCALENDAR', ''],
].join('\r\n');

describe('a calendar file on its way out', () => {
  it('tells the hub the same hours as the whole file', () => {
    const whole = busyTimes(FILE, AT, ZONE);
    expect(whole.busy).toHaveLength(4);
    expect(busyTimes(onlyTimes(FILE), AT, ZONE)).toEqual(whole);
    expect(busyTimes(onlyTimes(FILE.replaceAll('\r\n', '\n')), AT, ZONE)).toEqual(whole);
  });

  it('says nothing else of whoever keeps it, but the name it gives its zone', () => {
    const sent = onlyTimes(FILE).replaceAll('Office Time', '');
    expect(SECRET.filter((said) => sent.includes(said))).toEqual([]);
  });
});
