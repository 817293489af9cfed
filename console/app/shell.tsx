import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { Waiting } from '../design/components/states.tsx';
import { AgainBar } from '../session/again-bar.tsx';
import { SignInPage } from '../session/sign-in-page.tsx';
import { useSession } from '../session/use-session.ts';
import { Header } from './header.tsx';
import { LineBar } from './line-bar.tsx';

/** What every page stands in. */
export function Shell() {
  const { t } = useTranslation();
  const state = useSession();
  return (
    <>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Header />
      <div className="bars">
        <LineBar />
        <AgainBar />
      </div>
      {state === 'starting' && (
        <div className="page">
          <Waiting />
        </div>
      )}
      {state === 'signed-out' && <SignInPage />}
      {(state === 'signed-in' || state === 'over') && <Outlet />}
    </>
  );
}
