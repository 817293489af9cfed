import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { endSignIns } from '../../shared/contract/people.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import type { PersonForm } from './change-form.tsx';
import { FreshSignIn } from './fresh-sign-in.tsx';

/** An account may be in other hands: all its sign-ins are over; after a lost telephone the factor too. */
export function EndSignIns({ account, onBack }: PersonForm) {
  const { t } = useTranslation();
  const [which, choose] = useState<'keep' | 'reset'>('keep');
  const doing = useAct(endSignIns, [['people']], onBack);
  const body = { resetSecondFactor: which === 'reset' };
  return (
    <ActForm
      doing={doing}
      title={t('people.signIns.title')}
      does={t('people.signIns.do')}
      look="danger"
      onDo={() => doing.act({ path: { account }, body })}
      onBack={onBack}
    >
      <p>{t('people.signIns.then')}</p>
      <OneOf
        label={t('people.signIns.factor')}
        options={[
          { value: 'keep', label: t('people.signIns.keep') },
          { value: 'reset', label: t('people.signIns.reset') },
        ]}
        value={which}
        onChange={choose}
      />
      <FreshSignIn error={doing.error} />
    </ActForm>
  );
}
