import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { listOpenRecalls, type OpenRecall } from '../../shared/contract/recalls.ts';
import { usePages } from '../api/use-pages.ts';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';

/** What this agency must answer or waits for, of everything that was taken back; nearest first. */
export function OpenRecalls() {
  const { t } = useTranslation();
  const pages = usePages(['recalls'], listOpenRecalls, {});
  return (
    <Page title={t('sent.openRecallsTitle')} lead={t('sent.openRecallsLead')}>
      <Listing
        pages={pages}
        none={{ title: t('sent.openRecallsNone'), lead: t('sent.openRecallsNoneLead') }}
        line={(line) => <Line key={`${line.referral} ${line.number}`} line={line} />}
      />
    </Page>
  );
}

function Line({ line }: { readonly line: z.output<typeof OpenRecall> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const { overdue, part, deadline } = line;
  return (
    <li>
      <Link
        className="line"
        to={`/app/referrals/${line.referral}/recalls`}
        data-tone={overdue ? 'danger' : part === 'answers' ? 'warn' : undefined}
      >
        <strong>{line.receiptNumber}</strong>
        <Tag tone={part === 'answers' ? 'warn' : 'plain'}>{t(`sent.recallPart.${part}`)}</Tag>
        <span>{line.kind.label}</span>
        {line.unanswered !== undefined && (
          <span className="soft small">{t('sent.unanswered', { number: line.unanswered })}</span>
        )}
        <time className="soft small" dateTime={deadline}>
          {t(overdue ? 'tasks.late' : 'tasks.due', {
            at: momentOf(deadline, lang, now),
            away: awayFrom(deadline, lang, now),
          })}
        </time>
      </Link>
    </li>
  );
}
