import { useTranslation } from 'react-i18next';
import { referralAccess } from '../../shared/contract/access-journal.ts';
import { usePages } from '../api/use-pages.ts';
import { A_PAGE, Looks } from '../looks/looks.tsx';
import { Frame, type Sent } from './frame.tsx';

/** Everybody who looked at a referral: when, at what of it, and by which rule. */
export function LookedPage() {
  const { t } = useTranslation();
  return (
    <Frame part="looked" lead={t('sent.lookedLead')}>
      {(sent) => <AtReferral {...sent} />}
    </Frame>
  );
}

function AtReferral({ referralId }: Sent) {
  const key = ['referral', referralId, 'looked'];
  return <Looks pages={usePages(key, referralAccess, A_PAGE, { referralId })} />;
}
