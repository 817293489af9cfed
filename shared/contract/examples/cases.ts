import type { Examples } from './example.ts';
import { taskExamples } from './tasks.ts';

const self = '/v1/cases/cas_5w9hkd3nrc7xpj8q2mzt';

export const caseExamples: Examples = {
  getCase: {
    answer: {
      id: 'cas_5w9hkd3nrc7xpj8q2mzt',
      status: 'open',
      lead: 'agency-imereti',
      openedAt: '2026-11-24T09:04:59.310Z',
      municipality: { code: 'zestaponi', label: 'Zestaponi' },
      referrals: ['ref_7k3m92qd'],
      worker: 'Tamar Nimushadze',
      deputy: 'Levan Magalitadze',
      tasks: [
        {
          id: 'tsk_4n8qwe7zr2mfk9tgc3yh',
          kind: { code: 'assess-safety', label: 'Assess safety and lead the case' },
          track: 'safety',
          agency: 'agency-imereti',
          status: { code: 'accepted', label: 'Accepted' },
          urgency: 'urgent',
          deadline: '2026-11-24T10:05:00.000Z',
        },
      ],
      tracks: [
        { code: 'safety', label: 'Safety', state: 'open' },
        { code: 'justice', label: 'Justice', state: 'open' },
        { code: 'body', label: 'Physical health', state: 'ended' },
        { code: 'mind', label: 'Mental health', state: 'waived' },
      ],
      version: 3,
      links: { self, clocks: `${self}/clocks` },
    },
  },
  addTask: {
    bodies: {
      psychologist: {
        title: { ka: 'ფსიქოლოგის დახმარება', en: 'A psychologist’s help' },
        value: {
          kind: 'offer-psychological-support',
          agency: 'centre-tbilisi',
          urgency: 'high',
          note: 'ბავშვს აზერბაიჯანულენოვანი სპეციალისტი სჭირდება.',
        },
      },
    },
    answer: {
      ...(taskExamples.getTask?.answer as object),
      case: 'cas_5w9hkd3nrc7xpj8q2mzt',
      kind: { code: 'offer-psychological-support', label: 'Offer psychological support' },
      track: 'mind',
      role: 'participant',
      urgency: 'high',
      agency: 'centre-tbilisi',
      rule: { id: 'added-by-lead' },
    },
  },
  caseClocks: {
    answer: {
      items: [
        {
          name: 'child-seen',
          subject: 'cas_5w9hkd3nrc7xpj8q2mzt',
          holder: 'agency-imereti',
          startedAt: '2026-11-24T09:04:59.310Z',
          dueAt: '2026-11-25T09:04:59.310Z',
          state: 'running',
          guardsChild: true,
          points: [{ at: '2026-11-25T09:04:59.310Z', what: 'due', role: 'supervisor' }],
          because:
            'Tuesday 24 November 13:04 → starts at once and runs day and night; 24 hours; due Wednesday 25 November 13:04',
        },
      ],
    },
  },
};
