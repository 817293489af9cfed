import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listHeads, signHead } from '../../shared/contract/journal.ts';
import { useAct } from '../api/use-act.ts';
import { usePages } from '../api/use-pages.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Page } from '../design/components/page.tsx';
import { ProveInclusion } from './prove-inclusion.tsx';
import { TakeOutJournal } from './take-out-journal.tsx';
import { useWhen } from './use-when.ts';

const AT_ONCE = 20;

/** The signed heads of the journal: what stood in it at a time cannot be changed unseen. */
export function Journal() {
  const { t } = useTranslation();
  const when = useWhen();
  const key = ['oversight', 'heads'];
  const pages = usePages(key, listHeads, { limit: AT_ONCE });
  const doing = useAct(signHead, [key]);
  return (
    <Page title={t('oversight.journal.title')} lead={t('oversight.journal.lead')}>
      <ActForm doing={doing} does={t('oversight.journal.sign')} onDo={() => doing.act({})} />
      <Card title={t('oversight.journal.heads')}>
        <Listing
          pages={pages}
          none={{ title: t('oversight.journal.none'), lead: t('oversight.journal.noneLead') }}
          line={({ id, at, size }) => (
            <li key={id}>
              <Link className="line" to={`/app/oversight/journal/${id}`}>
                <strong>{t('oversight.journal.entries', { size })}</strong>
                <time className="soft small" dateTime={at}>
                  {when.both(at)}
                </time>
              </Link>
            </li>
          )}
        />
      </Card>
      <ProveInclusion />
      <TakeOutJournal />
    </Page>
  );
}
