import { useTranslation } from 'react-i18next';
import { listUnanswered } from '../../shared/contract/oversight.ts';
import { useNews } from '../api/use-news.ts';
import { usePages } from '../api/use-pages.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Page } from '../design/components/page.tsx';
import { BoardFigures } from './board-figures.tsx';
import { byChild } from './by-child.ts';
import { ChildWaits } from './child-waits.tsx';
import { DutyGaps } from './duty-gaps.tsx';

/** All of them at once where it can be: whoever looks sees in a minute where children wait. */
const MOST = 100;

/** The children nobody has answered for, the longest overdue first: agencies, never workers. */
export function Unanswered() {
  const { t } = useTranslation();
  const key = ['oversight', 'unanswered'];
  useNews(key);
  const pages = usePages(key, listUnanswered, { limit: MOST });
  const children = byChild(pages.items);
  return (
    <Page title={t('oversight.title')} lead={t('oversight.lead')} wide>
      <BoardFigures waiting={children} more={pages.more !== undefined} known={!pages.isFirst} />
      <Card
        title={t('oversight.waiting')}
        aside={
          <LinkButton look="plain" to="/app/oversight/escalations">
            {t('oversight.escalations.title')}
          </LinkButton>
        }
      >
        <Listing
          pages={{ ...pages, items: children }}
          none={{ title: t('oversight.none'), lead: t('oversight.noneLead') }}
          line={(child) => <ChildWaits key={child.referral} child={child} />}
        />
      </Card>
      <Card title={t('oversight.gaps.title')}>
        <DutyGaps />
      </Card>
    </Page>
  );
}
