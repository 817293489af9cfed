import type { Examples } from './example.ts';

const care = {
  items: [
    {
      number: 1,
      at: '2026-12-03T08:40:00.000Z',
      agency: 'centre-tbilisi',
      item: { code: 'self-harm-screen', label: 'The psychologist screened for self-harm' },
      state: { code: 'done', label: 'Done' },
      result: { code: 'no-risk', label: 'No risk found' },
    },
    {
      number: 2,
      at: '2026-12-03T08:45:00.000Z',
      agency: 'agency-imereti',
      item: { code: 'named-contact', label: 'The child has one named contact with a phone' },
      state: { code: 'done', label: 'Done' },
      person: 'გიორგი კობახიძე, +995 555 00 00 02',
    },
  ],
  openBeforeLeaving: [{ code: 'safety-renewed', label: 'The safety decision was renewed' }],
  owed: [],
};
const gone = {
  ...care,
  openBeforeLeaving: [],
  owed: [
    {
      clock: { code: 'contact-first-day', label: 'Contact on the first day' },
      holder: 'agency-imereti',
      dueAt: '2026-12-04T09:00:00.000Z',
    },
  ],
  leftAt: '2026-12-03T09:00:00.000Z',
};

export const aftercareExamples: Examples = {
  recordCare: {
    bodies: {
      screen: {
        title: { ka: 'თვითდაზიანების რისკის შეფასება', en: 'The screening for self-harm' },
        value: { code: 'self-harm-screen', state: 'done', result: 'no-risk' },
      },
      contact: {
        title: { ka: 'ვის დაურეკოს ბავშვმა', en: 'Whom the child may call' },
        value: {
          code: 'named-contact',
          state: 'done',
          person: { name: 'გიორგი კობახიძე', phone: '+995 555 00 00 02' },
        },
      },
      therapy: {
        title: { ka: 'თერაპია შესთავაზეს', en: 'Therapy was offered' },
        value: { code: 'therapy', state: 'offered', followUp: '2026-12-17' },
      },
    },
    answer: care,
  },
  aftercare: { answer: gone },
  endDeparture: {
    bodies: {
      whole: {
        title: { ka: 'ყველაფერი შესრულებულია', en: 'Everything was done' },
        value: { reasons: [] },
      },
      reasons: {
        title: { ka: 'მიზეზით', en: 'With a reason' },
        value: { reasons: [{ item: 'self-harm-screen', reason: 'child-declines' }] },
      },
    },
    answer: gone,
  },
  visitOutcome: {
    answer: {
      status: 'ended',
      result: { code: 'completed', label: 'Completed' },
      endedAt: '2026-12-03T08:10:00.000Z',
      topics: [
        {
          number: 1,
          topic: { code: 'what-happened', label: 'What happened' },
          question: 'მომიყევი ყველაფერი, რაც გახსოვს.',
          state: 'covered',
        },
      ],
      recordings: [
        {
          number: 1,
          content: { code: 'original', label: 'Original of the recording' },
          holder: 'centre-tbilisi',
        },
      ],
      followUps: [{ item: { code: 'therapy', label: 'Therapy for the child' }, on: '2026-12-17' }],
    },
  },
};
