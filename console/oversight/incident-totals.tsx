import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { incidentRecords } from '../../shared/contract/incidents.ts';
import type { Totals } from '../../shared/domain/incident/incident.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { usePages } from '../api/use-pages.ts';
import { Card } from '../design/components/card.tsx';
import { Entry } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Table } from '../design/components/table.tsx';
import type { Incident } from './incident.tsx';
import { kindOf, useRecordNames } from './record-names.ts';

interface TotalsProps {
  readonly incident: Incident;
  readonly totals: z.output<typeof Totals>;
}

/** What it touched: how many children, which data, who looked, and which leads must be told. */
export function IncidentTotals({ incident, totals }: TotalsProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { children, records, entries, lists, categories, accounts, leads } = totals;
  return (
    <>
      <Card title={t('oversight.incidents.touched')}>
        <Facts
          facts={[
            { name: t('oversight.incidents.children'), value: children },
            { name: t('oversight.incidents.records'), value: records },
            { name: t('oversight.incidents.looks'), value: entries },
            { name: t('oversight.incidents.pages'), value: lists },
          ]}
        />
      </Card>
      <Card title={t('oversight.incidents.mustTell')}>
        <Table
          caption={t('oversight.incidents.mustTell')}
          columns={[t('oversight.units.unit'), t('oversight.incidents.children')]}
          rows={leads.map((one) => ({
            key: one.agency,
            cells: [nameOf(one.agency), one.children],
          }))}
        />
      </Card>
      <Card title={t('oversight.incidents.whichData')}>
        <Table
          caption={t('oversight.incidents.whichData')}
          columns={[
            t('oversight.incidents.group'),
            t('oversight.incidents.children'),
            t('oversight.incidents.records'),
          ]}
          rows={categories.map((one) => ({
            key: one.group,
            cells: [t(`groups.${one.group}`), one.children, one.records],
          }))}
        />
      </Card>
      <Card title={t('oversight.incidents.whoLooked')}>
        <Table
          caption={t('oversight.incidents.whoLooked')}
          columns={[
            t('oversight.incidents.account'),
            t('oversight.units.unit'),
            t('oversight.incidents.looks'),
            t('oversight.incidents.records'),
          ]}
          rows={accounts.map((one) => ({
            key: one.account,
            cells: [one.account, nameOf(one.agency), one.reads, one.records],
          }))}
        />
      </Card>
      <Records number={incident.number} />
    </>
  );
}

function Records({ number }: { readonly number: number }) {
  const { t } = useTranslation();
  const recordName = useRecordNames();
  const pages = usePages(
    ['oversight', 'incident', number, 'records'],
    incidentRecords,
    {},
    { number },
  );
  return (
    <Card title={t('oversight.incidents.eachRecord')}>
      <Listing
        pages={pages}
        none={{
          title: t('oversight.incidents.noRecords'),
          lead: t('oversight.incidents.noRecordsLead'),
        }}
        line={({ record, groups, accounts }) => (
          <Entry
            key={record}
            title={recordName(kindOf(record))}
            tags={groups.map((group) => <Tag key={group}>{t(`groups.${group}`)}</Tag>)}
            said={accounts.map(({ account, reads }) => `${account}: ${reads}`).join(' · ')}
          />
        )}
      />
    </Card>
  );
}
