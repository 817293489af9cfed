import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { AccessExplained } from '../../shared/contract/access.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Table } from '../design/components/table.tsx';

const TONES = { allow: 'good', 'allow-limited': 'warn', deny: 'danger' } as const;

/** Which rules decided, what the account is to the record, and which parts of it are open. */
export function Explained({ answer }: { readonly answer: z.output<typeof AccessExplained> }) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { decision, account, agency, rules, relations, groups } = answer;
  return (
    <Card
      title={t('oversight.explain.answer')}
      aside={<Tag tone={TONES[decision]}>{t(`oversight.explain.${decision}`)}</Tag>}
    >
      <Facts
        facts={[
          { name: t('oversight.explain.account'), value: account },
          { name: t('oversight.units.unit'), value: nameOf(agency) },
          {
            name: t('oversight.explain.relations'),
            value: relations.map(({ label }) => label).join('\n'),
          },
        ]}
      />
      <h3>{t('oversight.explain.rules')}</h3>
      <Entries
        of={rules}
        none={t('oversight.explain.noRule')}
        line={({ rule, says, purpose, basis }) => (
          <Entry
            key={rule}
            title={says}
            tags={<Tag>{purpose.label}</Tag>}
            said={basis.map(({ label }) => label).join(' · ')}
          />
        )}
      />
      {groups.length > 0 && (
        <Table
          caption={t('oversight.explain.groups')}
          columns={[t('oversight.incidents.group'), t('oversight.explain.open')]}
          rows={groups.map(({ group, open, closedBy }) => ({
            key: group,
            cells: [
              t(`groups.${group}`),
              open ? t('yesNo.yes') : (closedBy?.says ?? t('yesNo.no')),
            ],
          }))}
        />
      )}
    </Card>
  );
}
