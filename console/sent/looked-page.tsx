import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type AccessLine, referralAccess } from '../../shared/contract/access-journal.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { usePages } from '../api/use-pages.ts';
import { Listing } from '../design/components/listing.tsx';
import { Tag } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { Frame, type Sent } from './frame.tsx';

/** Everybody who looked at a referral: when, at what of it, and by which rule. */
export function LookedPage() {
  const { t } = useTranslation();
  return (
    <Frame part="looked" lead={t('sent.lookedLead')}>
      {(sent) => <Looks {...sent} />}
    </Frame>
  );
}

function Looks({ referralId }: Sent) {
  const { t } = useTranslation();
  const pages = usePages(['referral', referralId, 'looked'], referralAccess, {}, { referralId });
  return (
    <Listing
      pages={pages}
      none={{ title: t('sent.lookedNone'), lead: t('sent.lookedNoneLead') }}
      line={(line) => (
        <Look key={`${line.at} ${line.account ?? ''} ${line.action} ${line.verb}`} line={line} />
      )}
    />
  );
}

function Look({ line }: { readonly line: z.output<typeof AccessLine> }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const { at, agency, groups, why, ticket } = line;
  return (
    <li className="line" data-tone={ticket ? 'danger' : undefined}>
      <strong>{nameOf(agency) ?? t('sent.lookedHidden')}</strong>
      <time className="soft small" dateTime={at}>
        {momentOf(at, lang)}
      </time>
      <span className="line-whole">
        {groups.map((group) => t(`groups.${group}`)).join(', ') || t('sent.lookedAtState')}
      </span>
      {why && (
        <span className="soft small line-whole">
          {why.says} — {why.purpose.label}
        </span>
      )}
      {ticket && <Tag tone="danger">{t('sent.emergencyLook')}</Tag>}
    </li>
  );
}
