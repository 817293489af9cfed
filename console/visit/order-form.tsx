import { useTranslation } from 'react-i18next';
import { recordOrder } from '../../shared/contract/interviews.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { filled } from './draft.ts';
import { useAgencies } from './use-agencies.ts';
import { useVisit } from './use-visit.ts';

/** A court's order, by the number of its document. */
export function OrderForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const courts = useAgencies('court');
  const doing = useAct(recordOrder, about, onBack);
  const form = useDraft({ document: '', court: '' }, ({ document, court }) => [
    ...(filled(document) ? [] : ['document' as const]),
    ...(court ? [] : ['court' as const]),
  ]);
  const { document, court } = form.draft;
  const body = { document: document.trim(), court: court as AgencyId };
  return (
    <ActForm
      doing={doing}
      title={t('visit.order.title')}
      look="second"
      does={t('visit.order.do')}
      onDo={() => form.whenComplete(() => doing.act({ path, body }))}
      onBack={onBack}
    >
      <Field
        short
        label={t('visit.document')}
        hint={t('visit.documentHint')}
        maxLength={60}
        {...form.of('document', doing.wrong('/document'))}
      />
      <Pick
        label={t('visit.order.court')}
        none={t('steps.choose')}
        options={courts}
        {...form.of('court', doing.wrong('/court'))}
      />
    </ActForm>
  );
}
