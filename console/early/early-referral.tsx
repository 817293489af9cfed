import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { getInstruments } from '../../shared/contract/directory.ts';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { useHub } from '../api/use-hub.ts';
import { LeaveQuickly } from '../app/leave-quickly.tsx';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Failed, Waiting } from '../design/components/states.tsx';
import { LeavingDraft } from '../referral/leaving-draft.tsx';
import { type Receipt, ReceiptPage } from '../referral/receipt.tsx';
import { WhoSees } from '../referral/review-step.tsx';
import { SendRow } from '../referral/send-row.tsx';
import { UnsentBar } from '../referral/unsent-bar.tsx';
import { useSending } from '../referral/use-sending.ts';
import { type Draft, EMPTY, type Missing, missingIn, type Sent, submissionOf } from './draft.ts';
import { Consent, TheChild, Worry, You } from './family-and-you.tsx';
import { Indicators } from './indicators.tsx';

/** The form of early identification: what was seen, the own worry, the family's consent. */
export function EarlyReferral() {
  const { t } = useTranslation();
  const call = useHub();
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [sent, setSent] = useState<Sent>();
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const { sending, send } = useSending<Receipt>();
  const leaving = useBlocker(draft !== EMPTY && sending.state !== 'sent');
  const instruments = useQuery({
    queryKey: ['instruments'],
    queryFn: async () => (await call(getInstruments)).body.items,
  });
  const form = instruments.data?.[0];

  if (sending.state === 'sent') return <ReceiptPage receipt={sending.receipt} />;
  const refused = sending.state === 'refused' ? sending.error : undefined;
  const isOpen = sending.state === 'sending' || sending.state === 'unsent';
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const review = () => {
    const owed = missingIn(draft);
    setMissing(owed);
    if (owed.length === 0 && form) setSent(submissionOf(draft, form));
    scrollTo({ top: 0 });
  };
  const submit = (body: Sent) =>
    send(async (idempotencyKey) => (await call(submitReferral, { body, idempotencyKey })).body);

  return (
    <Page title={t('early.title')} lead={t('early.lead')}>
      {sending.state === 'unsent' && <UnsentBar since={sending.since} where="" />}
      {leaving.state === 'blocked' && <LeavingDraft blocker={leaving} />}
      {instruments.error && <Failed error={instruments.error} />}
      {!form && !instruments.error && <Waiting />}
      {refused && <Failed error={refused} />}
      {missing.includes('answers') && (
        <Notice tone="danger" title={t('early.answersMissing')} live />
      )}
      {form && !sent && (
        <>
          <TheChild draft={draft} change={change} missing={missing} />
          <Indicators form={form} draft={draft} change={change} />
          <Worry draft={draft} change={change} missing={missing} />
          <Consent draft={draft} change={change} missing={missing} />
          <You draft={draft} change={change} missing={missing} />
          <div>
            <Button look="first" onPress={review}>
              {t('review.go')}
            </Button>
          </div>
        </>
      )}
      {sent && (
        <>
          <WhoSees sent={sent} />
          <div className="row">
            <SendRow
              isOpen={isOpen}
              onSend={() => void submit(sent)}
              onChange={() => setSent(undefined)}
            />
          </div>
        </>
      )}
      <LeaveQuickly />
    </Page>
  );
}
