import type { Examples } from './example.ts';

const visit = '/v1/interviews/int_7h2mw9kd4rnc6xpj8q5z';
const self = `${visit}/bookings/bkg_3c8xk2vd9hw5pmq7rnzt`;
const day = '2026-11-26';
const at = { day, from: '10:00', to: '12:30' };
const role = (code: string, label: string) => ({ code, label });

const held = {
  id: 'bkg_3c8xk2vd9hw5pmq7rnzt',
  interview: 'int_7h2mw9kd4rnc6xpj8q5z',
  purpose: 'visit',
  state: { code: 'held', label: 'Provisional booking' },
  start: '2026-11-26T06:00:00.000Z',
  end: '2026-11-26T08:30:00.000Z',
  site: 'centre-tbilisi',
  parts: [
    { part: 'interview', start: '2026-11-26T06:30:00.000Z', end: '2026-11-26T07:15:00.000Z' },
    { part: 'first-contact', start: '2026-11-26T07:30:00.000Z', end: '2026-11-26T08:00:00.000Z' },
  ],
  agencies: [
    {
      agency: 'centre-tbilisi',
      roles: [role('interviewer', 'Interviewer'), role('psychologist', 'Psychologist')],
      state: 'asked',
    },
    {
      agency: 'police-imereti',
      roles: [role('investigator', 'Investigator')],
      state: 'confirmed',
      at: '2026-11-24T08:20:00.000Z',
    },
  ],
  takes: [
    { resource: 'res_4d7kn2wqx9hc5mrp8vzt', as: 'interviewer', ...at },
    { resource: 'res_8h3vt6yjq2mw5zkdc9xr', as: 'investigator', ...at },
    { resource: 'res_2m9rc4zxk7hd6pnq5wvt', as: 'interview-room', ...at },
  ],
  heldAt: '2026-11-24T08:00:00.000Z',
  heldBy: 'police-imereti',
  expiresAt: '2026-11-25T08:00:00.000Z',
  sequence: 4,
  version: 2,
  links: {
    interview: visit,
    bookings: `${visit}/bookings`,
    confirm: `${self}/confirmations`,
    decline: `${self}/declines`,
    move: `${self}/moves`,
    cancel: `${self}/cancellations`,
  },
};

const { expiresAt: _, ...rest } = held;
const over = { interview: visit, bookings: `${visit}/bookings` };
const booked = {
  ...rest,
  state: { code: 'booked', label: 'Booked' },
  agencies: held.agencies.map((one) => ({
    ...one,
    state: 'confirmed',
    at: '2026-11-24T09:40:00.000Z',
  })),
  bookedAt: '2026-11-24T09:40:00.000Z',
  version: 3,
};
const cancelled = {
  ...rest,
  state: { code: 'cancelled', label: 'Cancelled' },
  endedAt: '2026-11-25T07:00:00.000Z',
  reason: 'child-not-well',
  version: 4,
  links: over,
};

const title = (ka: string, en: string) => ({ ka, en });
const slot = 'eyJpbnRlcnZpZXciOiJpbnRfN2gyb…';

export const bookingExamples: Examples = {
  holdSlot: {
    bodies: {
      inTime: { title: title('ვადამდე', 'Before the deadline'), value: { slot } },
      afterDeadline: {
        title: title('ვადის შემდეგ, მიზეზით', 'After the deadline, with its reason'),
        value: { slot, breach: 'child-not-well' },
      },
    },
    answer: { ...held, version: 1 },
  },
  listBookings: { answer: { items: [held] } },
  confirmBooking: { answer: booked },
  declineBooking: {
    bodies: {
      otherTime: {
        title: title('სხვა დროს შეუძლია', 'Could come at another time'),
        value: {
          reason: 'court-hearing',
          alternative: { from: '2026-11-27T05:00:00Z', to: '2026-11-27T10:00:00Z' },
        },
      },
      oneRole: {
        title: title('ერთი როლი', 'One of its roles'),
        value: { reason: 'illness', roles: ['psychologist'], alternative: 'nobody' },
      },
    },
    answer: held,
  },
  moveBooking: {
    bodies: { other: { title: title('სხვა დრო', 'Another time'), value: { slot } } },
    answer: { ...held, sequence: 6, version: 1 },
  },
  cancelBooking: {
    bodies: {
      ill: {
        title: title('ბავშვი ავად არის', 'The child is ill'),
        value: { reason: 'child-not-well' },
      },
    },
    answer: cancelled,
  },
  recordNoShow: {
    bodies: {
      child: {
        title: title('ბავშვი არ მოვიდა', 'The child did not come'),
        value: { who: 'child' },
      },
      role: {
        title: title('მონაწილე არ მოვიდა', 'Somebody with a role did not come'),
        value: { who: 'prosecutor', note: 'ტელეფონზეც არ პასუხობდა.' },
      },
    },
    answer: { ...cancelled, state: { code: 'no-show', label: 'No-show' } },
  },
};
