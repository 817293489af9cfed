import { useTranslation } from 'react-i18next';
import { Emergency } from '../app/emergency.tsx';
import { Button } from '../design/components/button.tsx';
import { Page } from '../design/components/page.tsx';
import { session } from './session.ts';

/** Before anybody is known: one way in, and whom to call if that does not work. */
export function SignInPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')}>
      <div>
        <Button look="first" onPress={() => void session.signIn()}>
          {t('signIn.enter')}
        </Button>
      </div>
      <Emergency />
      <p className="soft small">{t('signIn.kept')}</p>
    </Page>
  );
}
