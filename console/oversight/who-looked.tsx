import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { caseAccess, referralAccess } from '../../shared/contract/access-journal.ts';
import { usePages } from '../api/use-pages.ts';
import { Card } from '../design/components/card.tsx';
import { Page } from '../design/components/page.tsx';
import { A_PAGE, Looks } from '../looks/looks.tsx';
import { DataParts } from './data-parts.tsx';
import { FindRecord } from './find-record.tsx';
import { kindOf, useRecordNames } from './record-names.ts';

/** Who looked at a case or a referral: every look, with the rule that allowed it. */
export function WhoLooked() {
  const { t } = useTranslation();
  const go = useNavigate();
  const { record } = useParams();
  return (
    <Page title={t('oversight.looked.title')} lead={t('oversight.looked.lead')} wide>
      <DataParts />
      <FindRecord
        label={t('oversight.looked.find')}
        onFound={(found) => void go(`/app/oversight/who-looked/${found}`)}
      />
      {record && <AtRecord key={record} record={record} />}
    </Page>
  );
}

function AtRecord({ record }: { readonly record: string }) {
  const recordName = useRecordNames();
  const isCase = record.startsWith('cas_');
  const pages = usePages(
    ['oversight', 'looked', record],
    isCase ? caseAccess : referralAccess,
    A_PAGE,
    isCase ? { caseId: record } : { referralId: record },
  );
  return (
    <Card title={recordName(kindOf(record))}>
      <Looks
        pages={pages}
        ticketAt={(of, number) => `/app/oversight/looks-in-need/${of}/${number}`}
      />
    </Card>
  );
}
