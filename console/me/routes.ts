import { page } from '../app/page-route.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

export const meRoutes = [
  { path: 'app/me', ...page(() => import('./me-page.tsx'), 'MePage', WORDS) },
  {
    path: 'app/me/invitation',
    ...page(() => import('./invitation-page.tsx'), 'InvitationPage', WORDS),
  },
  {
    path: 'app/me/access/:record',
    ...page(() => import('./access-page.tsx'), 'AccessPage', WORDS),
  },
  { path: 'app/me/loads', ...page(() => import('./loads-page.tsx'), 'LoadsPage', WORDS) },
  { path: 'app/news', ...page(() => import('./news-page.tsx'), 'NewsPage', WORDS) },
];
