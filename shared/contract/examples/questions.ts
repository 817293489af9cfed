import type { Examples } from './example.ts';

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

export const questionExamples: Examples = {
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
};
