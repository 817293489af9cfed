import type { Examples } from './example.ts';

export const feedExamples: Examples = {
  readFeed: {
    answer: {
      items: [
        {
          sequence: 118,
          id: 'evt_8q2mzt5w9hkd3nrc7xpj',
          type: 'task.requested',
          subject: { kind: 'task', id: 'tsk_4n8qwe7zr2mfk9tgc3yh' },
          at: '2026-11-24T09:05:00.000Z',
          deadline: '2026-11-24T10:05:00.000Z',
          urgency: 'urgent',
          links: { subject: '/v1/tasks/tsk_4n8qwe7zr2mfk9tgc3yh' },
        },
      ],
      last: 118,
    },
  },
};
