import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewTicket } from '../../shared/contract/break-glass.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { OneOf, type Option } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import type { Ticket } from './ticket.tsx';

type Finding = 'justified' | 'not-justified';

/** Was it right? With the reason, which whoever looked reads as well. */
export function ReviewTicket({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const findings = useCodes('breakGlassFindings') as readonly Option<Finding>[];
  const [finding, setFinding] = useState<Finding>();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const doing = useAct(reviewTicket, [['oversight']]);
  const { record, number, version } = ticket;
  const send = () => {
    setTried(true);
    if (!finding || reason.trim() === '') return;
    const body = { finding, reason: reason.trim() };
    doing.act({ path: { record, number }, body, ifMatch: version });
  };
  return (
    <Card title={t('oversight.ticket.reviewIt')}>
      <ActForm doing={doing} does={t('oversight.ticket.keepReview')} onDo={send}>
        <OneOf
          label={t('oversight.ticket.finding')}
          error={tried && !finding ? t('oversight.chooseOne') : undefined}
          options={findings}
          value={finding}
          onChange={setFinding}
        />
        <Field
          long
          label={t('oversight.ticket.because')}
          hint={t('oversight.ticket.becauseHint')}
          error={
            doing.wrong('/reason') ??
            (tried && reason.trim() === '' ? t('oversight.writeWhy') : undefined)
          }
          value={reason}
          onChange={setReason}
          maxLength={1000}
        />
      </ActForm>
    </Card>
  );
}
