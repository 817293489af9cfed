import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import type { ReferralReceipt } from '../../shared/contract/referral-view.ts';
import { Button, LinkButton } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { NextSteps } from '../leaflets/next-steps.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';

export type Receipt = z.output<typeof ReferralReceipt>;

/** The number to keep and what to do until somebody comes. It can be printed: nobody is named. */
export function ReceiptPage({ receipt }: { readonly receipt: Receipt }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  return (
    <Page
      title={t('receipt.title')}
      lead={t('receipt.at', { at: momentOf(receipt.submittedAt, lang) })}
    >
      <Notice tone="good" live>
        <span>{t('receipt.number')}</span>
        <strong className="number">{receipt.receiptNumber}</strong>
        <span>{t('receipt.keep')}</span>
      </Notice>
      <NextSteps steps={receipt.nextSteps} />
      <div className="row no-print">
        <LinkButton look="first" to={`/app/referrals/${receipt.id}`}>
          {t('receipt.follow')}
        </LinkButton>
        <Button onPress={() => print()}>{t('receipt.print')}</Button>
      </div>
    </Page>
  );
}
