import { hubNow } from '../words/hub-clock.ts';
import './duty.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';
import { submitReferral } from '../../shared/contract/referrals.ts';
import { useHub } from '../api/use-hub.ts';
import { wrongFields } from '../api/wrong-fields.ts';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { LeavingDraft } from '../referral/leaving-draft.tsx';
import type { Receipt } from '../referral/receipt.tsx';
import { UnsentBar } from '../referral/unsent-bar.tsx';
import { useSending } from '../referral/use-sending.ts';
import { AboutCaller, AboutChild, FirstThings } from './call-fields.tsx';
import { type Call, callBody, EMPTY_CALL, isTouched, toAskFor } from './intake-draft.ts';
import { KnownAlready, Script } from './phone-script.tsx';
import { ReadOut } from './read-out.tsx';

/** A call is written down while it is heard: the short form, what to say, the number to read out. */
export function IntakePage() {
  // Another call is another form, and another key.
  const [number, setNumber] = useState(1);
  return <OneCall key={number} onNext={() => setNumber((before) => before + 1)} />;
}

function OneCall({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation();
  const hub = useHub();
  const [call, setCall] = useState<Call>(EMPTY_CALL);
  const [missing, setMissing] = useState<ReadonlySet<string>>(new Set());
  const { sending, send } = useSending<Receipt>();
  const leaving = useBlocker(isTouched(call) && sending.state !== 'sent');
  if (sending.state === 'sent') return <ReadOut receipt={sending.receipt} onNext={onNext} />;

  const refused = sending.state === 'refused' ? sending.error : undefined;
  const isOpen = sending.state === 'sending' || sending.state === 'unsent';
  const said = wrongFields(refused);
  const wrong = (pointer: string) => (missing.has(pointer) ? t('duty.askCaller') : said(pointer));
  const change = (part: Partial<Call>) => setCall((before) => ({ ...before, ...part }));
  const submit = async () => {
    const found = toAskFor(call);
    setMissing(found);
    if (found.size > 0) return;
    const body = callBody(call, hubNow());
    await send(
      async (idempotencyKey) => (await hub(submitReferral, { body, idempotencyKey })).body,
    );
  };
  return (
    <Page title={t('duty.takeCall')} lead={t('duty.takeCallLead')}>
      {sending.state === 'unsent' && <UnsentBar since={sending.since} where={call.where} />}
      {leaving.state === 'blocked' && <LeavingDraft blocker={leaving} />}
      {refused && (
        <Notice tone="danger" title={refused.problem.title} live>
          <p>{refused.problem.detail}</p>
        </Notice>
      )}
      <Script />
      <FirstThings call={call} change={change} wrong={wrong} />
      <AboutCaller call={call} change={change} wrong={wrong} />
      <AboutChild call={call} change={change} wrong={wrong} />
      {missing.size > 0 && <Notice tone="danger" title={t('duty.askBefore')} live />}
      <div>
        <Button look="first" pending={isOpen} onPress={() => void submit()}>
          {isOpen ? t('review.sending') : t('duty.saveCall')}
        </Button>
      </div>
      <KnownAlready />
    </Page>
  );
}
