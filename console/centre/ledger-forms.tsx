import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerRequest, askForRecording, useRecording } from '../../shared/contract/recordings.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { agenciesOf } from './file-form.tsx';
import type { ItemProps, Line } from './ledger-item.tsx';

interface FormProps extends ItemProps {
  readonly onBack: () => void;
}

/** Somebody viewed it, has a copy, or has it now. */
export function UseForm({ on: { id, visit, about }, item, onBack }: FormProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const [uses, purposes] = [useCodes('ledgerUses'), useCodes('ledgerPurposes')];
  const [use, setUse] = useState('');
  const [who, setWho] = useState('');
  const [purpose, setPurpose] = useState('');
  const [note, setNote] = useState('');
  const doing = useAct(useRecording, about, onBack);
  const body = { use, who, purpose, ...(note.trim() && { note: note.trim() }) };
  const path = { interviewId: id, number: item.number };
  return (
    <ActForm
      doing={doing}
      title={t('centre.use.title')}
      look="second"
      does={t('centre.use.do')}
      onDo={() => doing.act({ path, body: body as never })}
      onBack={onBack}
    >
      <OneOf
        label={t('centre.use.what')}
        options={uses}
        value={use || undefined}
        onChange={setUse}
        error={doing.wrong('/use')}
      />
      <Pick
        label={t('centre.use.who')}
        none={t('steps.choose')}
        options={agenciesOf(visit).map((one) => ({ value: one, label: nameOf(one) ?? one }))}
        value={who}
        onChange={setWho}
        error={doing.wrong('/who')}
      />
      <Pick
        label={t('centre.use.purpose')}
        none={t('steps.choose')}
        options={purposes}
        value={purpose}
        onChange={setPurpose}
        error={doing.wrong('/purpose')}
      />
      <Field long label={t('centre.note')} value={note} onChange={setNote} maxLength={2000} />
    </ActForm>
  );
}

/** The statement is asked for: nobody asks the child again. */
export function AskForm({ on: { id, about }, item, onBack }: FormProps) {
  const { t } = useTranslation();
  const purposes = useCodes('ledgerPurposes');
  const [purpose, setPurpose] = useState('');
  const doing = useAct(askForRecording, about, onBack);
  return (
    <ActForm
      doing={doing}
      title={t('centre.ask.title')}
      look="second"
      does={t('centre.ask.do')}
      onDo={() => doing.act({ path: { interviewId: id, number: item.number }, body: { purpose } })}
      onBack={onBack}
    >
      <Pick
        label={t('centre.use.purpose')}
        none={t('steps.choose')}
        options={purposes}
        value={purpose}
        onChange={setPurpose}
        error={doing.wrong('/purpose')}
      />
    </ActForm>
  );
}

/** Whoever has it says yes, or no with the reason. */
export function AnswerForm({
  on: { id, about },
  item,
  request,
  onBack,
}: FormProps & { readonly request: Line }) {
  const { t } = useTranslation();
  const reasons = useCodes('ledgerRefusals');
  const [answer, setAnswer] = useState<'given' | 'refused'>();
  const [reason, setReason] = useState('');
  const doing = useAct(answerRequest, about, onBack);
  const path = { interviewId: id, number: item.number, request: request.number };
  const send = () => {
    if (answer === 'given') doing.act({ path, body: { answer } });
    if (answer === 'refused') doing.act({ path, body: { answer, reason } });
  };
  return (
    <ActForm
      doing={doing}
      title={t('centre.answer.lead')}
      look="second"
      does={t('centre.answer.do')}
      onDo={send}
      onBack={onBack}
    >
      <OneOf
        row
        label={t('centre.answer.what')}
        options={[
          { value: 'given', label: t('centre.ledger.given') },
          { value: 'refused', label: t('centre.ledger.refused') },
        ]}
        value={answer}
        onChange={setAnswer}
      />
      {answer === 'refused' && (
        <Pick
          label={t('centre.prepare.reason')}
          none={t('steps.choose')}
          options={reasons}
          value={reason}
          onChange={setReason}
          error={doing.wrong('/reason')}
        />
      )}
    </ActForm>
  );
}
