import type { Examples } from './example.ts';

const move = {
  number: 1,
  at: '2026-12-01T09:15:00.000Z',
  from: 'agency-imereti',
  to: 'agency-tbilisi',
  municipality: { code: 'tbilisi', label: 'Tbilisi' },
  since: '2026-11-29',
  source: { code: 'school', label: 'School or kindergarten' },
  task: 'tsk_4n8qwe7zr2mfk9tgc3yh',
  note: 'ბავშვი დეიდასთან გადაიყვანეს.',
};
const talked = {
  ...move,
  handedOverAt: '2026-12-01T11:00:00.000Z',
  persons: ['Tamar Nimushadze', 'Levan Magalitadze'],
};

export const moveExamples: Examples = {
  moveCase: {
    bodies: {
      moved: {
        title: { ka: 'ბავშვი თბილისში გადავიდა', en: 'The child has moved to Tbilisi' },
        value: { to: 'tbilisi', since: '2026-11-29', source: 'school', note: move.note },
      },
      gone: {
        title: { ka: 'ოჯახი წავიდა, ადგილი უცნობია', en: 'The family is gone' },
        value: { to: 'unknown', since: '2026-11-29', source: 'relatives-neighbours' },
      },
    },
    answer: move,
  },
  listMoves: { answer: { items: [talked] } },
  handOverCase: {
    bodies: {
      talked: {
        title: { ka: 'ორივე ერთეული დაელაპარაკა', en: 'The two units have talked' },
        value: {
          at: '2026-12-01T11:00:00.000Z',
          persons: ['Tamar Nimushadze', { name: 'Levan Magalitadze', phone: '+995 555 00 00 04' }],
        },
      },
    },
    answer: talked,
  },
};
