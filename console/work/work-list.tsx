import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listTasks } from '../../shared/contract/tasks.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useNews } from '../api/use-news.ts';
import { usePages } from '../api/use-pages.ts';
import { ReceiptSearch } from '../app/receipt-search.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';

/** What waits for this agency, nearest deadline first; what is new comes by itself. */
export function WorkList() {
  const { t } = useTranslation();
  useNews(['tasks']);
  const pages = usePages(['tasks'], listTasks, { status: 'open' });
  return (
    <Page title={t('tasks.title')} lead={t('tasks.lead')} wide>
      <ReceiptSearch />
      <Listing
        pages={pages}
        none={{ title: t('tasks.none'), lead: t('tasks.noneLead') }}
        line={(task) => <Line key={task.id} {...task} />}
      />
    </Page>
  );
}

interface LineProps {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly urgency: string;
  readonly deadline?: string | undefined;
}

const TONES: Readonly<Record<string, Tone>> = { urgent: 'danger', high: 'warn' };

function Line({ id, kind, status, urgency, deadline }: LineProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const [kinds, statuses, urgencies] = [
    useCodes('taskKinds'),
    useCodes('taskStatuses'),
    useCodes('urgencies'),
  ];
  const late = deadline !== undefined && new Date(deadline) < now;
  return (
    <li>
      <Link className="line" to={`/app/tasks/${id}`} data-tone={late ? 'danger' : TONES[urgency]}>
        <strong>{word(kinds, kind)}</strong>
        <span className="row">
          <Tag tone={TONES[urgency] ?? 'plain'}>{word(urgencies, urgency)}</Tag>
          <Tag>{word(statuses, status)}</Tag>
        </span>
        {deadline && (
          <time className="soft small" dateTime={deadline}>
            {t(late ? 'tasks.late' : 'tasks.due', {
              at: momentOf(deadline, lang, now),
              away: awayFrom(deadline, lang, now),
            })}
          </time>
        )}
      </Link>
    </li>
  );
}
