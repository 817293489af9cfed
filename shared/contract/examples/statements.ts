import type { Examples } from './example.ts';

const statement = {
  number: 1,
  kind: { code: 'pressured', label: 'I am put under pressure because of the referral' },
  at: '2026-11-25T08:30:00.000Z',
  text: 'დირექტორი მთხოვს, შეტყობინება უკან წავიღო.',
  considered: [],
};

export const statementExamples: Examples = {
  makeStatement: {
    bodies: {
      pressured: {
        title: { ka: 'ზეწოლა', en: 'Under pressure' },
        value: { kind: 'pressured', text: statement.text },
      },
    },
    answer: statement,
  },
  listStatements: { answer: { items: [statement] } },
  considerStatement: {
    bodies: {
      considered: {
        title: { ka: 'განხილულია', en: 'Considered' },
        value: { note: 'ვესაუბრე მასწავლებელს; მუშაობა გრძელდება, რესურსცენტრი ჩართულია.' },
      },
    },
    answer: {
      ...statement,
      considered: [
        {
          at: '2026-11-25T09:10:00.000Z',
          note: 'ვესაუბრე მასწავლებელს; მუშაობა გრძელდება, რესურსცენტრი ჩართულია.',
        },
      ],
    },
  },
};
