import type { Examples } from './example.ts';

const visit = '/v1/interviews/int_7h2mw9kd4rnc6xpj8q5z';
const role = (code: string, label: string) => ({ code, label });
const person = (code: string, label: string, resource: string, agency: string) => ({
  role: role(code, label),
  resource,
  agency,
  standIn: false,
  video: false,
});
const dates = [{ from: '2026-12-03', to: '2026-12-07', starts: 12 }];

const slot = {
  purpose: 'visit',
  start: '2026-11-26T06:00:00.000Z',
  end: '2026-11-26T08:45:00.000Z',
  site: 'centre-kutaisi',
  parts: [
    {
      part: role('interview', 'Joint interview'),
      start: '2026-11-26T06:30:00.000Z',
      end: '2026-11-26T07:30:00.000Z',
    },
    {
      part: role('first-contact', 'First contact with the psychologist'),
      start: '2026-11-26T07:45:00.000Z',
      end: '2026-11-26T08:15:00.000Z',
    },
  ],
  people: [
    {
      ...person('social-worker', 'Social worker', 'res_8h3vt6yjq2mw5zkdc9xr', 'agency-imereti'),
      name: 'გიორგი, სოციალური მუშაკი',
    },
    person('interviewer', 'Interviewer', 'res_4d7kn2wqx9hc5mrp8vzt', 'centre-kutaisi'),
  ],
  absent: [role('coordinator', 'Witness and victim coordinator')],
  rooms: [{ kind: role('interview-room', 'Interview room'), resource: 'res_2m9rc4zxk7hd6pnq5wvt' }],
  transport: {
    vehicle: 'res_5q7xn3wvk9mc2hrd8pzt',
    agency: 'centre-kutaisi',
    accessible: true,
    minutes: 45,
    there: { start: '2026-11-26T05:15:00.000Z', end: '2026-11-26T06:00:00.000Z' },
    back: { start: '2026-11-26T08:45:00.000Z', end: '2026-11-26T09:30:00.000Z' },
  },
  dueAt: '2026-11-27T13:40:00.000Z',
  inTime: true,
  confirms: [
    { agency: 'centre-kutaisi', roles: ['interviewer', 'psychologist'] },
    { agency: 'agency-imereti', roles: ['social-worker'] },
  ],
  score: 6.2,
  why: [
    { code: 'soon', label: 'The sooner the better', points: 3.2 },
    {
      code: 'known-worker',
      label: 'The child knows this person',
      points: 3,
      role: role('social-worker', 'Social worker'),
      resource: 'res_8h3vt6yjq2mw5zkdc9xr',
    },
  ],
  validUntil: '2026-11-24T08:15:00.000Z',
  slot: 'eyJpbnRlcnZpZXciOiJpbnRf.3q2-7w',
};

/** Finding a time. Nobody in them exists. */
export const slotExamples: Examples = {
  findSlots: {
    answer: {
      items: [slot],
      dueAt: '2026-11-27T13:40:00.000Z',
      blockers: [
        {
          codes: [role('prosecutor', 'Prosecutor')],
          says: 'Only “Prosecutor” prevents it (3 December – 7 December).',
          count: 12,
          first: '2026-12-03T06:00:00.000Z',
          dates,
          helps: [
            {
              code: 'stand-in',
              label: 'A stand-in',
              says: 'A stand-in: 4 possible starts (3 December – 7 December).',
              count: 4,
              first: '2026-12-03T06:00:00.000Z',
              dates: [{ from: '2026-12-03', to: '2026-12-07', starts: 4 }],
            },
          ],
        },
      ],
      helps: [{ code: 'waiting-list', label: 'The waiting list', says: 'The waiting list.' }],
    },
  },
  waitForSlot: {
    bodies: {
      'nothing-free': {
        title: { ka: 'ვადამდე არაფერია თავისუფალი', en: 'Nothing is free before the deadline' },
        value: { reason: 'nothing-free' },
      },
    },
    answer: {
      at: '2026-11-24T08:00:00.000Z',
      reason: role('nothing-free', 'Nothing is free before the deadline'),
      dueAt: '2026-11-27T13:40:00.000Z',
      next: '2026-11-24T08:15:00.000Z',
      unreachableSince: '2026-11-24T08:00:00.000Z',
      links: { interview: visit, slots: `${visit}/slots` },
    },
  },
};
