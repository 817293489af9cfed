import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { listErasures } from '../../shared/contract/retention.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from '../design/components/card.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { dayInWords } from '../words/moments.ts';
import { receiptOf } from '../words/receipt.ts';
import { useLanguage } from '../words/use-language.ts';
import { DataParts } from './data-parts.tsx';
import { FindRecord } from './find-record.tsx';
import { useWhen } from './use-when.ts';

/** What is erased in the days to come: the last moment to hold it. */
export function Retention() {
  const { t } = useTranslation();
  const go = useNavigate();
  const lang = useLanguage();
  const when = useWhen();
  const coming = useRead(['oversight', 'erasures'], listErasures, {});
  return (
    <Page title={t('oversight.retention.title')} lead={t('oversight.retention.lead')}>
      <DataParts />
      <FindRecord
        label={t('oversight.retention.find')}
        onFound={(record) => void go(`/app/oversight/retention/${record}`)}
      />
      <Card title={t('oversight.retention.coming')}>
        <Read of={coming}>
          {({ until, items }) => (
            <>
              <p className="soft small">{t('oversight.retention.until', { at: when.at(until) })}</p>
              {items.length === 0 && <p>{t('oversight.retention.none')}</p>}
              <ul className="lines">
                {items.map(({ referral, rule, eraseOn }) => (
                  <li key={referral}>
                    <Link
                      className="line"
                      data-tone="warn"
                      to={`/app/oversight/retention/${referral}`}
                    >
                      <strong>{receiptOf(referral)}</strong>
                      <time dateTime={eraseOn}>{dayInWords(eraseOn, lang)}</time>
                      <span className="soft small">{rule.label}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Read>
      </Card>
    </Page>
  );
}
