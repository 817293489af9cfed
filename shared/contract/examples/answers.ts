import type { Examples } from './example.ts';
import { referralExamples } from './referrals.ts';

const referral = referralExamples.getReferral?.answer as Record<string, unknown>;
const early = { ...referral, kind: 'early-identification', case: undefined };

const feedback = {
  number: 2,
  code: { code: 'child-seen', label: 'We have seen the child in person.' },
  stage: 'first',
  from: 'police-imereti',
  at: '2026-11-24T12:40:00.000Z',
  message: 'ბავშვი ბებიასთანაა.',
};

const question = {
  number: 1,
  from: 'agency-imereti',
  askedAt: '2026-11-24T12:10:00.000Z',
  question: 'რომელ საათზე მიდის ბავშვი სკოლიდან და ვინ მიჰყავს?',
  answerBy: '2026-11-24T14:00:00.000Z',
  reminder: {
    code: 'do-not-question-child',
    label:
      'Do not question the child again: write down word for word what it said, and listen if it speaks of its own accord.',
  },
};

const statement = {
  number: 1,
  kind: { code: 'pressured', label: 'I am put under pressure because of the referral' },
  at: '2026-11-25T08:30:00.000Z',
  text: 'დირექტორი მთხოვს, შეტყობინება უკან წავიღო.',
  considered: [],
};

export const answerExamples: Examples = {
  releaseFeedback: {
    bodies: { asItIs: { title: { ka: 'უცვლელად', en: 'As it is' }, value: {} } },
    answer: feedback,
  },
  closeFeedbackLoop: {
    bodies: {
      closing: {
        title: { ka: 'დადასტურება არ მოვიდა', en: 'No acknowledgement came' },
        value: { reason: 'head-asked-no-answer' },
      },
    },
    answer: { ...feedback, loopClosedAt: '2026-12-02T09:00:00.000Z' },
  },
  exceptFromFeedback: {
    bodies: {
      unreachable: {
        title: { ka: 'დაკავშირება ვერ მოხერხდა', en: 'Could not be reached' },
        value: { code: 'referrer-unreachable', note: 'სამჯერ დავრეკეთ, ნომერი გათიშულია.' },
      },
    },
    answer: {
      number: 1,
      code: { code: 'referrer-unreachable', label: 'Whoever referred could not be reached' },
      stages: ['first', 'outcome', 'acknowledgement'],
      at: '2026-11-25T09:00:00.000Z',
      note: 'სამჯერ დავრეკეთ, ნომერი გათიშულია.',
    },
  },
  askReferrer: {
    bodies: {
      question: {
        title: { ka: 'შეკითხვა მასწავლებელს', en: 'A question to the teacher' },
        value: { question: question.question, answerBy: question.answerBy },
      },
    },
    answer: question,
  },
  listQuestions: { answer: { items: [question] } },
  answerQuestion: {
    bodies: {
      answer: {
        title: { ka: 'რაც უკვე ვიცით', en: 'What is known already' },
        value: { answer: 'გაკვეთილები 14:30-ზე მთავრდება, ბებია მოდის.' },
      },
    },
    answer: {
      ...question,
      answer: 'გაკვეთილები 14:30-ზე მთავრდება, ბებია მოდის.',
      answeredAt: '2026-11-24T12:31:00.000Z',
    },
  },
  returnReferral: {
    bodies: {
      incomplete: {
        title: { ka: 'პასუხები აკლია', en: 'Answers are missing' },
        value: { reason: 'incomplete', question: 'სად ცხოვრობს ოჯახი ახლა?' },
      },
    },
    answer: { ...early, status: { code: 'returned', label: 'Returned for clarification' } },
  },
  withdrawReferral: {
    bodies: {
      twice: {
        title: { ka: 'ორჯერ გაიგზავნა', en: 'Sent twice' },
        value: { reason: 'sent-twice' },
      },
    },
    answer: { ...early, status: { code: 'withdrawn', label: 'Withdrawn' } },
  },
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
