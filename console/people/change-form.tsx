import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePerson } from '../../shared/contract/people.ts';
import { useAct } from '../api/use-act.ts';
import { ActForm } from '../design/components/act.tsx';
import { type Person, type Rights, rightsOf } from './draft.ts';
import { FreshSignIn } from './fresh-sign-in.tsx';
import { RightsFields } from './rights-fields.tsx';

export interface PersonForm {
  readonly person: Person;
  readonly account: string;
  /** Who of the agency could stand in. */
  readonly others: readonly Person[];
  readonly onBack: () => void;
}

/** Other roles or areas. */
export function ChangeForm({ person, account, onBack }: PersonForm) {
  const { t } = useTranslation();
  const [rights, setRights] = useState(() => rightsOf(person));
  const doing = useAct(changePerson, [['people'], ['proposals']], onBack);
  const isEmpty = rights.roles.length === 0;
  const { version } = person;
  const send = () => {
    if (isEmpty) return;
    const body = { roles: [...rights.roles], areas: [...rights.areas] };
    doing.act({ path: { account }, body, ...(version > 0 && { ifMatch: version }) });
  };
  const change = (part: Partial<Rights>) => setRights((before) => ({ ...before, ...part }));
  return (
    <ActForm
      doing={doing}
      title={t('people.change')}
      does={t('people.keep')}
      onDo={send}
      onBack={onBack}
    >
      <RightsFields rights={rights} change={change} lacks={isEmpty} wrong={doing.wrong} />
      <FreshSignIn error={doing.error} />
    </ActForm>
  );
}
