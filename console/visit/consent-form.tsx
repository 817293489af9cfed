import { useTranslation } from 'react-i18next';
import { recordConsent } from '../../shared/contract/interviews.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { filled } from './draft.ts';
import { useVisit } from './use-visit.ts';

const EMPTY = {
  result: undefined as 'given' | 'refused' | undefined,
  by: '',
  capacity: '',
  note: '',
};

/** What the child's representative said; whether it counts the hub says. */
export function ConsentForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const capacities = useCodes('capacities').filter(({ value }) => value !== 'none-yet');
  const results = useCodes('consentResults') as { value: 'given' | 'refused'; label: string }[];
  const doing = useAct(recordConsent, about, onBack);
  const form = useDraft(EMPTY, ({ result, by, capacity }) => [
    ...(result ? [] : ['result' as const]),
    ...(filled(by) ? [] : ['by' as const]),
    ...(capacity ? [] : ['capacity' as const]),
  ]);
  const { result, by, capacity, note } = form.draft;
  const send = () =>
    result &&
    doing.act({
      path,
      body: { result, by: by.trim(), capacity, ...(filled(note) && { note: note.trim() }) },
    });
  return (
    <ActForm
      doing={doing}
      title={t('visit.consent.title')}
      look="second"
      does={t('visit.consent.do')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <Notice>{t('visit.consent.lead')}</Notice>
      <OneOf row label={t('visit.consent.result')} options={results} {...form.of('result')} />
      <Field label={t('visit.consent.by')} maxLength={150} {...form.of('by', doing.wrong('/by'))} />
      <Pick
        label={t('visit.consent.capacity')}
        none={t('steps.choose')}
        options={capacities}
        {...form.of('capacity', doing.wrong('/capacity'))}
      />
      <Field long label={t('tasks.note')} maxLength={2000} {...form.of('note')} />
    </ActForm>
  );
}
