import { useTranslation } from 'react-i18next';
import { exceptFromFeedback } from '../../shared/contract/feedback.ts';
import { returnReferral, withdrawReferral } from '../../shared/contract/referrals.ts';
import type { OwedAnswer } from '../../shared/domain/referral/answers.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { type Act, ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { FeedbackProps } from './feedback-section.tsx';
import { aboutReferral, type View } from './frame.tsx';

const OVER = ['closed', 'withdrawn'];

/** What is rarer: send a form back, withdraw it, or say why no answer is sent. */
export function SendBack({ view, may }: FeedbackProps) {
  const { t } = useTranslation();
  if (OVER.includes(view.status.code) || view.status.code === 'submitted') return null;
  // A report of violence is never sent back nor taken back, and neither is a form that became a case.
  const isForm = view.kind === 'early-identification' && !view.case;
  const props = (back: () => void): SendBackProps => ({ view, onBack: back });
  const all: (Act & { readonly open: boolean })[] = [
    {
      code: 'return',
      label: t('sent.return'),
      open: isForm && may('referral.return') && view.status.code !== 'returned',
      form: (back) => <Return {...props(back)} />,
    },
    {
      code: 'withdraw',
      label: t('sent.withdraw'),
      open: isForm && may('referral.withdraw'),
      form: (back) => <Withdraw {...props(back)} />,
    },
    {
      code: 'except',
      label: t('sent.except'),
      open: may('referral.except'),
      form: (back) => <Except {...props(back)} />,
    },
  ];
  const acts = all.filter(({ open }) => open);
  if (acts.length === 0) return null;
  return (
    <Card title={t('sent.further')}>
      <Acts acts={acts} />
    </Card>
  );
}

interface SendBackProps {
  readonly view: View;
  readonly onBack: () => void;
}

/** An early identification goes back to whoever filled it in, with a question. */
function Return({ view, onBack }: SendBackProps) {
  const { t } = useTranslation();
  const reasons = useCodes('returnReasons');
  const doing = useAct(returnReferral, aboutReferral(view.id), onBack);
  const form = useDraft({ reason: '', question: '' }, (draft) =>
    emptyOf(draft, 'reason', 'question'),
  );
  const { reason, question } = form.draft;
  const body = { reason, question: question.trim() };
  const call = { path: { referralId: view.id }, body, ifMatch: view.version };
  return (
    <ActForm
      doing={doing}
      title={t('sent.return')}
      does={t('sent.return')}
      onDo={() => form.whenComplete(() => doing.act(call))}
      onBack={onBack}
    >
      <Pick
        label={t('steps.reason')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      <Field
        long
        label={t('write.question')}
        hint={t('write.notTheChild')}
        maxLength={2000}
        {...form.of('question', doing.wrong('/question'))}
      />
    </ActForm>
  );
}

function Withdraw({ view, onBack }: SendBackProps) {
  const { t } = useTranslation();
  const reasons = useCodes('withdrawalReasons');
  const doing = useAct(withdrawReferral, aboutReferral(view.id), onBack);
  const form = useDraft({ reason: '', note: '' }, (draft) => emptyOf(draft, 'reason'));
  const { reason, note } = form.draft;
  const body = { reason, ...(note.trim() && { note: note.trim() }) };
  const call = { path: { referralId: view.id }, body, ifMatch: view.version };
  return (
    <ActForm
      doing={doing}
      title={t('sent.withdraw')}
      does={t('sent.withdraw')}
      look="danger"
      onDo={() => form.whenComplete(() => doing.act(call))}
      onBack={onBack}
    >
      <Notice tone="warn">{t('sent.withdrawHint')}</Notice>
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

const STAGES: readonly OwedAnswer[] = ['first', 'outcome', 'acknowledgement'];

/** A lawful ground from which no answer is sent, or not each of them. */
function Except({ view, onBack }: SendBackProps) {
  const { t } = useTranslation();
  const codes = useCodes('feedbackExceptions');
  const doing = useAct(exceptFromFeedback, aboutReferral(view.id), onBack);
  const form = useDraft({ code: '', stages: [] as OwedAnswer[], note: '' }, (draft) =>
    emptyOf(draft, 'code'),
  );
  const { code, stages, note } = form.draft;
  const body = {
    code,
    ...(stages.length > 0 && { stages }),
    ...(note.trim() && { note: note.trim() }),
  };
  return (
    <ActForm
      doing={doing}
      title={t('sent.except')}
      does={t('steps.do')}
      onDo={() => form.whenComplete(() => doing.act({ path: { referralId: view.id }, body }))}
      onBack={onBack}
    >
      <Pick
        label={t('sent.ground')}
        none={t('steps.choose')}
        options={codes}
        {...form.of('code', doing.wrong('/code'))}
      />
      <ManyOf
        label={t('sent.fromWhich')}
        hint={t('sent.fromWhichHint')}
        options={STAGES.map((value) => ({ value, label: t(`sent.stage.${value}`) }))}
        {...form.of('stages', doing.wrong('/stages'))}
      />
      <Field long label={t('tasks.note')} maxLength={2000} {...form.of('note')} />
    </ActForm>
  );
}
