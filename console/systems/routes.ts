import { page } from '../app/page-route.ts';
import type { Words } from '../words/index.ts';

const WORDS: Words = {
  ka: () => import('./ka.json'),
  en: () => import('./en.json'),
};

export const systemsRoutes = [
  {
    path: 'app/systems',
    ...page(() => import('./endpoint-list.tsx'), 'EndpointList', WORDS),
  },
  {
    path: 'app/systems/new',
    ...page(() => import('./new-endpoint.tsx'), 'NewEndpoint', WORDS),
  },
  {
    path: 'app/systems/feed',
    ...page(() => import('./feed-page.tsx'), 'FeedPage', WORDS),
  },
  {
    path: 'app/systems/keys',
    ...page(() => import('./inbound-keys.tsx'), 'InboundKeys', WORDS),
  },
  {
    path: 'app/systems/clients',
    ...page(() => import('./clients-page.tsx'), 'ClientsPage', WORDS),
  },
  {
    path: 'app/systems/endpoints/:endpointId',
    ...page(() => import('./endpoint-page.tsx'), 'EndpointPage', WORDS),
  },
  {
    path: 'app/systems/endpoints/:endpointId/change',
    ...page(() => import('./change-endpoint.tsx'), 'ChangeEndpoint', WORDS),
  },
  {
    path: 'app/systems/endpoints/:endpointId/deliveries',
    ...page(() => import('./deliveries-page.tsx'), 'DeliveriesPage', WORDS),
  },
  {
    path: 'app/systems/endpoints/:endpointId/deliveries/:sequence',
    ...page(() => import('./delivery-page.tsx'), 'DeliveryPage', WORDS),
  },
];
