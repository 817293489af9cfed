import { page } from '../app/page-route.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

export const workRoutes = [
  {
    path: 'app/tasks',
    ...page(() => import('./work-list.tsx'), 'WorkList', WORDS),
  },
  {
    path: 'app/tasks/ended',
    ...page(() => import('./work-list.tsx'), 'WorkList', WORDS),
  },
  {
    path: 'app/tasks/:taskId',
    ...page(() => import('./task-page.tsx'), 'TaskPage', WORDS),
  },
  {
    path: 'app/tasks/:taskId/service',
    ...page(() => import('./service-page.tsx'), 'ServicePage', WORDS),
  },
];
