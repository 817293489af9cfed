import { useTranslation } from 'react-i18next';
import { handOverCase, moveCase } from '../../shared/contract/moves.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes, useMunicipalities } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { instantOf } from '../words/moments.ts';
import { useCase } from './use-case.ts';

/** As the contract has it: the family is gone, and nobody knows where. */
const UNKNOWN = 'unknown';

export function MoveCase({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const [places, sources] = [useMunicipalities(), useCodes('moveSources')];
  const doing = useAct(moveCase, about, onBack);
  const form = useDraft({ to: '', since: '', source: '', note: '' }, (draft) =>
    emptyOf(draft, 'to', 'since', 'source'),
  );
  const { to, since, source, note } = form.draft;
  const send = () =>
    doing.act({ path, body: { to, since, source, ...(note.trim() && { note: note.trim() }) } });
  return (
    <ActForm
      doing={doing}
      title={t('case.move.record')}
      does={t('case.save')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <Pick
        label={t('case.move.where')}
        hint={t('case.move.whereHint')}
        none={t('steps.choose')}
        options={[{ value: UNKNOWN, label: t('case.move.unknown') }, ...places]}
        {...form.of('to', doing.wrong('/to'))}
      />
      <Field
        short
        type="date"
        label={t('case.move.since')}
        {...form.of('since', doing.wrong('/since'))}
      />
      <Pick
        label={t('case.move.source')}
        none={t('steps.choose')}
        options={sources}
        {...form.of('source', doing.wrong('/source'))}
      />
      <Field
        long
        label={t('tasks.note')}
        maxLength={2000}
        {...form.of('note', doing.wrong('/note'))}
      />
    </ActForm>
  );
}

interface HandOverProps {
  readonly number: number;
  readonly onBack: () => void;
}

/** The two units have talked: when, and who of each. */
export function HandOver({ number, onBack }: HandOverProps) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const doing = useAct(handOverCase, about, onBack);
  const form = useDraft({ at: '', ours: '', theirs: '', note: '' }, (draft) =>
    emptyOf(draft, 'at', 'ours', 'theirs'),
  );
  const { at, ours, theirs, note } = form.draft;
  const send = () =>
    doing.act({
      path: { ...path, number },
      body: {
        at: instantOf(at),
        persons: [ours.trim(), theirs.trim()],
        ...(note.trim() && { note: note.trim() }),
      },
    });
  return (
    <ActForm
      doing={doing}
      title={t('case.move.talk')}
      does={t('case.save')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <MomentField label={t('case.move.talkedAt')} {...form.of('at', doing.wrong('/at'))} />
      <Field
        label={t('case.move.former')}
        hint={t('steps.personHint')}
        maxLength={150}
        {...form.of('ours', doing.wrong('/persons/0'))}
      />
      <Field
        label={t('case.move.new')}
        hint={t('steps.personHint')}
        maxLength={150}
        {...form.of('theirs', doing.wrong('/persons/1'))}
      />
      <Field
        long
        label={t('tasks.note')}
        maxLength={2000}
        {...form.of('note', doing.wrong('/note'))}
      />
    </ActForm>
  );
}
