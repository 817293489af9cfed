import { page } from '../app/page-route.ts';
import { LOOKS } from '../looks/words.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

export const sentRoutes = [
  {
    path: 'app/referrals/:referralId',
    ...page(() => import('./referral-page.tsx'), 'ReferralPage', WORDS),
  },
  {
    path: 'app/referrals/:referralId/why',
    ...page(() => import('./why-page.tsx'), 'WhyPage', WORDS),
  },
  {
    path: 'app/referrals/:referralId/news',
    ...page(() => import('./news-page.tsx'), 'NewsPage', WORDS),
  },
  {
    path: 'app/referrals/:referralId/statements',
    ...page(() => import('./statements-page.tsx'), 'StatementsPage', WORDS),
  },
  {
    path: 'app/referrals/:referralId/consents',
    ...page(() => import('./consents-page.tsx'), 'ConsentsPage', WORDS),
  },
  {
    path: 'app/referrals/:referralId/recalls',
    ...page(() => import('./recalls-page.tsx'), 'RecallsPage', WORDS),
  },
  {
    path: 'app/referrals/:referralId/closing',
    ...page(() => import('./closing-page.tsx'), 'ClosingPage', WORDS),
  },
  {
    path: 'app/referrals/:referralId/looked',
    ...page(() => import('./looked-page.tsx'), 'LookedPage', WORDS, LOOKS),
  },
  {
    path: 'app/recalls',
    ...page(() => import('./open-recalls.tsx'), 'OpenRecalls', WORDS),
  },
];
