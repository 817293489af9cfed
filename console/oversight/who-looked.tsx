import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type * as z from 'zod';
import {
  type AccessLine,
  caseAccess,
  referralAccess,
} from '../../shared/contract/access-journal.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { usePages } from '../api/use-pages.ts';
import { Card } from '../design/components/card.tsx';
import { Entry } from '../design/components/entry.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { DataParts } from './data-parts.tsx';
import { FindRecord } from './find-record.tsx';
import { kindOf, useRecordNames } from './record-names.ts';
import { useWhen } from './use-when.ts';

type Look = z.output<typeof AccessLine>;

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
      {record && <Looks key={record} record={record} />}
    </Page>
  );
}

function Looks({ record }: { readonly record: string }) {
  const { t } = useTranslation();
  const recordName = useRecordNames();
  const isCase = record.startsWith('cas_');
  const pages = usePages(
    ['oversight', 'looked', record],
    isCase ? caseAccess : referralAccess,
    {},
    isCase ? { caseId: record } : { referralId: record },
  );
  return (
    <Card title={recordName(kindOf(record))}>
      <Listing
        pages={pages}
        none={{ title: t('oversight.looked.none'), lead: t('oversight.looked.noneLead') }}
        line={(look) => <One key={`${look.at} ${look.action} ${look.account}`} look={look} />}
      />
    </Card>
  );
}

function One({ look }: { readonly look: Look }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const { at, verb, account, agency, groups, why, ticket } = look;
  return (
    <Entry
      title={agency ? nameOf(agency) : t('oversight.looked.hidden')}
      tags={
        <>
          <Tag>{t(`oversight.verb.${verb}`)}</Tag>
          {ticket && <Tag tone="danger">{t('oversight.looked.byTicket')}</Tag>}
        </>
      }
      {...(ticket && { tone: 'danger' as const })}
      said={[when.at(at), account].filter(Boolean).join(' · ')}
    >
      {why && (
        <p>
          {why.says} <span className="soft small">({why.purpose.label})</span>
        </p>
      )}
      {groups.length > 0 && (
        <p className="soft small">
          {t('oversight.looked.saw', {
            groups: groups.map((group) => t(`oversight.group.${group}`)).join(', '),
          })}
        </p>
      )}
    </Entry>
  );
}
