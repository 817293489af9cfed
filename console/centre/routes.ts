import { page } from '../app/page-route.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = { ka: () => import('./ka.json'), en: () => import('./en.json') };

const at = (path: string, load: Parameters<typeof page>[0], name: string) => ({
  path: `app/centre${path}`,
  ...page(load, name, WORDS),
});
const visit = '/visits/:interviewId';

/** Pages of a child centre: its day, a visit on that day, its people and rooms. */
export const centreRoutes = [
  at('', () => import('./day-board.tsx'), 'DayBoard'),
  at(visit, () => import('./prepare-page.tsx'), 'PreparePage'),
  at(`${visit}/interview`, () => import('./interview-page.tsx'), 'InterviewPage'),
  at(`${visit}/recordings`, () => import('./ledger-page.tsx'), 'LedgerPage'),
  at(`${visit}/after`, () => import('./after-page.tsx'), 'AfterPage'),
  at(`${visit}/for-the-child`, () => import('./visit-text.tsx'), 'ForTheChild'),
  at(`${visit}/absence-note`, () => import('./visit-text.tsx'), 'AbsenceNote'),
  at('/people', () => import('./people-page.tsx'), 'PeoplePage'),
  at('/people/new', () => import('./new-resource.tsx'), 'NewResource'),
  at('/people/:resourceId', () => import('./resource-page.tsx'), 'ResourcePage'),
];
