import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listWatched } from '../../shared/contract/oversight.ts';
import { useCodes } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Waiting } from '../design/components/states.tsx';

const MOST = 100;

/** Everything that is watched until somebody has dealt with it, list by list. */
export function WatchedLists() {
  const { t } = useTranslation();
  const lists = useCodes('watchedLists');
  return (
    <Page title={t('oversight.watched.title')} lead={t('oversight.watched.lead')} wide>
      {lists.length === 0 && <Waiting />}
      <ul className="lines">
        {lists.map(({ value, label }) => (
          <WatchedOne key={value} list={value} label={label} />
        ))}
      </ul>
      <div>
        <LinkButton to="/app/oversight/owed">{t('oversight.owed.title')}</LinkButton>
      </div>
    </Page>
  );
}

function WatchedOne({ list, label }: { readonly list: string; readonly label: string }) {
  const { t } = useTranslation();
  const { data } = useRead(['oversight', 'watched', list], listWatched, {
    path: { list },
    query: { limit: MOST },
  });
  const count = data?.items.length ?? 0;
  return (
    <li>
      <Link
        className="line"
        to={`/app/oversight/watched/${list}`}
        data-tone={count > 0 ? 'warn' : undefined}
      >
        <strong>{label}</strong>
        <Tag tone={count > 0 ? 'warn' : 'plain'}>
          {data ? `${count}${data.next ? '+' : ''}` : t('waiting')}
        </Tag>
        <span className="soft small">
          {t(`oversight.watched.todo.${list}`, { defaultValue: '' })}
        </span>
      </Link>
    </li>
  );
}
