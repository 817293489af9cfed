import { useTranslation } from 'react-i18next';
import { LinkButton } from '../design/components/button.tsx';
import { Page } from '../design/components/page.tsx';

export function NotThere() {
  const { t } = useTranslation();
  return (
    <Page title={t('notThere.title')} lead={t('notThere.lead')}>
      <div>
        <LinkButton look="first" to="/">
          {t('notThere.home')}
        </LinkButton>
      </div>
    </Page>
  );
}
