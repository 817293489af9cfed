import type { Examples } from './example.ts';

export const feedback = {
  number: 1,
  code: { code: 'acting', label: 'We are acting.' },
  stage: 'first',
  from: 'agency-imereti',
  at: '2026-11-24T11:20:00.000Z',
  message: 'A social worker is with the child.',
};

const released = {
  number: 2,
  code: { code: 'child-seen', label: 'We have seen the child in person.' },
  stage: 'first',
  from: 'police-imereti',
  at: '2026-11-24T12:40:00.000Z',
  message: 'ბავშვი ბებიასთანაა.',
};

export const feedbackExamples: Examples = {
  sendFeedback: {
    bodies: {
      acting: {
        title: { ka: 'პირველი უკუკავშირი', en: 'First feedback' },
        value: { code: 'acting', message: 'სოციალური მუშაკი ბავშვთანაა.' },
      },
    },
    answer: feedback,
  },
  acknowledgeFeedback: { answer: { ...feedback, acknowledgedAt: '2026-11-24T12:01:10.000Z' } },
  releaseFeedback: {
    bodies: { asItIs: { title: { ka: 'უცვლელად', en: 'As it is' }, value: {} } },
    answer: released,
  },
  closeFeedbackLoop: {
    bodies: {
      closing: {
        title: { ka: 'დადასტურება არ მოვიდა', en: 'No acknowledgement came' },
        value: { reason: 'head-asked-no-answer' },
      },
    },
    answer: { ...released, loopClosedAt: '2026-12-02T09:00:00.000Z' },
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
};
