import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileTopics } from '../../shared/contract/topics.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { emptyTopic, type TopicDraft, topicsBody } from './draft.ts';
import { useVisit } from './use-visit.ts';

/** As the contract has it. */
const TOPICS_MOST = 20;
const another = () => emptyTopic(crypto.randomUUID());

/** What this agency needs to know from the one interview, in open questions. */
export function FileTopics({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useVisit();
  const kinds = useCodes('interviewTopics');
  const [topics, setTopics] = useState<readonly TopicDraft[]>(() => [another()]);
  const [tried, setTried] = useState(false);
  const doing = useAct(fileTopics, about, onBack);
  const set = (at: number, changes: Partial<TopicDraft>) =>
    setTopics(topics.map((one, i) => (i === at ? { ...one, ...changes } : one)));
  const body = topicsBody(topics);
  const send = () => {
    setTried(true);
    if (body.topics.length > 0) doing.act({ path, body });
  };
  return (
    <ActForm
      doing={doing}
      title={t('visit.questions.file')}
      look="second"
      does={t('visit.questions.do')}
      onDo={send}
      onBack={onBack}
    >
      <Notice>{t('visit.questions.open')}</Notice>
      {topics.map((one, i) => (
        <fieldset key={one.key} className="stack group">
          <legend>{t('visit.questions.number', { number: i + 1 })}</legend>
          <Pick
            label={t('visit.questions.topic')}
            none={t('steps.choose')}
            options={kinds}
            value={one.topic}
            onChange={(topic) => set(i, { topic })}
            error={tried && i === 0 && !one.topic ? t('fillIn') : doing.wrong(`/topics/${i}/topic`)}
          />
          <Field
            label={t('visit.questions.question')}
            hint={t('visit.questions.questionHint')}
            maxLength={500}
            value={one.question}
            onChange={(question) => set(i, { question })}
            error={doing.wrong(`/topics/${i}/question`)}
          />
        </fieldset>
      ))}
      {topics.length < TOPICS_MOST && (
        <div>
          <Button onPress={() => setTopics([...topics, another()])}>
            {t('visit.questions.more')}
          </Button>
        </div>
      )}
    </ActForm>
  );
}
