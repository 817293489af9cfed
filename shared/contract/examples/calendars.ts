import type { Examples } from './example.ts';

export const calendarExamples: Examples = {
  openCalendar: {
    answer: {
      path: '/calendars/Vx2mZt5w9hKd3nRc7xPj8q2mZt5w9hKd3nRc7xPj8qE.ics',
      resource: 'res_9tgc3yh4n8qwe7zr2mfk',
    },
  },
};
