import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { newInterviewId, newResourceId } from '../../shared/domain/ids.ts';
import type { Invitation } from '../../shared/domain/invitation/invitation.ts';
import { placeOf, summaryOf } from '../../shared/domain/invitation/words.ts';
import { calendarFeed, calendarMessage } from '../../shared/platform/calendar-file.ts';
import { policy } from '../../shared/policy/policy.ts';
import { agency, counting, instant, NOW } from '../build.ts';

const bytes = counting(9000);
const edition = policy.at(instant());
const words = {
  hubUrl: 'https://ertad.ge/',
  summary: (one: Invitation) => summaryOf(one, edition),
  place: (one: Invitation) => placeOf(one, edition),
};

const anInvitation = (over: Partial<Invitation> = {}): Invitation => ({
  what: 'invitation',
  resource: newResourceId(bytes),
  interview: newInterviewId(bytes),
  purpose: 'visit',
  version: 3,
  status: 'tentative',
  start: '2026-12-01T07:00:00.000Z',
  end: '2026-12-01T08:00:00.000Z',
  site: agency('centre-tbilisi'),
  role: 'prosecutor',
  changedAt: NOW,
  mailed: 0,
  ...over,
});

const parsed = (file: string) => new ICAL.Component(ICAL.parse(file));
const entriesOf = (file: string) => parsed(file).getAllSubcomponents('vevent');

/** All that may ever stand in an entry. */
const ALLOWED = [
  ...['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'summary', 'location', 'url', 'status'],
  'organizer',
];

describe('a calendar file', () => {
  it('says time, place code, role and link, and nothing else', () => {
    const invitation = anInvitation();
    const { file } = calendarMessage(invitation, words, 'hub@ertad.example');
    const [entry] = entriesOf(file);
    const names = entry?.getAllProperties().map(({ name }) => name) ?? [];
    expect(names.filter((name) => !ALLOWED.includes(name))).toEqual([]);
    expect(entry?.getFirstPropertyValue('location')).toBe('T-1');
    expect(entry?.getFirstPropertyValue('summary')).toBe('Ertad · პროკურორი / Prosecutor');
    expect(entry?.getFirstPropertyValue('url')).toBe(
      `https://ertad.ge/v1/interviews/${invitation.interview}`,
    );
    expect(String(entry?.getFirstPropertyValue('dtstart'))).toBe('2026-12-01T07:00:00Z');
    expect(file).not.toMatch(/attendee|centre|child|ბავშვ/i);
  });

  it.each([
    ['tentative', 'REQUEST', 'TENTATIVE'],
    ['confirmed', 'REQUEST', 'CONFIRMED'],
    ['cancelled', 'CANCEL', 'CANCELLED'],
  ] as const)('of a %s entry asks or takes back', (status, method, said) => {
    const message = calendarMessage(anInvitation({ status }), words, 'hub@ertad.example');
    expect(message.method).toBe(method);
    expect(parsed(message.file).getFirstPropertyValue('method')).toBe(method);
    const [entry] = entriesOf(message.file);
    expect(entry?.getFirstPropertyValue('status')).toBe(said);
    expect(entry?.getFirstPropertyValue('sequence')).toBe(2);
  });

  it('keeps one uid for an entry through all its versions', () => {
    const invitation = anInvitation();
    const uids = [invitation, { ...invitation, version: 4, status: 'cancelled' as const }].map(
      (one) => entriesOf(calendarMessage(one, words, 'hub@ertad.example').file)[0],
    );
    expect(uids[0]?.getFirstPropertyValue('uid')).toBe(uids[1]?.getFirstPropertyValue('uid'));
  });

  it('of a room says that it is taken, and not for what', () => {
    const { role: _, ...room } = anInvitation();
    const [entry] = entriesOf(calendarFeed([room], words));
    expect(entry?.getFirstPropertyValue('summary')).toBe('Ertad · დაკავებულია / Taken');
  });

  it('of another site than a centre carries a code that tells no place', () => {
    const [entry] = entriesOf(
      calendarFeed([anInvitation({ site: agency('clinic-kutaisi') })], words),
    );
    expect(entry?.getFirstPropertyValue('location')).toBe('R-1');
  });

  it('holds all entries of a resource for subscription', () => {
    const feed = calendarFeed([anInvitation(), anInvitation({ status: 'cancelled' })], words);
    expect(parsed(feed).getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(entriesOf(feed)).toHaveLength(2);
  });
});
