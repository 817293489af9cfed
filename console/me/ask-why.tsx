import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { referralIdOf } from '../words/receipt.ts';

/** Why a record is open to me, or how much of it: by the number that was given with the referral. */
export function AskWhy() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [typed, type] = useState('');
  const [isWrong, setWrong] = useState(false);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const id = referralIdOf(typed);
    setWrong(id === undefined);
    if (id) void go(`/app/me/access/${id}`);
  };
  return (
    <Card title={t('me.why.title')}>
      <form className="search" onSubmit={ask} noValidate>
        <Field
          short
          label={t('me.why.number')}
          error={isWrong ? t('search.wrong') : undefined}
          value={typed}
          onChange={type}
          maxLength={20}
        />
        <Button type="submit">{t('me.why.ask')}</Button>
      </form>
    </Card>
  );
}
