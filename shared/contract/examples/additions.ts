import type { Examples } from './example.ts';

const self = '/v1/referrals/ref_7k3m92qd';

export const additionExamples: Examples = {
  addNews: {
    bodies: {
      worse: {
        title: { ka: 'ბავშვი საფრთხეშია', en: 'The child is in danger' },
        value: {
          narrative: 'მამა სკოლასთან დგას და ბავშვს ელოდება, ნასვამია.',
          channel: 'phone',
          immediateDanger: 'yes',
          child: { whereabouts: { childNow: { where: 'სკოლის ბიბლიოთეკა' } } },
          relatedChildren: [{ givenName: 'ლუკა', ageYears: 5, role: 'at-home' }],
        },
      },
    },
    answer: {
      referral: 'ref_7k3m92qd',
      receiptNumber: 'ER-7K3M-92QD',
      number: 1,
      at: '2026-11-24T12:20:00.000Z',
      links: { referral: self, additions: `${self}/additions` },
    },
  },
  listAdditions: {
    answer: {
      items: [
        {
          number: 1,
          at: '2026-11-24T12:20:00.000Z',
          channel: 'phone',
          from: 'school-zestaponi',
          stated: {
            concern: { immediateDanger: 'yes' },
            narrative: {
              narrative: 'მამა სკოლასთან დგას და ბავშვს ელოდება, ნასვამია.',
              narrativeLanguage: 'ka',
            },
          },
        },
      ],
    },
  },
};
