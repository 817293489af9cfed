import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { type QuestionPlan, reviewTopic } from '../../shared/contract/topics.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { filled } from './draft.ts';
import { useVisit } from './use-visit.ts';

export type Asked = z.output<typeof QuestionPlan>['topics'][number]['questions'][number];
type Filing = Asked['filings'][number];
const BEFORE = ['planning', 'held', 'booked'];

/** One question, its words looked at: whether they lead, and what the interviewer made of them. */
export function Question({ one }: { readonly one: Asked }) {
  const { t } = useTranslation();
  const { visit, may } = useVisit();
  const { filings, question, leading, review, outcome } = one;
  const [filing] = filings;
  const reviews = filing && may('visit.run') && BEFORE.includes(visit.status.code);
  return (
    <li className="entry">
      <span className="row">
        <span>{question ?? t('visit.questions.topicOnly')}</span>
        {review && <Tag>{t(`visit.review.${review.decision}`)}</Tag>}
        {review?.reason && <span className="soft small">{review.reason.label}</span>}
        {outcome && (
          <Tag tone={outcome.state === 'covered' ? 'good' : 'warn'}>
            {t(`visit.outcome.${outcome.state}`)}
          </Tag>
        )}
        {outcome?.reason && <span className="soft small">{outcome.reason.label}</span>}
      </span>
      {leading.length > 0 && (
        <Notice tone="warn" title={t('visit.questions.leading')}>
          {leading.map(({ label }) => label).join('; ')}
        </Notice>
      )}
      {reviews && (
        <Acts
          acts={[
            {
              code: 'review',
              label: t('visit.review.title'),
              form: (back) => <Review filing={filing} onBack={back} />,
            },
          ]}
        />
      )}
    </li>
  );
}

type Decision = 'kept' | 'reworded' | 'dropped';
const EMPTY = { decision: undefined as Decision | undefined, question: '', reason: '' };

function Review({ filing, onBack }: { readonly filing: Filing; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const reasons = useCodes('topicDroppedReasons');
  const doing = useAct(reviewTopic, about, onBack);
  const form = useDraft(EMPTY, ({ decision, question, reason }) => [
    ...(decision ? [] : ['decision' as const]),
    ...(decision === 'reworded' && !filled(question) ? ['question' as const] : []),
    ...(decision === 'dropped' && !reason ? ['reason' as const] : []),
  ]);
  const { decision, question, reason } = form.draft;
  const options = (['kept', 'reworded', 'dropped'] as const).map((value) => ({
    value,
    label: t(`visit.review.${value}`),
  }));
  const send = () => {
    const to = { path: { ...path, number: filing.number }, ifMatch: filing.version };
    if (decision === 'kept') doing.act({ ...to, body: { decision } });
    if (decision === 'reworded')
      doing.act({ ...to, body: { decision, question: question.trim() } });
    if (decision === 'dropped') doing.act({ ...to, body: { decision, reason } });
  };
  return (
    <ActForm
      doing={doing}
      title={t('visit.review.title')}
      look="second"
      does={t('visit.review.do')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <OneOf row label={t('visit.review.decision')} options={options} {...form.of('decision')} />
      {decision === 'reworded' && (
        <Field
          label={t('visit.review.words')}
          maxLength={500}
          {...form.of('question', doing.wrong('/question'))}
        />
      )}
      {decision === 'dropped' && (
        <Pick
          label={t('visit.why')}
          none={t('steps.choose')}
          options={reasons}
          {...form.of('reason', doing.wrong('/reason'))}
        />
      )}
    </ActForm>
  );
}
