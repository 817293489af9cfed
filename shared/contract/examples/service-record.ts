import type { Examples } from './example.ts';

const task = 'tsk_4n8qwe7zr2mfk9tgc3yh';
const event = 'evt_8q2mzt5w9hkd3nrc7xpj';
const endpoint = 'whe_6c4trx8m2kq9hwznd3yp';
const sent = { what: 'attempted', label: 'A webhook was sent', endpoint, sequence: 118, event };

export const serviceExamples: Examples = {
  serviceRecord: {
    answer: {
      task,
      agency: 'municipality-zestaponi',
      createdAt: '2026-11-20T13:40:02.000Z',
      deadline: '2026-11-25T14:00:00.000Z',
      items: [
        {
          at: '2026-11-20T13:40:02.000Z',
          what: 'requested',
          agency: 'municipality-zestaponi',
          label: 'The agency was asked',
          hash: 'a0f9b6cb1f0b3b52b7a45a02c4e5fd16f6c9d4a5a76b1de1d2d0c2ae63a3a9f4',
        },
        {
          at: '2026-11-20T13:40:03.120Z',
          what: 'told',
          sequence: 118,
          event,
          type: 'task.requested',
          label: 'Written into the agency’s feed',
          hash: '3d1c0b7e2a2d4c6f8b5e9a7c1d3f5b7094e6a8c0b2d4f6183a5c7e9f1b3d5f70',
        },
        {
          ...sent,
          at: '2026-11-20T13:40:03.400Z',
          attempt: 1,
          status: 503,
          milliseconds: 85,
          keys: [1],
          host: 'work.zestaponi.example',
          excerpt: 'try again later',
          hash: '7e4d2c1b0a9f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a3928170615',
        },
        {
          at: '2026-11-20T13:46:00.000Z',
          what: 'fetched',
          agency: 'municipality-zestaponi',
          account: '9f2d7c1e-0b7a-4c58-9a57-1f0e3c6b2d48',
          action: 'task.read',
          label: 'The agency read the task',
          hash: 'c5a3e1f7d9b80624c5a3e1f7d9b80624c5a3e1f7d9b80624c5a3e1f7d9b80624',
        },
      ],
      hash: 'c5a3e1f7d9b80624c5a3e1f7d9b80624c5a3e1f7d9b80624c5a3e1f7d9b80624',
      links: { self: `/v1/tasks/${task}/service-record`, task: `/v1/tasks/${task}` },
    },
  },
};
