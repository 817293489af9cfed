import { createBrowserRouter, Navigate } from 'react-router';
import { ProblemError } from '../../shared/contract/client.ts';
import { useMembership } from '../api/use-membership.ts';
import { caseRoutes } from '../case/routes.ts';
import { centreRoutes } from '../centre/routes.ts';
import { Waiting } from '../design/components/states.tsx';
import { dutyRoutes } from '../duty/routes.ts';
import { meRoutes } from '../me/routes.ts';
import { oversightRoutes } from '../oversight/routes.ts';
import { peopleRoutes } from '../people/routes.ts';
import { sentRoutes } from '../sent/routes.ts';
import { systemsRoutes } from '../systems/routes.ts';
import { visitRoutes } from '../visit/routes.ts';
import { workRoutes } from '../work/routes.ts';
import { NotThere } from './not-there.tsx';
import { offered } from './offers.ts';
import { page } from './page-route.ts';
import { Shell } from './shell.tsx';

function Home() {
  const { data, error } = useMembership();
  // Somebody who was invited is let in to nothing else before they have taken it up.
  const isOutside = error instanceof ProblemError && error.status === 401;
  if (isOutside) return <Navigate to="/app/me/invitation" replace />;
  const first = data && offered(data)[0];
  return first ? <Navigate to={first.to} replace /> : <Waiting />;
}

/** Made once the session has started: coming back from signing in changes the address. */
export const consoleRouter = () =>
  createBrowserRouter([
    {
      path: '/',
      element: <Shell />,
      hydrateFallbackElement: <Waiting />,
      children: [
        { index: true, element: <Home /> },
        { path: 'signed-in', element: <Home /> },
        {
          path: 'app/referrals',
          ...page(() => import('../referral/my-referrals.tsx'), 'MyReferrals'),
        },
        {
          path: 'app/referrals/new',
          ...page(() => import('../referral/new-referral.tsx'), 'NewReferral'),
        },
        {
          path: 'app/referrals/early',
          ...page(() => import('../early/early-referral.tsx'), 'EarlyReferral'),
        },
        ...sentRoutes,
        ...caseRoutes,
        ...visitRoutes,
        ...workRoutes,
        ...dutyRoutes,
        ...centreRoutes,
        ...oversightRoutes,
        ...systemsRoutes,
        ...peopleRoutes,
        ...meRoutes,
        { path: '*', element: <NotThere /> },
      ],
    },
    {
      path: '/_components',
      hydrateFallbackElement: <Waiting />,
      ...page(() => import('../design/components-page.tsx'), 'ComponentsPage'),
    },
  ]);
