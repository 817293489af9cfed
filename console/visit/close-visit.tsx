import { useTranslation } from 'react-i18next';
import { closeVisit } from '../../shared/contract/further.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { filled } from './draft.ts';
import { useVisit } from './use-visit.ts';

/** The whole visit is given up: its time, and the child's one interview, are free at once. */
export function CloseVisit({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { visit, path, about } = useVisit();
  const reasons = useCodes('cancelReasons').filter(({ value }) => value !== 'frozen');
  const doing = useAct(closeVisit, about, onBack);
  // A court's order is undone by the court alone, with a later document.
  const ordered = visit.order !== undefined;
  const form = useDraft({ reason: '', document: '' }, ({ reason, document }) => [
    ...(reason ? [] : ['reason' as const]),
    ...(ordered && !filled(document) ? ['document' as const] : []),
  ]);
  const { reason, document } = form.draft;
  const body = { reason, ...(filled(document) && { document: document.trim() }) };
  return (
    <ActForm
      doing={doing}
      title={t('visit.close.title')}
      look="danger"
      does={t('visit.close.do')}
      onDo={() => form.whenComplete(() => doing.act({ path, body, ifMatch: visit.version }))}
      onBack={onBack}
    >
      <Pick
        label={t('visit.why')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      {ordered && (
        <Field
          short
          label={t('visit.close.document')}
          hint={t('visit.documentHint')}
          {...form.of('document', doing.wrong('/document'))}
        />
      )}
    </ActForm>
  );
}
