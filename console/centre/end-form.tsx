import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { questionPlan } from '../../shared/contract/topics.ts';
import { endVisit } from '../../shared/contract/visits.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Read } from '../design/components/read.tsx';
import { type Asked, askedIn, endOf, type Fate, type Fates, unsaid } from './end-draft.ts';

interface EndFormProps {
  readonly id: InterviewId;
  readonly about: readonly (readonly unknown[])[];
}

/** The end: its result, and of every question whether it was covered, or why nobody asked it. */
export function EndForm({ id, about }: EndFormProps) {
  const { t } = useTranslation();
  const it = useRead(['interview', id, 'topics'], questionPlan, { path: { interviewId: id } });
  return (
    <Card title={t('centre.end.title')}>
      <p>{t('centre.end.lead')}</p>
      <Read of={it}>{(plan) => <Form id={id} about={about} asked={askedIn(plan)} />}</Read>
    </Card>
  );
}

function Form({ id, about, asked }: EndFormProps & { readonly asked: readonly Asked[] }) {
  const { t } = useTranslation();
  const results = useCodes('interviewResults');
  const [result, setResult] = useState('');
  const [fates, setFates] = useState<Fates>({});
  const [tried, setTried] = useState(false);
  const doing = useAct(endVisit, about);
  const missing = tried ? unsaid(asked, fates) : [];
  const end = () => {
    setTried(true);
    const body = endOf(result, asked, fates);
    if (body) doing.act({ path: { interviewId: id }, body });
  };
  return (
    <ActForm doing={doing} does={t('centre.end.do')} onDo={end}>
      <OneOf
        label={t('centre.end.result')}
        options={results}
        value={result || undefined}
        onChange={setResult}
        error={tried && !result ? t('centre.end.resultMissing') : undefined}
      />
      {asked.length === 0 && <Notice>{t('centre.end.noQuestions')}</Notice>}
      {asked.map((one) => (
        <Question
          key={one.key}
          asked={one}
          fate={fates[one.key] ?? {}}
          missing={missing.includes(one.key)}
          onChange={(fate) => setFates((all) => ({ ...all, [one.key]: fate }))}
        />
      ))}
    </ActForm>
  );
}

interface QuestionProps {
  readonly asked: Asked;
  readonly fate: Fate;
  readonly missing: boolean;
  readonly onChange: (fate: Fate) => void;
}

function Question({ asked, fate, missing, onChange }: QuestionProps) {
  const { t } = useTranslation();
  const reasons = useCodes('topicNotAskedReasons');
  return (
    <fieldset className="party">
      <legend>{asked.topic}</legend>
      {asked.question && <p>{asked.question}</p>}
      <OneOf
        row
        label={t('centre.end.became')}
        options={[
          { value: 'covered', label: t('centre.end.covered') },
          { value: 'not-asked', label: t('centre.end.notAsked') },
        ]}
        value={fate.state}
        onChange={(state) => onChange({ ...fate, state })}
        error={missing && !fate.state ? t('centre.end.becameMissing') : undefined}
      />
      {fate.state === 'not-asked' && (
        <Pick
          label={t('centre.end.why')}
          none={t('steps.choose')}
          options={reasons}
          value={fate.reason ?? ''}
          onChange={(reason) => onChange({ ...fate, reason })}
          error={missing && !fate.reason ? t('centre.end.whyMissing') : undefined}
        />
      )}
    </fieldset>
  );
}
