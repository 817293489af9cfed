import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAgencyNames } from '../api/use-lists.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import type { Sent, View } from './frame.tsx';

interface BesideProps extends Pick<Sent, 'may'> {
  readonly view: View;
}

/** What stands around a referral: the child's case, earlier reports, what is protected or gone. */
export function Beside({ view, may }: BesideProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const { protectedAddress, erased, openRecalls } = view;
  return (
    <>
      {erased && <Notice tone="warn">{erased.says}</Notice>}
      {protectedAddress && (
        <Notice tone="warn" title={t('sent.address')}>
          <p>
            {protectedAddress.says} {nameOf(protectedAddress.ask)}
          </p>
        </Notice>
      )}
      {(openRecalls ?? 0) > 0 && (
        <Notice tone="warn">
          <Link to={`/app/referrals/${view.id}/recalls`}>
            {t('sent.openRecalls', { number: openRecalls })}
          </Link>
        </Notice>
      )}
      {may('case.read') && view.case && (
        <div className="row">
          <LinkButton to={`/app/cases/${view.case}`}>{t('sent.seeCase')}</LinkButton>
        </div>
      )}
      {view.origin && (
        <p>
          <Link to={`/app/referrals/${view.origin}`}>{t('sent.origin')}</Link>
        </p>
      )}
      <Earlier view={view} />
    </>
  );
}

/** Reports that may be about the same child: whom to ask, and how each ended. */
function Earlier({ view: { earlier = [] } }: Pick<BesideProps, 'view'>) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  if (earlier.length === 0) return null;
  return (
    <Card title={t('sent.earlier')}>
      <ul className="lines">
        {earlier.map((one) => (
          <li key={one.id} className="line" data-tone={one.comesBack ? 'warn' : undefined}>
            <Link to={`/app/referrals/${one.id}`}>{one.receiptNumber}</Link>
            <Tag>{one.closedAs?.label ?? one.status.label}</Tag>
            <span className="soft small">
              {[momentOf(one.submittedAt, lang), nameOf(one.lead)].filter(Boolean).join(', ')}
            </span>
            {one.comesBack && <span className="small">{t('sent.comesBack')}</span>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
