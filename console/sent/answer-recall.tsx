import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { confirmRecall } from '../../shared/contract/recalls.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { type Answer, answerBody, EMPTY_ANSWER } from './recall-draft.ts';
import type { Recalled } from './recalls-page.tsx';

/** An agency that was told says that it deleted it, or on what legal basis it keeps it. */
export function AnswerRecall({ one }: { readonly one: Recalled }) {
  const { t } = useTranslation();
  const [statuses, bases] = [useCodes('recallStatuses'), useCodes('recallBases')];
  const doing = useAct(confirmRecall, [['referral', one.referral], ['recalls']]);
  const [draft, setDraft] = useState<Answer>(EMPTY_ANSWER);
  const [isMissing, setMissing] = useState(false);
  const change = (part: Partial<Answer>) => setDraft((before) => ({ ...before, ...part }));
  const body = answerBody(draft);
  const path = { referralId: one.referral, number: one.number };
  const answer = () => {
    setMissing(!body);
    if (body) doing.act({ path, body, ifMatch: one.version });
  };
  return (
    <ActForm doing={doing} title={t('sent.answerRecall')} does={t('sent.answer')} onDo={answer}>
      <OneOf
        row
        label={t('sent.whatBecame')}
        options={statuses.filter(({ value }) => value !== 'open')}
        value={draft.status}
        onChange={(status) => change({ status: status as Answer['status'] })}
        error={doing.wrong('/status')}
      />
      {draft.status === 'kept' && (
        <Pick
          label={t('sent.basis')}
          none={t('steps.choose')}
          options={bases}
          value={draft.basis}
          onChange={(basis) => change({ basis })}
          error={doing.wrong('/basis')}
        />
      )}
      <Field
        label={t('sent.whoAnswers')}
        hint={t('steps.personHint')}
        value={draft.person}
        onChange={(person) => change({ person })}
        error={doing.wrong('/actingPerson')}
        maxLength={150}
      />
      {isMissing && <Notice tone="danger" title={t('sent.fillAll')} live />}
    </ActForm>
  );
}
