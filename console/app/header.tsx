import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { endSession } from '../../shared/contract/people.ts';
import { useFeed } from '../api/use-feed.ts';
import { useHub } from '../api/use-hub.ts';
import { useMembership } from '../api/use-membership.ts';
import { Button } from '../design/components/button.tsx';
import { session } from '../session/session.ts';
import { useSession } from '../session/use-session.ts';
import { chooseLanguage } from '../words/index.ts';
import { useLanguage } from '../words/use-language.ts';
import { offered } from './offers.ts';

export function Header() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const signedIn = useSession() !== 'signed-out';
  const other = lang === 'ka' ? 'en' : 'ka';
  return (
    <header className="header">
      <div className="header-row">
        <NavLink className="brand" to="/">
          <span className="brand-mark" aria-hidden="true" />
          {t('name')}
        </NavLink>
        <div className="row no-print">
          {signedIn && <Me />}
          <Button look="plain" onPress={() => void chooseLanguage(other)}>
            <span lang={other}>{t('otherLanguage')}</span>
          </Button>
          {signedIn && <SignOut />}
        </div>
      </div>
      {signedIn && <Navigation />}
    </header>
  );
}

/** What is one's own, with how much came in since one last looked; never what. */
function Me() {
  const { t } = useTranslation();
  const { data } = useMembership();
  // Whoever only waits to take an invitation up has no feed yet.
  if (!data) return null;
  return (
    <NavLink className="button" data-look="plain" to="/app/me">
      {t('self.title')}
      <Unread />
    </NavLink>
  );
}

function Unread() {
  const { t } = useTranslation();
  const { last, seen } = useFeed();
  const unread = (last ?? 0) - (seen ?? 0);
  return (
    <span role="status">
      {unread > 0 && (
        <span className="mark">
          {unread > 99 ? '99+' : unread} <span className="unseen">{t('self.unread')}</span>
        </span>
      )}
    </span>
  );
}

/** What this agency's people are here for. */
function Navigation() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { data } = useMembership();
  if (!data) return null;
  return (
    <div className="header-row no-print">
      <nav aria-label={t('navigation')}>
        <ul className="tabs">
          {offered(data).map(({ to, words }) => (
            <li key={to}>
              <NavLink to={to} end>
                {t(words)}
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <span className="soft small">{data.name[lang]}</span>
    </div>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const call = useHub();
  const out = async () => {
    // Out all the same where the hub cannot be told: this tab forgets the sign-in either way.
    await call(endSession, { body: {} }).catch(() => undefined);
    session.leave();
  };
  return (
    <Button look="plain" onPress={() => void out()}>
      {t('signOut')}
    </Button>
  );
}
