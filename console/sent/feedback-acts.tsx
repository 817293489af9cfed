import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { closeFeedbackLoop, releaseFeedback } from '../../shared/contract/feedback.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { Feedback } from './feedback-section.tsx';
import { aboutReferral, type View } from './frame.tsx';

interface FeedbackActProps {
  readonly view: View;
  readonly one: Feedback;
  readonly onBack: () => void;
}

/** What another agency wants to tell whoever referred goes out with the lead's own words, or as it is. */
export function Release({ view, one, onBack }: FeedbackActProps) {
  const { t } = useTranslation();
  const doing = useAct(releaseFeedback, aboutReferral(view.id), onBack);
  const [message, setMessage] = useState(one.message ?? '');
  const path = { referralId: view.id, number: one.number };
  const said = message.trim();
  return (
    <ActForm
      doing={doing}
      does={t('sent.release')}
      onDo={() => doing.act({ path, body: said && said !== one.message ? { message: said } : {} })}
      onBack={onBack}
    >
      <Field
        long
        label={t('write.message')}
        hint={t('sent.releaseHint')}
        value={message}
        onChange={setMessage}
        error={doing.wrong('/message')}
        maxLength={2000}
      />
    </ActForm>
  );
}

/** A supervisor ends the wait for an acknowledgement that will not come. */
export function CloseLoop({ view, one, onBack }: FeedbackActProps) {
  const { t } = useTranslation();
  const reasons = useCodes('loopClosingReasons');
  const doing = useAct(closeFeedbackLoop, aboutReferral(view.id), onBack);
  const form = useDraft({ reason: '', note: '' }, (draft) => emptyOf(draft, 'reason'));
  const { reason, note } = form.draft;
  const path = { referralId: view.id, number: one.number };
  const body = { reason, ...(note.trim() && { note: note.trim() }) };
  return (
    <ActForm
      doing={doing}
      does={t('sent.closeLoop')}
      onDo={() => form.whenComplete(() => doing.act({ path, body }))}
      onBack={onBack}
    >
      <Pick
        label={t('steps.reason')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      <Field long label={t('tasks.note')} maxLength={2000} {...form.of('note')} />
    </ActForm>
  );
}
