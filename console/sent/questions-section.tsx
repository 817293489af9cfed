import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  answerQuestion,
  listQuestions,
  type QuestionView,
} from '../../shared/contract/questions.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { aboutReferral, type Sent } from './frame.tsx';

/** What the lead wants to know of whoever referred; nobody puts it to the child. */
export function QuestionsSection(sent: Sent) {
  const { t } = useTranslation();
  const path = { referralId: sent.referralId };
  const { data } = useRead(['referral', sent.referralId], listQuestions, { path });
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t(sent.may('question.answer') ? 'questions.title' : 'sent.asked')}>
      {data.items.map((one) => (
        <Question key={one.number} one={one} {...sent} />
      ))}
    </Card>
  );
}

type QuestionProps = Sent & { readonly one: z.output<typeof QuestionView> };

function Question({ one, referralId, may }: QuestionProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  const asked = [nameOf(one.from), momentOf(one.askedAt, lang)].filter(Boolean).join(', ');
  return (
    <article className="stack">
      <strong>{one.question}</strong>
      <span className="soft small">
        {asked}
        {one.answerBy && ` — ${t('sent.answerBy', { at: momentOf(one.answerBy, lang) })}`}
      </span>
      {one.answer && <p>{one.answer}</p>}
      {!one.answer && !may('question.answer') && <p className="soft">{t('questions.waiting')}</p>}
      {!one.answer && may('question.answer') && <Answer one={one} referralId={referralId} />}
    </article>
  );
}

function Answer({ one, referralId }: Pick<QuestionProps, 'one' | 'referralId'>) {
  const { t } = useTranslation();
  const doing = useAct(answerQuestion, aboutReferral(referralId));
  const form = useDraft({ answer: '' }, (draft) => emptyOf(draft, 'answer'));
  const body = { answer: form.draft.answer.trim() };
  const path = { referralId, number: one.number };
  return (
    <ActForm
      doing={doing}
      does={t('questions.send')}
      onDo={() => form.whenComplete(() => doing.act({ path, body }))}
    >
      <Notice tone="warn">{one.reminder.label}</Notice>
      <Field
        long
        label={t('questions.answer')}
        maxLength={2000}
        {...form.of('answer', doing.wrong('/answer'))}
      />
    </ActForm>
  );
}
