import { useTranslation } from 'react-i18next';
import { caseAccess } from '../../shared/contract/access-journal.ts';
import { usePages } from '../api/use-pages.ts';
import { Card } from '../design/components/card.tsx';
import { A_PAGE, Looks } from '../looks/looks.tsx';
import { useCase } from './use-case.ts';

/** Who looked at this child's record, the latest first: account, agency, what, and by which rule. */
export function WhoLooked() {
  const { t } = useTranslation();
  const { caseId, path } = useCase();
  return (
    <Card title={t('case.access.looked')}>
      <p className="soft">{t('case.access.lookedLead')}</p>
      <Looks
        pages={usePages(['looks', caseId], caseAccess, A_PAGE, path)}
        ticketAt={(of, number) =>
          of === caseId ? `/app/cases/${caseId}/access?ticket=${number}` : undefined
        }
      />
    </Card>
  );
}
