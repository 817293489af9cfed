import type { Examples } from './example.ts';

export const oversightExamples: Examples = {
  listUnanswered: {
    answer: {
      items: [
        {
          receipt: 'ER-7K3M-92QD',
          referral: 'ref_7k3m92qd',
          case: 'cas_6wq3tr8ynk2mzp5hdf7c',
          task: 'tsk_4n8qwe7zr2mfk9tgc3yh',
          holder: 'agency-imereti',
          awaited: { code: 'received', label: 'Received by a person' },
          since: '2026-11-20T13:55:02.000Z',
          dueAt: '2026-11-20T14:10:02.000Z',
          overdue: true,
          called: {
            role: { code: 'holder-duty', label: 'Duty desk of the agency' },
            at: '2026-11-20T14:10:02.000Z',
          },
          ladder: [
            {
              at: '2026-11-20T14:10:02.000Z',
              role: { code: 'holder-duty', label: 'Duty desk of the agency' },
              way: { code: 'call', label: 'By telephone call' },
              passed: true,
            },
            {
              at: '2026-11-20T14:25:02.000Z',
              role: { code: 'agency-head', label: 'Head of the agency' },
              way: { code: 'call', label: 'By telephone call' },
              passed: false,
            },
          ],
        },
      ],
    },
  },
  listWatched: {
    answer: {
      items: [
        {
          what: 'duty-gap',
          subject: { kind: 'agency', id: 'agency-imereti' },
          number: 3,
          version: 1,
          at: '2026-11-20T09:12:00.000Z',
          agency: 'agency-imereti',
          codes: {},
        },
      ],
    },
  },
  checkWatched: {
    bodies: {
      inOrder: {
        title: { ka: 'წესრიგშია', en: 'All is well' },
        value: { finding: 'in-order' },
      },
      takenUp: {
        title: { ka: 'განხილულია უწყებასთან', en: 'Taken up with the agency' },
        value: { finding: 'taken-up' },
      },
    },
    answer: {
      what: 'sharing-override',
      subject: { kind: 'referral', id: 'ref_7k3m92qd' },
      number: 1,
      version: 2,
      at: '2026-11-20T09:12:00.000Z',
      agency: 'municipality-zestaponi',
      codes: { reason: 'family-cannot-be-asked' },
      checked: { at: '2026-11-21T08:30:00.000Z', finding: 'in-order' },
    },
  },
  listDutyGaps: {
    answer: {
      items: [
        {
          agency: 'agency-imereti',
          from: '2026-11-21T14:00:00.000Z',
          to: '2026-11-22T05:00:00.000Z',
          found: 'ahead',
          toldAt: '2026-11-20T09:12:00.000Z',
        },
      ],
    },
  },
  listUnits: {
    answer: {
      from: '2026-11-15T20:00:00.000Z',
      to: '2026-11-20T14:30:00.000Z',
      items: [
        {
          agency: 'agency-imereti',
          received: 14,
          accepted: 11,
          inTime: 10,
          medianMinutes: 22,
          open: 9,
          overdue: 1,
          unanswered: 2,
          cut: false,
          misses: [
            {
              how: 'redirected',
              rule: { code: 'lead-danger', label: 'Danger is at hand or cannot be ruled out.' },
              kind: { code: 'assess-safety', label: 'Assess safety and lead the case' },
              municipality: { code: 'zestaponi', label: 'Zestaponi' },
              tasks: 1,
            },
          ],
        },
      ],
    },
  },
};
