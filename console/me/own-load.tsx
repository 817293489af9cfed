import { useTranslation } from 'react-i18next';
import { ownLoad } from '../../shared/contract/loads.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Read } from '../design/components/read.tsx';
import { InHand } from './in-hand.tsx';

/** What whoever looks has in hand; a supervisor goes on from here to everybody's. */
export function OwnLoad({ supervises }: { readonly supervises: boolean }) {
  const { t } = useTranslation();
  const own = useRead(['tasks', 'own-load'], ownLoad, {});
  return (
    <Card title={t('me.loads.own')}>
      <Read of={own}>{(load) => <InHand load={load} />}</Read>
      <p className="soft small">{t('me.loads.ownLead')}</p>
      {supervises && (
        <div>
          <LinkButton to="/app/me/loads">{t('me.loads.see')}</LinkButton>
        </div>
      )}
    </Card>
  );
}
