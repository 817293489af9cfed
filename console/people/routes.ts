import { page } from '../app/page-route.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

export const peopleRoutes = [
  {
    path: 'app/people',
    ...page(() => import('./people-page.tsx'), 'PeoplePage', WORDS),
  },
  {
    path: 'app/people/new',
    ...page(() => import('./invite-page.tsx'), 'InvitePage', WORDS),
  },
];
