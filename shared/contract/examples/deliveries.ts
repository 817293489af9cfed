import type { Examples } from './example.ts';

const self = '/v1/webhook-endpoints/whe_3nrc7xpj8q2mzt5w9hkd/deliveries';
const host = 'social.zestaponi.example';

const delivery = {
  sequence: 118,
  event: 'evt_8q2mzt5w9hkd3nrc7xpj',
  type: 'task.requested',
  subject: { kind: 'task', id: 'tsk_4n8qwe7zr2mfk9tgc3yh' },
  at: '2026-11-24T09:05:00.100Z',
  deadline: '2026-11-24T13:05:00.000Z',
  urgency: 'urgent',
  status: 'delivered',
  replays: 0,
  attempts: [
    {
      ...{ at: '2026-11-24T09:05:00.400Z', error: 'connection-refused', milliseconds: 12 },
      ...{ host, keys: [1] },
    },
    { at: '2026-11-24T09:05:06.100Z', status: 204, milliseconds: 85, host, keys: [1] },
  ],
  links: { self: `${self}/118`, replay: `${self}/118/replay` },
};
const again = { ...delivery, status: 'waiting', replays: 1 };

export const deliveryExamples: Examples = {
  listDeliveries: { answer: { items: [delivery], next: `${self}?limit=50&cursor=eyJz.k3Zt` } },
  getDelivery: {
    answer: {
      ...delivery,
      attempts: delivery.attempts.map((attempt) =>
        'error' in attempt ? attempt : { ...attempt, excerpt: 'taken, thank you' },
      ),
    },
  },
  replayDelivery: { answer: again },
  replayDeliveries: {
    bodies: {
      neverAttempted: {
        title: { ka: 'რაც არასოდეს გაგზავნილა', en: 'Whatever was never tried' },
        value: { neverAttempted: true },
      },
      givenUp: {
        title: { ka: 'რაც ვერ მივიდა', en: 'Whatever did not arrive' },
        value: { status: 'given-up' },
      },
      numbers: {
        title: { ka: 'ნომრების შუალედი', en: 'A range of numbers' },
        value: { sequences: { from: 100, to: 118 } },
      },
      time: {
        title: { ka: 'დროის შუალედი', en: 'A range of time' },
        value: {
          times: { from: '2026-11-23T00:00:00.000Z', to: '2026-11-24T00:00:00.000Z' },
        },
      },
    },
    answer: { replayed: 40, left: 12, after: 97, links: { deliveries: self } },
  },
};
