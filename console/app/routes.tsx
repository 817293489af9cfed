import { createBrowserRouter, Navigate } from 'react-router';
import { useMembership } from '../api/use-membership.ts';
import { Waiting } from '../design/components/states.tsx';
import { NotThere } from './not-there.tsx';
import { offered } from './offers.ts';
import { Shell } from './shell.tsx';

/** Each page is loaded when somebody goes there: `load` gives its component. */
const page = (load: () => Promise<Record<string, React.ComponentType>>, name: string) => ({
  lazy: async () => ({ Component: (await load())[name] ?? NotThere }),
});

function Home() {
  const { data } = useMembership();
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
          path: 'app/referrals/:referralId',
          ...page(() => import('../referral/referral-page.tsx'), 'ReferralPage'),
        },
        {
          path: 'app/referrals/early',
          ...page(() => import('../early/early-referral.tsx'), 'EarlyReferral'),
        },
        { path: 'app/cases/:caseId', ...page(() => import('../case/case-page.tsx'), 'CasePage') },
        {
          path: 'app/oversight',
          ...page(() => import('../oversight/unanswered.tsx'), 'Unanswered'),
        },
        { path: 'app/tasks', ...page(() => import('../work/work-list.tsx'), 'WorkList') },
        { path: 'app/tasks/:taskId', ...page(() => import('../work/task-page.tsx'), 'TaskPage') },
        { path: '*', element: <NotThere /> },
      ],
    },
    {
      path: '/_components',
      hydrateFallbackElement: <Waiting />,
      ...page(() => import('../design/components-page.tsx'), 'ComponentsPage'),
    },
  ]);
