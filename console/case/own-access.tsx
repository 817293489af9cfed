import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type AccessExplained, explainAccess } from '../../shared/contract/access.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { RuleSaid } from './rule-said.tsx';
import { useCase } from './use-case.ts';

type Explained = z.output<typeof AccessExplained>;

/** What of the record somebody reads first, by what is open. */
const READS: readonly RecordAction[] = [
  'case.read',
  'interview.read',
  'safety.read',
  'shield.read',
];

/** Why this case is open to whoever is signed in, how far, and by which rules the rest is closed. */
export function OwnAccess() {
  const { t } = useTranslation();
  const { caseId, may } = useCase();
  const action = READS.find(may) ?? 'case.read';
  const own = useRead(['access', caseId], explainAccess, { query: { record: caseId, action } });
  return (
    <Card title={t('case.access.own')}>
      <p className="soft">{t('case.access.ownLead')}</p>
      <Read of={own}>{(explained) => <Explanation explained={explained} />}</Read>
    </Card>
  );
}

function Explanation({ explained }: { readonly explained: Explained }) {
  const { t } = useTranslation();
  const { decision, relations, rules, groups } = explained;
  return (
    <>
      <Notice
        tone={decision === 'deny' ? 'danger' : 'good'}
        title={t(`case.access.decision.${decision}`)}
      >
        {relations.length > 0 && (
          <p>
            {t('case.access.because', {
              relations: relations.map(({ label }) => label).join('; '),
            })}
          </p>
        )}
      </Notice>
      <h3>{t('case.access.rules')}</h3>
      <ul className="entries">
        {rules.map((rule) => (
          <li key={rule.rule} className="entry">
            <RuleSaid rule={rule} />
          </li>
        ))}
      </ul>
      <h3>{t('case.access.groups')}</h3>
      <ul className="entries">
        {groups.map(({ group, open, closedBy }) => (
          <li key={group} className="entry" data-tone={open ? 'good' : 'plain'}>
            <div className="row">
              <strong>{t(`groups.${group}`)}</strong>
              <Tag tone={open ? 'good' : 'plain'}>
                {t(open ? 'case.access.isOpen' : 'case.access.isClosed')}
              </Tag>
            </div>
            {!open && closedBy && <RuleSaid rule={closedBy} />}
            {!open && !closedBy && <p className="soft small">{t('case.access.noRule')}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
