import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { useDutyDesks } from '../api/use-duty-desks.ts';
import { useHub } from '../api/use-hub.ts';
import { wrongFields } from '../api/wrong-fields.ts';
import { LeaveQuickly } from '../app/leave-quickly.tsx';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { useLeaflet } from '../leaflets/use-leaflet.ts';
import { hubNow } from '../words/hub-clock.ts';
import { type Draft, EMPTY, isTouched, type Sent, submissionOf } from './draft.ts';
import { LeavingDraft } from './leaving-draft.tsx';
import { type Receipt, ReceiptPage } from './receipt.tsx';
import { ReviewStep } from './review-step.tsx';
import { SendRow } from './send-row.tsx';
import { UnsentBar } from './unsent-bar.tsx';
import { useSending } from './use-sending.ts';
import { WriteStep } from './write-step.tsx';

/** Write, look it over, send; a receipt when the hub has it and not before. */
export function NewReferral() {
  const { t } = useTranslation();
  const call = useHub();
  // Both are wanted when there is no line any more.
  useDutyDesks();
  useLeaflet();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [sent, setSent] = useState<Sent>();
  const [missing, setMissing] = useState(false);
  const { sending, send } = useSending<Receipt>();
  const isSent = sending.state === 'sent';
  const leaving = useBlocker(isTouched(draft) && !isSent);

  if (sending.state === 'sent') return <ReceiptPage receipt={sending.receipt} />;
  const refused = sending.state === 'refused' ? sending.error : undefined;
  const wrong = wrongFields(refused);
  const isOpen = sending.state === 'sending' || sending.state === 'unsent';

  const review = () => {
    const ready = draft.narrative.trim() !== '';
    setMissing(!ready);
    if (ready) setSent(submissionOf(draft, hubNow()));
    scrollTo({ top: 0 });
  };
  const submit = async (body: Sent) => {
    await send(
      async (idempotencyKey) => (await call(submitReferral, { body, idempotencyKey })).body,
    );
  };

  return (
    <Page title={t('referral.new')} lead={t('referral.lead')}>
      {sending.state === 'unsent' && <UnsentBar since={sending.since} where={draft.where} />}
      {leaving.state === 'blocked' && <LeavingDraft blocker={leaving} />}
      {refused && (
        <Notice tone="danger" title={refused.problem.title} live>
          <p>{refused.problem.detail}</p>
        </Notice>
      )}
      {!sent && (
        <WriteStep
          draft={draft}
          change={(part) => setDraft((before) => ({ ...before, ...part }))}
          wrong={(pointer) =>
            missing && pointer === '/narrative' ? t('needed.worryMissing') : wrong(pointer)
          }
        />
      )}
      {sent && <ReviewStep draft={draft} sent={sent} />}
      <div className="row no-print">
        {!sent && draft.danger && (
          <Button look="first" onPress={review}>
            {t('review.go')}
          </Button>
        )}
        {sent && (
          <SendRow
            isOpen={isOpen}
            onSend={() => void submit(sent)}
            onChange={() => setSent(undefined)}
          />
        )}
      </div>
      <LeaveQuickly />
    </Page>
  );
}
