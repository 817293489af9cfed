import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { removePerson } from '../../shared/contract/people.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import type { PersonForm } from './change-form.tsx';
import { DeputyPick } from './deputy-pick.tsx';
import { FreshSignIn } from './fresh-sign-in.tsx';

/** Somebody does not work here any more: access ends with the press, the work goes over. */
export function RemoveForm({ account, others, onBack }: PersonForm) {
  const { t } = useTranslation();
  const [deputy, setDeputy] = useState('');
  const doing = useAct(removePerson, [['people'], ['proposals']], onBack);
  return (
    <ActForm
      doing={doing}
      title={t('people.remove.title')}
      does={t('people.remove.do')}
      look="danger"
      onDo={() => doing.act({ path: { account }, query: deputy ? { deputy } : {} })}
      onBack={onBack}
    >
      <p>{t('people.remove.then')}</p>
      <DeputyPick others={others} value={deputy} onChange={setDeputy} />
      <FreshSignIn error={doing.error} />
    </ActForm>
  );
}
