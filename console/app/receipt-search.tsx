import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { referralIdOf } from '../words/receipt.ts';

/** By the number that was given with the referral, as it is read out on the telephone. */
export function ReceiptSearch() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const id = referralIdOf(typed);
    setWrong(id === undefined);
    if (id) void go(`/app/referrals/${id}`);
  };
  return (
    <search>
      <form className="search" onSubmit={search}>
        <Field
          short
          label={t('search.label')}
          error={wrong ? t('search.wrong') : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={20}
        />
        <Button type="submit">{t('search.go')}</Button>
      </form>
    </search>
  );
}
