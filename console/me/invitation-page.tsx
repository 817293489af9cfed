import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { takeUpMembership } from '../../shared/contract/people.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Page } from '../design/components/page.tsx';

/** Somebody was invited and signs in for the first time: the invitation is taken up here. */
export function InvitationPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [number, setNumber] = useState('');
  const [isTried, setTried] = useState(false);
  const doing = useAct(takeUpMembership, [['membership']], () => void go('/'));
  const written = number.trim();
  const isWrong = !/^(?:\d{11})?$/.test(written);
  const take = () => {
    setTried(true);
    if (!isWrong) doing.act({ body: written ? { personalNumber: written } : {} });
  };
  return (
    <Page title={t('me.invitation.title')} lead={t('me.invitation.lead')}>
      <ActForm doing={doing} does={t('me.invitation.take')} onDo={take}>
        <Field
          short
          label={t('me.invitation.number')}
          hint={t('me.invitation.numberHint')}
          error={isTried && isWrong ? t('me.invitation.numberWrong') : undefined}
          value={number}
          onChange={setNumber}
          maxLength={11}
        />
      </ActForm>
    </Page>
  );
}
