import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  answerQuestion,
  listQuestions,
  type QuestionView,
} from '../../shared/contract/questions.ts';
import type { ReferralId } from '../../shared/domain/ids.ts';
import { useHub } from '../api/use-hub.ts';
import { useKey } from '../api/use-key.ts';
import { useMembership } from '../api/use-membership.ts';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Failed } from '../design/components/states.tsx';
import { useLanguage } from '../words/use-language.ts';

interface QuestionsProps {
  readonly referralId: ReferralId;
  readonly onChange: () => void;
}

/** What the lead wants to know of whoever referred; nobody puts it to the child. */
export function QuestionsSection({ referralId, onChange }: QuestionsProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const call = useHub();
  const { data } = useQuery({
    queryKey: ['referral', referralId, 'questions', lang],
    queryFn: async () => (await call(listQuestions, { path: { referralId } })).body.items,
  });
  if (!data || data.length === 0) return null;
  return (
    <section className="card" aria-labelledby="questions">
      <h2 id="questions">{t('questions.title')}</h2>
      {data.map((one) => (
        <Question key={one.number} one={one} referralId={referralId} onChange={onChange} />
      ))}
    </section>
  );
}

type QuestionProps = QuestionsProps & { readonly one: z.output<typeof QuestionView> };

function Question({ one, referralId, onChange }: QuestionProps) {
  const { t } = useTranslation();
  const call = useHub();
  const key = useKey();
  // The lead asks; whoever referred answers.
  const asked = one.from === useMembership().data?.agency;
  const [answer, setAnswer] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(answerQuestion, {
        path: { referralId, number: one.number },
        body: { answer },
        idempotencyKey: key,
      }),
    onSuccess: onChange,
  });
  return (
    <div className="stack">
      <strong>{one.question}</strong>
      {one.answer && <p>{one.answer}</p>}
      {!one.answer && asked && <p className="soft">{t('questions.waiting')}</p>}
      {!one.answer && !asked && (
        <>
          <Notice tone="warn">{one.reminder.label}</Notice>
          <Field
            long
            label={t('questions.answer')}
            value={answer}
            onChange={setAnswer}
            maxLength={2000}
          />
          <div>
            <Button look="first" pending={isPending} onPress={() => answer.trim() && mutate()}>
              {t('questions.send')}
            </Button>
          </div>
          {error && <Failed error={error} />}
        </>
      )}
    </div>
  );
}
