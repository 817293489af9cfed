import { page } from '../app/page-route.ts';
import { LOOKS } from '../looks/words.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = { ka: () => import('./ka.json'), en: () => import('./en.json') };

const at = (path: string, load: Parameters<typeof page>[0], name: string, ...more: Words[]) => ({
  path: `app/oversight${path}`,
  ...page(load, name, WORDS, ...more),
});

/** Pages of the oversight body: the board first, then what it watches, protects and proves. */
export const oversightRoutes = [
  at('', () => import('./unanswered.tsx'), 'Unanswered'),
  at('/duty-gaps', () => import('./duty-gaps.tsx'), 'DutyGapsPage'),
  at('/escalations', () => import('./escalations.tsx'), 'Escalations'),
  at('/units', () => import('./units.tsx'), 'Units'),
  at('/misses', () => import('./misses.tsx'), 'Misses'),
  at('/watched', () => import('./watched-lists.tsx'), 'WatchedLists'),
  at('/watched/:list', () => import('./watched.tsx'), 'WatchedList'),
  at('/looks-in-need/:record/:number', () => import('./ticket.tsx'), 'TicketPage'),
  at('/waivers/:caseId', () => import('./waivers.tsx'), 'WaiversPage'),
  at('/incidents', () => import('./incidents.tsx'), 'Incidents'),
  at('/incidents/new', () => import('./new-incident.tsx'), 'NewIncident'),
  at('/incidents/:number', () => import('./incident.tsx'), 'IncidentPage'),
  at('/requests', () => import('./requests.tsx'), 'Requests'),
  at('/requests/new', () => import('./new-request.tsx'), 'NewRequest'),
  at('/requests/:record/:number', () => import('./request.tsx'), 'RequestPage'),
  at('/who-looked', () => import('./who-looked.tsx'), 'WhoLooked', LOOKS),
  at('/who-looked/:record', () => import('./who-looked.tsx'), 'WhoLooked', LOOKS),
  at('/explain', () => import('./explain.tsx'), 'ExplainAccess'),
  at('/retention', () => import('./retention.tsx'), 'Retention'),
  at('/retention/:referralId', () => import('./retention-of.tsx'), 'RetentionOf'),
  at('/journal', () => import('./journal.tsx'), 'Journal'),
  at('/journal/:headId', () => import('./head.tsx'), 'HeadPage'),
  at('/owed', () => import('./owed.tsx'), 'OwedChecks'),
];
