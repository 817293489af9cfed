import { useTranslation } from 'react-i18next';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { OwnAccess } from './own-access.tsx';
import { useCase, useCaseView } from './use-case.ts';
import { WhoLooked } from './who-looked.tsx';

/** What is open to whoever is signed in and why, and who has looked at this child's record. */
export function CaseAccess() {
  const { may } = useCase();
  return (
    <>
      <OwnAccess />
      {may('case.read') && <Identities />}
      {may('access.read') && <WhoLooked />}
    </>
  );
}

/** Whom the hub could not compare with the people of the case: that is not taken to be safe. */
function Identities() {
  const { t } = useTranslation();
  const { data: view } = useCaseView();
  if (!view?.identities) return null;
  const { personsWithoutNumber, you } = view.identities;
  return (
    <Card title={t('case.identities.title')}>
      <p className="soft">{t('case.identities.lead')}</p>
      <Notice tone={you === 'checked' ? 'good' : 'warn'} title={t(`case.identities.own.${you}`)} />
      {personsWithoutNumber > 0 && (
        <Notice tone="warn" title={t('case.identities.without', { number: personsWithoutNumber })}>
          <p>{t('case.identities.withoutLead')}</p>
        </Notice>
      )}
    </Card>
  );
}
