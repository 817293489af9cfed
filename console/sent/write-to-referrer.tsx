import { useTranslation } from 'react-i18next';
import { sendFeedback } from '../../shared/contract/feedback.ts';
import { askReferrer } from '../../shared/contract/questions.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { FeedbackProps } from './feedback-section.tsx';
import { aboutReferral, type View } from './frame.tsx';

/** An answer to whoever referred, or a question to them, from those who work on it. */
export function WriteToReferrer({ view, may }: FeedbackProps) {
  const { t } = useTranslation();
  const [answers, asks] = [may('referral.feedback'), may('question.ask')];
  if (view.closing || !(answers || asks)) return null;
  return (
    <Card title={t('write.title')}>
      {answers && <Answer view={view} />}
      {asks && <Question view={view} />}
    </Card>
  );
}

const EMPTY_ANSWER = { code: '', message: '', offered: [] as string[], takenUp: '' };

function Answer({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const { data: me } = useMembership();
  const [codes, offers, taken] = [useCodes('feedback'), useCodes('offers'), useCodes('takenUp')];
  const form = useDraft(EMPTY_ANSWER, (draft) => emptyOf(draft, 'code'));
  const doing = useAct(sendFeedback, aboutReferral(view.id), form.clear);
  const { code, message, offered, takenUp } = form.draft;
  const leads = me?.agency === view.lead;
  const tellsOutcome = code.startsWith('outcome-');
  const ofOutcome = {
    ...(offered.length > 0 && { offered }),
    ...(takenUp && { takenUp }),
  };
  const body = {
    code,
    ...(message.trim() && { message: message.trim() }),
    ...(tellsOutcome && ofOutcome),
  };
  return (
    <ActForm
      doing={doing}
      does={t('write.send')}
      onDo={() => form.whenComplete(() => doing.act({ path: { referralId: view.id }, body }))}
    >
      <Pick
        label={t('write.answer')}
        none={t('steps.choose')}
        // The result is the lead's to tell.
        options={codes.filter(({ value }) => leads || !value.startsWith('outcome-'))}
        {...form.of('code', doing.wrong('/code'))}
      />
      {tellsOutcome && view.kind !== 'violence' && (
        <>
          <ManyOf
            label={t('sent.offered')}
            options={offers}
            {...form.of('offered', doing.wrong('/offered'))}
          />
          <Pick
            label={t('sent.takenUp')}
            none={t('steps.choose')}
            options={taken}
            {...form.of('takenUp', doing.wrong('/takenUp'))}
          />
        </>
      )}
      <Field
        long
        label={t('write.message')}
        hint={t(leads ? 'write.messageHint' : 'sent.proposes')}
        maxLength={2000}
        {...form.of('message', doing.wrong('/message'))}
      />
    </ActForm>
  );
}

function Question({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const form = useDraft({ question: '' }, (draft) => emptyOf(draft, 'question'));
  const doing = useAct(askReferrer, aboutReferral(view.id), form.clear);
  const body = { question: form.draft.question.trim() };
  const ask = () => form.whenComplete(() => doing.act({ path: { referralId: view.id }, body }));
  return (
    <ActForm doing={doing} look="second" does={t('write.ask')} onDo={ask}>
      <Field
        long
        label={t('write.question')}
        maxLength={2000}
        {...form.of('question', doing.wrong('/question'))}
      />
      <Notice tone="warn">{t('write.notTheChild')}</Notice>
    </ActForm>
  );
}
