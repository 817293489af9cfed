import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { feedWatch } from '../api/feed-watch.ts';
import { useFeed } from '../api/use-feed.ts';
import { Button } from '../design/components/button.tsx';
import { Page } from '../design/components/page.tsx';
import { Empty, Waiting } from '../design/components/states.tsx';
import { NewsBlock } from './news-block.tsx';

/** As many as are read at a time. */
const PAGE = 50;

/** What came in for the agency, newest first; what comes while one looks stands on top. */
export function NewsPage() {
  const { t } = useTranslation();
  const { last } = useFeed();
  return (
    <Page title={t('me.news.title')} lead={t('me.news.lead')}>
      {last === undefined && <Waiting />}
      {last === 0 && (
        <Empty title={t('me.news.none')}>
          <p>{t('me.news.noneLead')}</p>
        </Empty>
      )}
      {last !== undefined && last > 0 && <Blocks last={last} />}
    </Page>
  );
}

function Blocks({ last }: { readonly last: number }) {
  const { t } = useTranslation();
  // From where one began to look down it goes by pages; what came since is read by itself.
  const [top] = useState(last);
  const [seen] = useState(feedWatch.stand().seen ?? last);
  const [pages, setPages] = useState(1);
  useEffect(() => feedWatch.saw(last), [last]);
  const bounds = Array.from({ length: pages }, (_, page) => top - page * PAGE);
  return (
    <>
      <ul className="lines">
        {last > top && <NewsBlock after={Math.max(top, last - PAGE)} to={last} seen={seen} />}
        {bounds.map((to) => (
          <NewsBlock key={to} after={Math.max(0, to - PAGE)} to={to} seen={seen} />
        ))}
      </ul>
      {top > pages * PAGE && (
        <div>
          <Button onPress={() => setPages(pages + 1)}>{t('me.news.earlier')}</Button>
        </div>
      )}
    </>
  );
}
