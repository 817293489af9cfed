import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Result } from '../../shared/contract/client.ts';
import { withdrawConsent } from '../../shared/contract/sharing.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { GivenConsent } from './consents-page.tsx';
import type { Sent } from './frame.tsx';

interface WithdrawProps extends Sent {
  readonly one: GivenConsent;
  readonly onBack: () => void;
}

/** Takes back what was shared on a consent; then says what was, and who keeps what and why. */
export function WithdrawConsent({ one, referralId, onBack }: WithdrawProps) {
  const { t } = useTranslation();
  const givers = useCodes('consentGivers');
  const form = useDraft({ from: '' }, (draft) => emptyOf(draft, 'from'));
  const [done, setDone] = useState<Result<typeof withdrawConsent>['body']>();
  // What follows is shown before the page is read anew: reading would take this form away.
  const doing = useAct(withdrawConsent, [], setDone);
  const queries = useQueryClient();
  const read = () => {
    onBack();
    void queries.invalidateQueries({ queryKey: ['referral', referralId] });
  };
  if (done) return <Withdrawn answer={done} onRead={read} />;
  const path = { referralId, number: one.number };
  const call = { path, body: { from: form.draft.from }, ifMatch: one.version };
  return (
    <ActForm
      doing={doing}
      look="danger"
      does={t('sent.withdrawConsent')}
      onDo={() => form.whenComplete(() => doing.act(call))}
      onBack={onBack}
    >
      <Notice tone="warn">{t('sent.withdrawConsentHint')}</Notice>
      <Pick
        label={t('sent.whoWithdraws')}
        none={t('steps.choose')}
        options={givers}
        {...form.of('from', doing.wrong('/from'))}
      />
    </ActForm>
  );
}

interface WithdrawnProps {
  readonly answer: Result<typeof withdrawConsent>['body'];
  readonly onRead: () => void;
}

function Withdrawn({ answer: { stays, withdrawn, links }, onRead }: WithdrawnProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const referral = links.consents?.split('/')[3];
  return (
    <Notice tone="good" title={t('sent.consentIsWithdrawn')} live>
      <p>
        {withdrawn?.recall ? t('sent.takenBack') : t('sent.nothingTakenBack')}{' '}
        {withdrawn?.recall && (
          <Link to={`/app/referrals/${referral}/recalls`}>{t('sent.part.recalls')}</Link>
        )}
      </p>
      {stays.length > 0 && (
        <>
          <p>{t('sent.stays')}</p>
          <ul>
            {stays.map(({ agency, basis, law }) => (
              <li key={agency}>
                {nameOf(agency)}: {basis.label} ({law.label})
              </li>
            ))}
          </ul>
        </>
      )}
      <div>
        <Button onPress={onRead}>{t('feedback.acknowledge')}</Button>
      </div>
    </Notice>
  );
}
