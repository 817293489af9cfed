import type { Examples } from './example.ts';

const people = [
  {
    name: 'თამარ ბერიძე',
    phone: '+995 599 00 00 01',
    account: 'person-tamar-agency-imereti',
    deputy: { name: 'ნოდარ კაპანაძე', phone: '+995 599 00 00 02' },
  },
  { name: 'ლია გოგოლაძე', phone: '+995 599 00 00 03' },
];
const night = {
  from: '2026-11-20T14:00:00.000Z',
  to: '2026-11-21T05:00:00.000Z',
  person: 0,
  car: 'car-2',
};
const weekend = { from: '2026-11-21T05:00:00.000Z', to: '2026-11-23T05:00:00.000Z', person: 1 };

const roster = {
  agency: 'agency-imereti',
  people,
  shifts: [night, weekend],
  gaps: [{ from: '2026-11-23T05:00:00.000Z' }],
  at: '2026-11-20T09:12:00.000Z',
  version: 4,
  links: { self: '/v1/agencies/agency-imereti/duty' },
};

export const dutyExamples: Examples = {
  publishRoster: {
    bodies: {
      weekend: {
        title: { ka: 'ღამე და შაბათ-კვირა', en: 'A night and the weekend' },
        value: { people, shifts: [night, weekend] },
      },
    },
    answer: roster,
  },
  getRoster: { answer: roster },
  dutyDesks: { answer: { items: [{ agency: 'agency-imereti', phone: '+995 431 00 00 00' }] } },
};
