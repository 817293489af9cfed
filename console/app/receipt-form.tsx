import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { referralIdOf } from '../words/receipt.ts';

interface ReceiptFormProps {
  /** Nothing where what was typed is no receipt number; that is said here. */
  readonly onNumber: (id: ReferralId | undefined) => void;
}

/** The number that was given with a referral, as it is read out on the telephone. */
export function ReceiptForm({ onNumber }: ReceiptFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const id = referralIdOf(typed) as ReferralId | undefined;
    setWrong(id === undefined);
    onNumber(id);
  };
  return (
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
  );
}
