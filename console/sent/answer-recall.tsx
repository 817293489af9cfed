import { useTranslation } from 'react-i18next';
import { confirmRecall } from '../../shared/contract/recalls.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { aboutReferral } from './frame.tsx';
import { type Answer, answerBody, EMPTY_ANSWER, missingInAnswer } from './recall-draft.ts';
import type { Recalled } from './recalls-page.tsx';

/** An agency that was told says that it deleted it, or on what legal basis it keeps it. */
export function AnswerRecall({ one }: { readonly one: Recalled }) {
  const { t } = useTranslation();
  const [statuses, bases] = [useCodes('recallStatuses'), useCodes('recallBases')];
  const doing = useAct(confirmRecall, [...aboutReferral(one.referral), ['recalls']]);
  const form = useDraft(EMPTY_ANSWER, missingInAnswer);
  const { draft, of } = form;
  const body = answerBody(draft);
  const path = { referralId: one.referral, number: one.number };
  const answer = () => {
    if (body) doing.act({ path, body, ifMatch: one.version });
  };
  return (
    <ActForm
      doing={doing}
      title={t('sent.answerRecall')}
      does={t('sent.answer')}
      onDo={() => form.whenComplete(answer)}
    >
      <OneOf
        row
        label={t('sent.whatBecame')}
        options={statuses.filter(({ value }) => value !== 'open')}
        {...of('status', doing.wrong('/status'))}
        onChange={(status) => form.set({ status: status as Answer['status'] })}
      />
      {draft.status === 'kept' && (
        <Pick
          label={t('sent.basis')}
          none={t('steps.choose')}
          options={bases}
          {...of('basis', doing.wrong('/basis'))}
        />
      )}
      <Field
        label={t('sent.whoAnswers')}
        hint={t('steps.personHint')}
        maxLength={150}
        {...of('person', doing.wrong('/actingPerson'))}
      />
    </ActForm>
  );
}
