import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { session } from './session.ts';
import { useSession } from './use-session.ts';

/** The sign-in ended in the middle of the work: it goes on after signing in again, on this page. */
export function AgainBar() {
  const { t } = useTranslation();
  if (useSession() !== 'over') return null;
  return (
    <Notice tone="warn" title={t('signIn.over')} live>
      <p>{t('signIn.overKept')}</p>
      <div>
        <Button look="first" onPress={() => void session.signInAgain()}>
          {t('signIn.again')}
        </Button>
      </div>
    </Notice>
  );
}
