import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listReferrals } from '../../shared/contract/referrals.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useNews } from '../api/use-news.ts';
import { usePages } from '../api/use-pages.ts';
import { ReceiptSearch } from '../app/receipt-search.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

/** What this agency sent in, newest first, and how it stands; a change comes by itself. */
export function MyReferrals() {
  const { t } = useTranslation();
  useNews(['referrals']);
  const pages = usePages(['referrals'], listReferrals, {});
  return (
    <Page title={t('referral.mine')} lead={t('referral.mineLead')}>
      <div>
        <LinkButton look="first" to="/app/referrals/new">
          {t('referral.new')}
        </LinkButton>
      </div>
      <ReceiptSearch />
      <Listing
        pages={pages}
        none={{ title: t('referral.none'), lead: t('referral.noneLead') }}
        line={(line) => <Line key={line.id} {...line} />}
      />
    </Page>
  );
}

interface LineProps {
  readonly id: string;
  readonly receiptNumber: string;
  readonly kind: string;
  readonly status: string;
  readonly submittedAt: string;
}

function Line({ id, receiptNumber, kind, status, submittedAt }: LineProps) {
  const lang = useLanguage();
  const statuses = useCodes('referralStatuses');
  const kinds = useCodes('referralKinds');
  return (
    <li>
      <Link className="line" to={`/app/referrals/${id}`}>
        <strong>{receiptNumber}</strong>
        <Tag>{word(statuses, status)}</Tag>
        <span className="soft small">{word(kinds, kind)}</span>
        <time className="soft small" dateTime={submittedAt}>
          {momentOf(submittedAt, lang)}
        </time>
      </Link>
    </li>
  );
}
