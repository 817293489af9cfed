import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { AddNews } from '../sent/add-news.tsx';
import { referralIdOf } from '../words/receipt.ts';

/** What to say, in this order; and what nobody asks of a child. */
export function Script() {
  const { t } = useTranslation();
  const lines = t('duty.script', { returnObjects: true }) as string[];
  return (
    <Notice title={t('duty.say')}>
      <ol>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </Notice>
  );
}

/** Somebody who has a number already adds to what is known: the desk need not see the rest. */
export function KnownAlready() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [found, find] = useState<ReferralId>();
  const [wrong, setWrong] = useState(false);
  const search = (event: FormEvent) => {
    event.preventDefault();
    const id = referralIdOf(typed) as ReferralId | undefined;
    setWrong(id === undefined);
    find(id);
  };
  return (
    <>
      <Card title={t('duty.knownAlready')}>
        <p>{t('duty.knownAlreadyLead')}</p>
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
      </Card>
      {found && <AddNews key={found} referralId={found} />}
    </>
  );
}
