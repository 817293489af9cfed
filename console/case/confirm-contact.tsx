import { useTranslation } from 'react-i18next';
import { confirmContact } from '../../shared/contract/family.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Hindrances } from './hindrances.tsx';
import { UNKNOWN_TIES, type YesNoUnknown } from './ties.ts';
import { TiesFields, useYesNo } from './ties-fields.tsx';
import { useCase } from './use-case.ts';

const EMPTY = {
  ...{ person: '', phone: '', language: '', when: '', never: '' },
  ...UNKNOWN_TIES,
  inHousehold: 'unknown' as YesNoUnknown,
};

/** The lead says that an adult may be reached: from then on a notice may go there, and nowhere else. */
export function ConfirmContact({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const languages = useCodes('languages');
  const yesNo = useYesNo();
  const doing = useAct(confirmContact, about, onBack);
  const form = useDraft(EMPTY, (draft) => emptyOf(draft, 'person', 'phone'));
  const { draft, set, of } = form;
  const { wrong } = doing;
  return (
    <ActForm
      doing={doing}
      title={t('case.shield.confirm')}
      does={t('case.shield.confirmDo')}
      onDo={() => form.whenComplete(() => doing.act({ path, body: toBody(draft) }))}
      onBack={onBack}
    >
      <Notice tone="warn" title={t('case.shield.before')} />
      <Field label={t('safe.person')} maxLength={150} {...of('person', wrong('/person'))} />
      <Field
        short
        type="tel"
        label={t('safe.phone')}
        hint={t('needed.phoneHint')}
        {...of('phone', wrong('/phone'))}
      />
      <TiesFields ties={draft} onChange={(name, value) => set({ [name]: value })} />
      <OneOf row label={t('case.shield.inHousehold')} options={yesNo} {...of('inHousehold')} />
      <Pick
        label={t('case.language')}
        none={t('case.unsaid')}
        options={languages}
        {...of('language', wrong('/language'))}
      />
      <Field label={t('case.shield.when')} maxLength={200} {...of('when', wrong('/when'))} />
      <Field
        label={t('safe.never')}
        hint={t('case.shield.neverHint')}
        maxLength={200}
        {...of('never', wrong('/never'))}
      />
      <Hindrances of={doing.error} />
    </ActForm>
  );
}

function toBody(draft: typeof EMPTY) {
  const { person, phone, language, when, never, ...ties } = draft;
  return {
    person: person.trim(),
    phone: phone.trim(),
    ...(language && { language }),
    ...(when.trim() && { when: when.trim() }),
    ...(never.trim() && { never: never.trim() }),
    ...ties,
  };
}
