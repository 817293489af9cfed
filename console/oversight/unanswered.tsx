import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { listUnanswered, type UnansweredLine } from '../../shared/contract/oversight.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { usePages } from '../api/use-pages.ts';
import { ReceiptSearch } from '../app/receipt-search.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { Watched } from './watched.tsx';

/** The children nobody has answered for, the longest overdue first: agencies, never workers. */
export function Unanswered() {
  const { t } = useTranslation();
  const pages = usePages(['unanswered'], listUnanswered, {});
  return (
    <Page title={t('oversight.title')} lead={t('oversight.lead')} wide>
      <ReceiptSearch />
      <Listing
        pages={pages}
        none={{ title: t('oversight.none'), lead: t('oversight.noneLead') }}
        line={(line) => (
          <Line key={`${line.referral} ${line.task ?? line.awaited.code}`} line={line} />
        )}
      />
      <Watched />
    </Page>
  );
}

function Line({ line }: { readonly line: z.output<typeof UnansweredLine> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const { receipt, awaited, holder, dueAt, overdue, called } = line;
  return (
    <li className="line" data-tone={overdue ? 'danger' : 'warn'}>
      <strong>{receipt}</strong>
      <Tag tone={overdue ? 'danger' : 'warn'}>{awaited.label}</Tag>
      <span>{nameOf(holder)}</span>
      <time className="soft small" dateTime={dueAt}>
        {t(overdue ? 'tasks.late' : 'tasks.due', {
          at: momentOf(dueAt, lang, now),
          away: awayFrom(dueAt, lang, now),
        })}
      </time>
      {called && (
        <span className="soft small">
          {t('oversight.called', { role: called.role.label, at: momentOf(called.at, lang, now) })}
        </span>
      )}
    </li>
  );
}
