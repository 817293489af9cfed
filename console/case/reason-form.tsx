import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyOf } from '../api/empty-of.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';

interface Reasons {
  readonly reason: string;
  readonly note: string;
}

interface ReasonFormProps {
  /** As api/use-act.ts gives it. */
  readonly doing: Parameters<typeof ActForm>[0]['doing'] & {
    readonly wrong: (pointer: string) => string | undefined;
  };
  readonly title?: string;
  /** The list of reasons one is chosen of; without, it is said in words alone. */
  readonly list?: string;
  /** What the words are called; without, none are asked for. */
  readonly note?: string;
  readonly noteHint?: string;
  /** Where a refusal of the words points. */
  readonly at?: string;
  readonly does: string;
  readonly look?: 'first' | 'second' | 'danger';
  readonly onDo: (reasons: Reasons) => void;
  readonly onBack: () => void;
  readonly children?: ReactNode;
}

/** Something to do that needs no more than its reason: of a list, in words, or both. */
export function ReasonForm(props: ReasonFormProps) {
  const {
    doing,
    title,
    list,
    note,
    noteHint,
    at = '/note',
    does,
    look,
    onDo,
    onBack,
    children,
  } = props;
  const { t } = useTranslation();
  const reasons = useCodes(list ?? '');
  const form = useDraft<Reasons>({ reason: '', note: '' }, (draft) => [
    ...(list ? emptyOf(draft, 'reason') : []),
    ...(note ? emptyOf(draft, 'note') : []),
  ]);
  const send = () => onDo({ reason: form.draft.reason, note: form.draft.note.trim() });
  return (
    <ActForm
      doing={doing}
      {...(title && { title })}
      {...(look && { look })}
      does={does}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      {children}
      {list && (
        <Pick
          label={t('steps.reason')}
          none={t('steps.choose')}
          options={reasons}
          {...form.of('reason', doing.wrong('/reason'))}
        />
      )}
      {note && (
        <Field
          long
          label={note}
          hint={noteHint}
          maxLength={2000}
          {...form.of('note', doing.wrong(at))}
        />
      )}
    </ActForm>
  );
}
