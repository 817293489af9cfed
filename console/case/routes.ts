import { page } from '../app/page-route.ts';
import { LOOKS } from '../looks/words.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

export const caseRoutes = [
  {
    path: 'app/cases/:caseId',
    ...page(() => import('./case-frame.tsx'), 'CaseFrame', WORDS),
    children: [
      { index: true, ...page(() => import('./overview.tsx'), 'CaseOverview') },
      { path: 'safety', ...page(() => import('./safety-page.tsx'), 'CaseSafety') },
      { path: 'family', ...page(() => import('./family-page.tsx'), 'CaseFamily') },
      { path: 'visits', ...page(() => import('./visits-page.tsx'), 'CaseVisits') },
      { path: 'record', ...page(() => import('./record-page.tsx'), 'CaseRecord') },
      { path: 'access', ...page(() => import('./access-page.tsx'), 'CaseAccess', LOOKS) },
    ],
  },
];
