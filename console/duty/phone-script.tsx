import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { ReceiptForm } from '../app/receipt-form.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { AddNews } from '../sent/add-news.tsx';

/** What to say, in this order; and what nobody asks of a child. */
export function Script() {
  const { t } = useTranslation();
  const lines = t('duty.script', { returnObjects: true }) as string[];
  return (
    <Notice title={t('duty.say')}>
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Notice>
  );
}

/** Somebody who has a number already adds to what is known: the desk need not see the rest. */
export function KnownAlready() {
  const { t } = useTranslation();
  const [found, find] = useState<ReferralId>();
  return (
    <>
      <Card title={t('duty.knownAlready')}>
        <p>{t('duty.knownAlreadyLead')}</p>
        <ReceiptForm onNumber={find} />
      </Card>
      {found && <AddNews key={found} referralId={found} />}
    </>
  );
}
