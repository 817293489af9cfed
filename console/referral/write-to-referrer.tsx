import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import { sendFeedback } from '../../shared/contract/feedback.ts';
import { askReferrer } from '../../shared/contract/questions.ts';
import type { ReferralView } from '../../shared/contract/referral-view.ts';
import { useHub } from '../api/use-hub.ts';
import { useKey } from '../api/use-key.ts';
import { useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Failed } from '../design/components/states.tsx';

interface WriteProps {
  readonly view: z.output<typeof ReferralView>;
  readonly onChange: () => void;
}

/** The lead's side of the loop: an answer to whoever referred, or a question to them. */
export function WriteToReferrer({ view, onChange }: WriteProps) {
  const { t } = useTranslation();
  const { data: me } = useMembership();
  // Another key for each text that was sent: the form is there anew.
  const [count, setCount] = useState(0);
  if (!me || me.agency !== view.lead || view.closing) return null;
  const done = () => {
    setCount((before) => before + 1);
    onChange();
  };
  return (
    <section className="card" aria-labelledby="write">
      <h2 id="write">{t('write.title')}</h2>
      <Answer key={`answer ${count}`} view={view} onChange={done} />
      <Question key={`question ${count}`} view={view} onChange={done} />
    </section>
  );
}

function Answer({ view, onChange }: WriteProps) {
  const { t } = useTranslation();
  const call = useHub();
  const codes = useCodes('feedback');
  const key = useKey();
  const [code, setCode] = useState('');
  const [message, setMessage] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(sendFeedback, {
        path: { referralId: view.id },
        body: { code, ...(message.trim() && { message: message.trim() }) },
        idempotencyKey: key,
      }),
    onSuccess: onChange,
  });
  return (
    <div className="stack">
      <Pick
        label={t('write.answer')}
        none={t('steps.choose')}
        options={codes}
        value={code}
        onChange={setCode}
      />
      <Field
        long
        label={t('write.message')}
        hint={t('write.messageHint')}
        value={message}
        onChange={setMessage}
        maxLength={2000}
      />
      {error && <Failed error={error} />}
      <div>
        <Button look="first" pending={isPending} onPress={() => code && mutate()}>
          {t('write.send')}
        </Button>
      </div>
    </div>
  );
}

function Question({ view, onChange }: WriteProps) {
  const { t } = useTranslation();
  const call = useHub();
  const key = useKey();
  const [question, setQuestion] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(askReferrer, {
        path: { referralId: view.id },
        body: { question: question.trim() },
        idempotencyKey: key,
      }),
    onSuccess: onChange,
  });
  return (
    <div className="stack">
      <Field
        long
        label={t('write.question')}
        value={question}
        onChange={setQuestion}
        maxLength={2000}
      />
      <Notice tone="warn">{t('write.notTheChild')}</Notice>
      {error && <Failed error={error} />}
      <div>
        <Button pending={isPending} onPress={() => question.trim() && mutate()}>
          {t('write.ask')}
        </Button>
      </div>
    </div>
  );
}
