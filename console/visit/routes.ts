import { page } from '../app/page-route.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

export const visitRoutes = [
  {
    path: 'app/visits',
    ...page(() => import('./visit-list.tsx'), 'VisitList', WORDS),
  },
  {
    path: 'app/visits/:interviewId',
    ...page(() => import('./visit-frame.tsx'), 'VisitFrame', WORDS),
    children: [
      { index: true, ...page(() => import('./overview.tsx'), 'Overview') },
      { path: 'times', ...page(() => import('./times.tsx'), 'Times') },
      { path: 'planning', ...page(() => import('./planning.tsx'), 'Planning') },
      { path: 'further', ...page(() => import('./further.tsx'), 'Further') },
    ],
  },
];
