import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listWatched } from '../../shared/contract/oversight.ts';
import { useMembership } from '../api/use-membership.ts';
import { usePages } from '../api/use-pages.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Page } from '../design/components/page.tsx';
import { DataParts } from './data-parts.tsx';
import { useRecordNames } from './record-names.ts';
import { useWhen } from './use-when.ts';

const LIST = 'subject-access';

/** Requests for one’s own data on which two people have not agreed yet. */
export function Requests() {
  const { t } = useTranslation();
  const when = useWhen();
  const recordName = useRecordNames();
  const { data: me } = useMembership();
  const pages = usePages(['oversight', 'watched', LIST], listWatched, {}, { list: LIST });
  return (
    <Page title={t('oversight.requests.title')} lead={t('oversight.requests.lead')}>
      <DataParts />
      {me?.roles.includes('data-protection-officer') && (
        <div>
          <LinkButton look="first" to="/app/oversight/requests/new">
            {t('oversight.requests.new')}
          </LinkButton>
        </div>
      )}
      <Listing
        pages={pages}
        none={{ title: t('oversight.requests.none'), lead: t('oversight.requests.noneLead') }}
        line={({ subject, number, at }) => (
          <li key={`${subject.id} ${number}`}>
            <Link
              className="line"
              data-tone="warn"
              to={`/app/oversight/requests/${subject.id}/${number}`}
            >
              <strong>{recordName(subject)}</strong>
              <time className="soft small" dateTime={at}>
                {when.both(at)}
              </time>
            </Link>
          </li>
        )}
      />
    </Page>
  );
}
