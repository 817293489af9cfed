import type { Examples } from './example.ts';

const sha256 = '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8';
const previous = '0'.repeat(64);

const item = {
  number: 1,
  content: { code: 'original', label: 'Original of the recording' },
  sha256,
  seconds: 2710,
  device: 'REC-1',
  language: 'ka',
  holder: 'centre-tbilisi',
  place: 'სეიფი 2',
  history: [
    {
      number: 1,
      at: '2026-12-03T08:30:00.000Z',
      agency: 'centre-tbilisi',
      kind: 'filed',
      previous,
    },
  ],
};
const list = { items: [item] };
const one = (ka: string, en: string, value: unknown) => ({ given: { title: { ka, en }, value } });

export const recordingExamples: Examples = {
  fileRecording: {
    bodies: one('დედანი', 'The original', {
      content: 'original',
      sha256,
      seconds: 2710,
      device: 'REC-1',
      language: 'ka',
      holder: 'centre-tbilisi',
      place: 'სეიფი 2',
    }),
    answer: list,
  },
  recordings: { answer: list },
  useRecording: {
    bodies: one('გადაეცა პროკურორს', 'Handed to the prosecutor', {
      use: 'handover',
      who: 'prosecutor-imereti',
      purpose: 'prosecution',
    }),
    answer: list,
  },
  askForRecording: {
    bodies: one('გამოძიებისთვის', 'For the investigation', { purpose: 'investigation' }),
    answer: list,
  },
  answerRequest: {
    bodies: {
      given: { title: { ka: 'თანხმობა', en: 'Given' }, value: { answer: 'given' } },
      refused: {
        title: { ka: 'უარი', en: 'Refused' },
        value: { answer: 'refused', reason: 'court-order-needed' },
      },
    },
    answer: list,
  },
  checkLedger: { answer: { entries: 4, whole: true, broken: [] } },
};
