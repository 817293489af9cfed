import type { Examples } from './example.ts';

const ID = 'res_4k7tqwe2rn9xc5hjd8mz';
const self = `/v1/resources/${ID}`;
const links = { self, broken: `${self}/broken` };

const week = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [
    day,
    [{ from: '09:00', to: '18:00' }],
  ]),
);
const sent = {
  kind: 'person',
  name: 'თეონა',
  site: 'centre-tbilisi',
  municipality: 'tbilisi',
  qualifications: [{ code: 'forensic-interviewer', from: '2024-03-01', to: '2027-02-28' }],
  languages: ['ka', 'ru'],
  sex: 'female',
  availability: {
    pattern: week,
    exceptions: [{ date: '2026-12-05', hours: [{ from: '10:00', to: '14:00' }] }],
    leave: [{ from: '2026-12-28', to: '2026-12-31', kind: 'leave' }],
    onCall: [{ from: '2026-12-12T05:00:00.000Z', to: '2026-12-12T14:00:00.000Z' }],
    onHolidays: false,
  },
  buffers: { before: 0, after: 15 },
  accessible: true,
};

const line = {
  id: ID,
  agency: 'centre-tbilisi',
  kind: 'person',
  name: sent.name,
  site: 'centre-tbilisi',
  municipality: 'tbilisi',
  qualifications: sent.qualifications,
  languages: sent.languages,
  accessible: true,
  links,
};
const view = {
  ...line,
  sex: sent.sex,
  availability: sent.availability,
  buffers: sent.buffers,
  version: 3,
};

const visit = '/v1/interviews/int_8d3kmz5w9hq2xc7tnrje';
const broken = {
  interview: 'int_8d3kmz5w9hq2xc7tnrje',
  booking: 'bkg_2w9hqd3nrc7xpj8k5mzt',
  state: 'booked',
  role: { code: 'interviewer', label: 'Interviewer' },
  start: '2026-12-03T06:00:00.000Z',
  end: '2026-12-03T09:30:00.000Z',
  because: [{ code: 'sick', label: 'Sick leave' }],
  links: { interview: visit, otherTime: `${visit}/slots` },
};

export const resourceExamples: Examples = {
  putResource: {
    bodies: {
      interviewer: {
        title: { ka: 'გამომკითხავი და შვებულება', en: 'An interviewer, with leave' },
        value: sent,
      },
      room: {
        title: { ka: 'გამოკითხვის ოთახი', en: 'An interview room' },
        value: {
          kind: 'interview-room',
          name: 'ოთახი 1',
          site: 'centre-tbilisi',
          qualifications: [{ code: 'accredited-room', from: '2025-01-01', to: '2027-12-31' }],
          availability: { pattern: week },
          accessible: true,
        },
      },
    },
    answer: {
      ...view,
      closed: ['2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31'],
      opened: [],
      breaks: [],
    },
  },
  getResource: { answer: view },
  listResources: { answer: { items: [line] } },
  centreDay: {
    answer: {
      agency: 'centre-tbilisi',
      day: '2026-12-03',
      rows: [
        {
          what: 'zone',
          kind: { code: 'entrance', label: 'Entrance' },
          taken: [
            {
              from: '2026-12-03T05:30:00.000Z',
              to: '2026-12-03T06:00:00.000Z',
              state: 'booked',
              visit: 'int_8d3kmz5w9hq2xc7tnrje',
              purpose: 'visit',
              elsewhere: false,
            },
          ],
        },
        {
          what: 'person',
          kind: { code: 'person', label: 'Person' },
          resource: ID,
          name: 'თეონა',
          closed: { code: 'training', label: 'Training' },
          taken: [],
        },
      ],
      visits: [
        {
          id: 'int_8d3kmz5w9hq2xc7tnrje',
          purpose: 'visit',
          start: '2026-12-03T05:30:00.000Z',
          end: '2026-12-03T09:30:00.000Z',
          parts: [
            {
              part: 'interview',
              start: '2026-12-03T06:00:00.000Z',
              end: '2026-12-03T07:30:00.000Z',
            },
          ],
          status: { code: 'booked', label: 'Booked' },
          state: { code: 'booked', label: 'Booked' },
          preparation: { ready: false, open: 2 },
        },
      ],
      movements: [
        {
          at: '2026-12-03T05:30:00.000Z',
          way: 'arrives',
          visit: 'int_8d3kmz5w9hq2xc7tnrje',
          who: { code: 'child', label: 'The child' },
          video: false,
        },
      ],
      separation: [
        {
          visits: ['int_8d3kmz5w9hq2xc7tnrje', 'int_2w9hqd3nrc7xpj8k5mzt'],
          must: 'not-meet',
          kept: true,
        },
      ],
    },
  },
  listBroken: {
    answer: {
      items: [
        {
          ...broken,
          repairs: [
            { resource: 'res_9m2kqwe7rn4xc5hjd8zt', agency: 'centre-tbilisi', standIn: false },
          ],
          otherTime: false,
        },
      ],
    },
  },
  putOutsideCalendar: {
    bodies: {
      secret: {
        title: { ka: 'კალენდრის საიდუმლო ბმული', en: 'The secret link of a calendar' },
        value: { url: 'https://calendar.example.ge/feeds/7f1d0c5e/busy.ics' },
      },
    },
    answer: {
      resource: ID,
      intervals: 12,
      until: '2027-12-25T09:00:00.000Z',
      understood: { events: 9, freeBusy: 0, occurrences: 14 },
      skipped: [{ because: 'transparent', count: 2 }],
      version: 5,
    },
  },
  refreshOutsideCalendar: {
    answer: {
      resource: ID,
      intervals: 13,
      until: '2027-12-25T09:00:00.000Z',
      understood: { events: 10, freeBusy: 0, occurrences: 15 },
      skipped: [],
      version: 6,
    },
  },
  putBusyTimes: {
    bodies: {
      busy: {
        title: { ka: 'დაკავებული დრო ერთ დღეს', en: 'Busy on one day' },
        value: {
          calendar: [
            ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VFREEBUSY'],
            'FREEBUSY:20261203T060000Z/20261203T090000Z',
            ...['END:VFREEBUSY', 'END:VCALENDAR'],
          ].join('\r\n'),
        },
      },
    },
    answer: {
      resource: ID,
      intervals: 1,
      until: '2027-12-25T09:00:00.000Z',
      understood: { events: 0, freeBusy: 1, occurrences: 1 },
      skipped: [],
      version: 4,
    },
  },
};
