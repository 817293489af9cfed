import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { listTasks } from '../../shared/contract/tasks.ts';
import { useCodes, useMunicipalities, word } from '../api/use-lists.ts';
import { useNews } from '../api/use-news.ts';
import { usePages } from '../api/use-pages.ts';
import { ReceiptSearch } from '../app/receipt-search.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Parts } from '../design/components/parts.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';

/** As many as the hub gives at once. */
const PAGE = 100;
const ENDED = '/app/tasks/ended';

/** What waits for this agency, nearest deadline first; what is new comes by itself. */
export function WorkList() {
  const { t } = useTranslation();
  const status = useLocation().pathname === ENDED ? 'ended' : 'open';
  useNews(['tasks']);
  const pages = usePages(['tasks'], listTasks, { status, limit: PAGE });
  const line = useLines(status === 'open');
  return (
    <Page title={t('tasks.title')} lead={t('tasks.lead')} wide>
      <ReceiptSearch />
      <Parts
        label={t('work.which')}
        parts={[
          { to: '/app/tasks', label: t('work.open'), current: status === 'open' },
          { to: ENDED, label: t('work.ended'), current: status === 'ended' },
        ]}
      />
      <Listing
        pages={pages}
        none={
          status === 'open'
            ? { title: t('tasks.none'), lead: t('tasks.noneLead') }
            : { title: t('work.noneEnded'), lead: t('work.noneEndedLead') }
        }
        line={line}
      />
      <p>
        <Link to="/app/recalls">{t('work.recalls')}</Link>
      </p>
    </Page>
  );
}

interface TaskLine {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly urgency: string;
  readonly deadline?: string | undefined;
  readonly municipality?: string | undefined;
}

const TONES: Readonly<Record<string, Tone>> = { urgent: 'danger', high: 'warn' };

/** What each line says: the lists and the time are asked for once, not by each of a thousand. */
function useLines(isOpen: boolean) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const [kinds, statuses] = [useCodes('taskKinds'), useCodes('taskStatuses')];
  const [urgencies, places] = [useCodes('urgencies'), useMunicipalities()];
  return ({ id, kind, status, urgency, deadline, municipality }: TaskLine) => {
    const late = isOpen && deadline !== undefined && new Date(deadline) < now;
    const at = deadline && momentOf(deadline, lang, now);
    const away = deadline && awayFrom(deadline, lang, now);
    return (
      <Line
        key={id}
        id={id}
        tone={late ? 'danger' : TONES[urgency]}
        tagged={TONES[urgency] ?? 'plain'}
        kind={word(kinds, kind)}
        urgency={word(urgencies, urgency)}
        status={word(statuses, status)}
        place={municipality && word(places, municipality)}
        deadline={deadline}
        due={isOpen && deadline ? t(late ? 'tasks.late' : 'tasks.due', { at, away }) : at}
        waits={isOpen ? t(`work.waits.${status}`) : undefined}
      />
    );
  };
}

interface LineProps {
  readonly id: string;
  readonly tone: Tone | undefined;
  readonly tagged: Tone;
  readonly kind: string;
  readonly urgency: string;
  readonly status: string;
  readonly place: string | undefined;
  readonly deadline: string | undefined;
  readonly due: string | undefined;
  /** What it waits for: why the time runs. */
  readonly waits: string | undefined;
}

/** Nothing but words: it is drawn anew only where one of them has changed. */
const Line = memo(function Line({ id, tone, tagged, deadline, ...said }: LineProps) {
  return (
    <li>
      <Link className="line" to={`/app/tasks/${id}`} data-tone={tone}>
        <strong>{said.kind}</strong>
        <span className="row">
          <Tag tone={tagged}>{said.urgency}</Tag>
          <Tag>{said.status}</Tag>
        </span>
        <span className="soft small">
          {said.place}
          {said.place && said.waits && ' — '}
          {said.waits}
        </span>
        {deadline && (
          <time className="soft small" dateTime={deadline}>
            {said.due}
          </time>
        )}
      </Link>
    </li>
  );
});
