import type { Examples } from './example.ts';

const self = '/v1/webhook-endpoints/whe_3nrc7xpj8q2mzt5w9hkd';

const endpoint = {
  id: 'whe_3nrc7xpj8q2mzt5w9hkd',
  url: 'https://social.zestaponi.example/ertad',
  events: ['*'],
  createdAt: '2026-11-02T08:00:00.000Z',
  links: { self, deliveries: `${self}/deliveries` },
};

export const partnerExamples: Examples = {
  createEndpoint: {
    bodies: {
      everything: {
        title: { ka: 'ყველა მოვლენა', en: 'Every event' },
        value: { url: endpoint.url, events: ['*'] },
      },
      some: {
        title: { ka: 'მხოლოდ ახალი ამოცანები და ვადები', en: 'New tasks and deadlines only' },
        value: { url: endpoint.url, events: ['task.requested', 'clock.warned', 'clock.overdue'] },
      },
    },
    answer: { ...endpoint, secret: 'whsec_shown+once+and+never+again+keep+it+safe=' },
  },
  listEndpoints: { answer: { items: [endpoint] } },
  listDeliveries: {
    answer: {
      items: [
        {
          sequence: 118,
          event: 'evt_8q2mzt5w9hkd3nrc7xpj',
          status: 'delivered',
          attempts: [
            { at: '2026-11-24T09:05:00.400Z', error: 'ECONNREFUSED', milliseconds: 12 },
            { at: '2026-11-24T09:05:06.100Z', status: 204, milliseconds: 85 },
          ],
        },
      ],
    },
  },
};
