import { useTranslation } from 'react-i18next';
import { reviewTicket } from '../../shared/contract/break-glass.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { OneOf, type Option } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import type { Ticket } from './ticket.tsx';

type Finding = 'justified' | 'not-justified';

const EMPTY = { finding: undefined as Finding | undefined, reason: '' };

/** Was it right? With the reason, which whoever looked reads as well. */
export function ReviewTicket({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation();
  const findings = useCodes('breakGlassFindings') as readonly Option<Finding>[];
  const form = useDraft(EMPTY, (draft) => emptyOf(draft, 'finding', 'reason'));
  const doing = useAct(reviewTicket, [['oversight']]);
  const { record, number, version } = ticket;
  const send = () => {
    const { finding, reason } = form.draft;
    if (!finding) return;
    const body = { finding, reason: reason.trim() };
    doing.act({ path: { record, number }, body, ifMatch: version });
  };
  return (
    <Card title={t('oversight.ticket.reviewIt')}>
      <ActForm
        doing={doing}
        does={t('oversight.ticket.keepReview')}
        onDo={() => form.whenComplete(send)}
      >
        <OneOf
          label={t('oversight.ticket.finding')}
          options={findings}
          {...form.of('finding', doing.wrong('/finding'))}
        />
        <Field
          long
          label={t('oversight.ticket.because')}
          hint={t('oversight.ticket.becauseHint')}
          maxLength={1000}
          {...form.of('reason', doing.wrong('/reason'))}
        />
      </ActForm>
    </Card>
  );
}
