import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sendFeedback } from '../../shared/contract/feedback.ts';
import { askReferrer } from '../../shared/contract/questions.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import type { FeedbackProps } from './feedback-section.tsx';
import type { View } from './frame.tsx';

/** An answer to whoever referred, or a question to them, from those who work on it. */
export function WriteToReferrer({ view, may }: FeedbackProps) {
  const { t } = useTranslation();
  // A form is there anew for each text it sent; what is being written in the other one stays.
  const [answered, setAnswered] = useState(0);
  const [asked, setAsked] = useState(0);
  const [answers, asks] = [may('referral.feedback'), may('question.ask')];
  if (view.closing || !(answers || asks)) return null;
  return (
    <Card title={t('write.title')}>
      {answers && (
        <Answer key={`answer ${answered}`} view={view} onDone={() => setAnswered(answered + 1)} />
      )}
      {asks && (
        <Question key={`question ${asked}`} view={view} onDone={() => setAsked(asked + 1)} />
      )}
    </Card>
  );
}

interface WriteProps {
  readonly view: View;
  readonly onDone: () => void;
}

function Answer({ view, onDone }: WriteProps) {
  const { t } = useTranslation();
  const { data: me } = useMembership();
  const [codes, offers, taken] = [useCodes('feedback'), useCodes('offers'), useCodes('takenUp')];
  const doing = useAct(sendFeedback, [['referral', view.id]], onDone);
  const [code, setCode] = useState('');
  const [message, setMessage] = useState('');
  const [offered, setOffered] = useState<string[]>([]);
  const [takenUp, setTakenUp] = useState('');
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
      onDo={() => code && doing.act({ path: { referralId: view.id }, body })}
    >
      <Pick
        label={t('write.answer')}
        none={t('steps.choose')}
        // The result is the lead's to tell.
        options={codes.filter(({ value }) => leads || !value.startsWith('outcome-'))}
        value={code}
        onChange={setCode}
        error={doing.wrong('/code')}
      />
      {tellsOutcome && view.kind !== 'violence' && (
        <>
          <ManyOf
            label={t('sent.offered')}
            options={offers}
            value={offered}
            onChange={setOffered}
            error={doing.wrong('/offered')}
          />
          <Pick
            label={t('sent.takenUp')}
            none={t('steps.choose')}
            options={taken}
            value={takenUp}
            onChange={setTakenUp}
            error={doing.wrong('/takenUp')}
          />
        </>
      )}
      <Field
        long
        label={t('write.message')}
        hint={t(leads ? 'write.messageHint' : 'sent.proposes')}
        value={message}
        onChange={setMessage}
        error={doing.wrong('/message')}
        maxLength={2000}
      />
    </ActForm>
  );
}

function Question({ view, onDone }: WriteProps) {
  const { t } = useTranslation();
  const doing = useAct(askReferrer, [['referral', view.id]], onDone);
  const [question, setQuestion] = useState('');
  const ask = () => {
    const body = { question: question.trim() };
    if (body.question) doing.act({ path: { referralId: view.id }, body });
  };
  return (
    <ActForm doing={doing} look="second" does={t('write.ask')} onDo={ask}>
      <Field
        long
        label={t('write.question')}
        value={question}
        onChange={setQuestion}
        error={doing.wrong('/question')}
        maxLength={2000}
      />
      <Notice tone="warn">{t('write.notTheChild')}</Notice>
    </ActForm>
  );
}
