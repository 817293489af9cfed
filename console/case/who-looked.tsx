import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { type AccessLine, caseAccess } from '../../shared/contract/access-journal.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { usePages } from '../api/use-pages.ts';
import { Card } from '../design/components/card.tsx';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useCase } from './use-case.ts';

type Look = z.output<typeof AccessLine>;

/** How many at once: each page is a look of its own and stands in the next. */
const A_PAGE = 20;

/** Who looked at this child's record, the latest first: account, agency, what, and by which rule. */
export function WhoLooked() {
  const { t } = useTranslation();
  const { caseId, path } = useCase();
  const pages = usePages(['looks', caseId], caseAccess, { limit: A_PAGE }, path);
  return (
    <Card title={t('case.access.looked')}>
      <p className="soft">{t('case.access.lookedLead')}</p>
      <Listing
        pages={pages}
        none={{ title: t('case.access.nobody'), lead: t('case.access.nobodyLead') }}
        line={(look) => <Line key={`${look.at} ${look.account} ${look.action}`} look={look} />}
      />
    </Card>
  );
}

function Line({ look }: { readonly look: Look }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { caseId } = useCase();
  const { data: me } = useMembership();
  const { at, verb, account, agency, action, groups, why, ticket } = look;
  const who = account === undefined ? t('case.access.hidden') : account;
  const number = ticket?.split('#')[1];
  return (
    <li className="entry" data-tone={ticket ? 'danger' : undefined}>
      <div className="row">
        <strong>
          {account !== undefined && account === me?.account ? t('case.access.you') : who}
        </strong>
        <Tag tone={verb === 'disclose' ? 'warn' : 'plain'}>{t(`case.verb.${verb}`)}</Tag>
        <time className="soft small" dateTime={at}>
          {momentOf(at, lang)}
        </time>
      </div>
      <p>
        {[nameOf(agency), t(`case.did.${action}`, { defaultValue: '' })].filter(Boolean).join(': ')}
      </p>
      {groups.length > 0 && (
        <p className="small">
          {t('case.access.sawGroups', {
            groups: groups.map((group) => t(`groups.${group}`)).join(', '),
          })}
        </p>
      )}
      {why && (
        <p className="soft small">
          {why.says} {t('case.access.purpose', { purpose: why.purpose.label })}
        </p>
      )}
      {number && (
        <p>
          <Link className="reach" to={`/app/cases/${caseId}/access?ticket=${number}`}>
            {t('case.ticket.title')}
          </Link>
        </p>
      )}
    </li>
  );
}
