import { useTranslation } from 'react-i18next';
import { addTask } from '../../shared/contract/cases.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf, type Option } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { PickAgency } from './pick-agency.tsx';
import { useCase } from './use-case.ts';

type Urgency = 'urgent' | 'high' | 'routine';
const EMPTY = { kind: '', of: '', agency: '', urgency: 'routine' as Urgency, note: '' };

/** The lead asks one more agency to act. */
export function AddTask({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const [kinds, urgencies] = [useCodes('taskKinds'), useCodes('urgencies')];
  const doing = useAct(addTask, about, onBack);
  const form = useDraft(EMPTY, (draft) => emptyOf(draft, 'kind', 'agency'));
  const { kind, of, agency, urgency, note } = form.draft;
  const send = () =>
    doing.act({
      path,
      body: {
        kind,
        agency: agency as AgencyId,
        urgency,
        ...(note.trim() && { note: note.trim() }),
      },
    });
  return (
    <ActForm
      doing={doing}
      title={t('case.add.title')}
      does={t('case.add.do')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <Pick
        label={t('tasks.what')}
        none={t('steps.choose')}
        options={kinds}
        {...form.of('kind', doing.wrong('/kind'))}
      />
      <PickAgency
        kind={of}
        onKind={(chosen) => form.set({ of: chosen, agency: '' })}
        {...form.of('agency', doing.wrong('/agency'))}
        value={agency}
      />
      <OneOf
        row
        label={t('tasks.urgency')}
        options={urgencies as Option<Urgency>[]}
        {...form.of('urgency')}
      />
      <Field
        long
        label={t('tasks.note')}
        hint={t('case.add.noteHint')}
        maxLength={2000}
        {...form.of('note', doing.wrong('/note'))}
      />
    </ActForm>
  );
}
