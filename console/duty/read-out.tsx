import { useTranslation } from 'react-i18next';
import { Button, LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { NextSteps } from '../leaflets/next-steps.tsx';
import type { Receipt } from '../referral/receipt.tsx';
import { groupsOf } from './signs.ts';

interface ReadOutProps {
  readonly receipt: Receipt;
  readonly onNext: () => void;
}

/** The number, sign by sign as it is said on the telephone, and what the caller does until then. */
export function ReadOut({ receipt, onNext }: ReadOutProps) {
  const { t } = useTranslation();
  return (
    <Page title={t('receipt.title')} lead={t('duty.readOutLead')}>
      <Notice tone="good" live>
        <span>{t('receipt.number')}</span>
        <strong className="number">{receipt.receiptNumber}</strong>
      </Notice>
      <Card title={t('duty.readOut')}>
        <ol className="spelled">
          {groupsOf(receipt.receiptNumber).map(({ group, signs }) => (
            <li key={group} className="spelled-group">
              <ol className="spelled-signs">
                {signs.map(({ sign, key }) => (
                  <li key={key} className="spelled-sign">
                    <strong aria-hidden="true">{sign}</strong>
                    <span>{t(`duty.signs.${sign}`)}</span>
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
        <p className="soft">{t('duty.repeatIt')}</p>
      </Card>
      <NextSteps steps={receipt.nextSteps} />
      <div className="row no-print">
        <LinkButton look="first" to={`/app/referrals/${receipt.id}`}>
          {t('receipt.follow')}
        </LinkButton>
        <Button onPress={onNext}>{t('duty.nextCall')}</Button>
      </div>
    </Page>
  );
}
