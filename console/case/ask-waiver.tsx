import { useTranslation } from 'react-i18next';
import { askWaiver } from '../../shared/contract/safety.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import type { FourTrack } from '../../shared/domain/safety/tracks.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { View } from './overview.tsx';
import { useCase } from './use-case.ts';

interface AskWaiverProps {
  readonly view: View;
  readonly onBack: () => void;
}

/** Tasks that ended without having been done: what nothing has replaced holds the track open. */
const UNDONE = ['rejected', 'cancelled', 'failed'];

export function AskWaiver({ view, onBack }: AskWaiverProps) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const reasons = useCodes('waiverReasons');
  const doing = useAct(askWaiver, about, onBack);
  const form = useDraft({ what: '', reason: '', note: '', askedBy: '' }, (draft) =>
    emptyOf(draft, 'what', 'reason', 'note', 'askedBy'),
  );
  const options = [
    ...view.tracks.filter(({ state }) => state === 'open').map(({ code, label }) => [code, label]),
    ...view.tasks
      .filter(({ status }) => UNDONE.includes(status.code))
      .map(({ id, kind }) => [id, kind.label]),
  ].map(([value = '', label = '']) => ({ value, label }));
  const send = () => {
    const { what, reason, note, askedBy } = form.draft;
    const asked = { reason, note: note.trim(), askedBy: askedBy.trim() };
    const isTask = view.tasks.some(({ id }) => id === what);
    const body = isTask
      ? { task: what as TaskId, ...asked }
      : { track: what as FourTrack, ...asked };
    doing.act({ path, body });
  };
  return (
    <ActForm
      doing={doing}
      title={t('case.waiver.ask')}
      does={t('case.waiver.send')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <Pick
        label={t('case.waiver.what')}
        none={t('steps.choose')}
        options={options}
        {...form.of('what', doing.wrong('/track') ?? doing.wrong('/task'))}
      />
      <Pick
        label={t('steps.reason')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      <Field
        long
        label={t('case.waiver.note')}
        maxLength={2000}
        {...form.of('note', doing.wrong('/note'))}
      />
      <Field
        label={t('case.waiver.askedBy')}
        hint={t('steps.personHint')}
        maxLength={150}
        {...form.of('askedBy', doing.wrong('/askedBy'))}
      />
    </ActForm>
  );
}
