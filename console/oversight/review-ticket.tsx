import { useTranslation } from 'react-i18next';
import { reviewTicket } from '../../shared/contract/break-glass.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf, type Option } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import type { Ticket } from './ticket.tsx';

type Finding = 'justified' | 'not-justified';

const EMPTY = { finding: undefined as Finding | undefined, reason: '' };

interface ReviewProps {
  readonly ticket: Ticket;
  /** What is read anew once it is reviewed. */
  readonly about: readonly unknown[];
  readonly onBack?: () => void;
}

/** Was it right? With the reason, which whoever looked reads as well. */
export function ReviewTicket({ ticket, about, onBack }: ReviewProps) {
  const { t } = useTranslation();
  const findings = useCodes('breakGlassFindings') as readonly Option<Finding>[];
  const form = useDraft(EMPTY, (draft) => emptyOf(draft, 'finding', 'reason'));
  const doing = useAct(reviewTicket, [about], onBack);
  const { record, number, version } = ticket;
  const send = () => {
    const { finding, reason } = form.draft;
    if (!finding) return;
    const body = { finding, reason: reason.trim() };
    doing.act({ path: { record, number }, body, ifMatch: version });
  };
  return (
    <ActForm
      doing={doing}
      does={t('lookReview.keep')}
      onDo={() => form.whenComplete(send)}
      {...(onBack && { onBack })}
    >
      <OneOf
        label={t('lookReview.finding')}
        options={findings}
        {...form.of('finding', doing.wrong('/finding'))}
      />
      <Field
        long
        label={t('lookReview.because')}
        hint={t('lookReview.becauseHint')}
        maxLength={1000}
        {...form.of('reason', doing.wrong('/reason'))}
      />
    </ActForm>
  );
}
