import { page } from '../app/page-route.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

/** Whoever takes a call may add to a referral that is known: with the words of both. */
const both = (files: readonly { readonly default: object }[]) => ({
  default: Object.assign({}, ...files.map((file) => file.default)) as object,
});
const INTAKE_WORDS: Words = {
  ka: async () => both(await Promise.all([WORDS.ka(), import('../sent/ka.json')])),
  en: async () => both(await Promise.all([WORDS.en(), import('../sent/en.json')])),
};

export const dutyRoutes = [
  {
    path: 'app/duty',
    ...page(() => import('./duty-page.tsx'), 'DutyPage', WORDS),
  },
  {
    path: 'app/duty/roster',
    ...page(() => import('./roster-page.tsx'), 'RosterPage', WORDS),
  },
  {
    path: 'app/duty/hand-over',
    ...page(() => import('./hand-over-page.tsx'), 'HandOverPage', WORDS),
  },
  {
    path: 'app/duty/intake',
    ...page(() => import('./intake-page.tsx'), 'IntakePage', INTAKE_WORDS),
  },
];
