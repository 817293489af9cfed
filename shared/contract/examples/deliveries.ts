import type { Examples } from './example.ts';

export const deliveryExamples: Examples = {
  listDeliveries: {
    answer: {
      items: [
        {
          sequence: 118,
          event: 'evt_8q2mzt5w9hkd3nrc7xpj',
          status: 'delivered',
          attempts: [
            { at: '2026-11-24T09:05:00.400Z', error: 'connection-refused', milliseconds: 12 },
            { at: '2026-11-24T09:05:06.100Z', status: 204, milliseconds: 85 },
          ],
        },
      ],
    },
  },
};
