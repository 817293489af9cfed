import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { recordIdOf } from './incident-draft.ts';

interface FindRecordProps {
  readonly label: string;
  readonly onFound: (record: string) => void;
}

/** A referral by its receipt number, or a case by its own. */
export function FindRecord({ label, onFound }: FindRecordProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const find = (event: FormEvent) => {
    event.preventDefault();
    const record = recordIdOf(typed);
    setWrong(record === undefined);
    if (record) onFound(record);
  };
  return (
    <search>
      <form className="search" onSubmit={find}>
        <Field
          short
          label={label}
          error={wrong ? t('oversight.wrong.record') : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={40}
        />
        <Button type="submit">{t('search.go')}</Button>
      </form>
    </search>
  );
}
