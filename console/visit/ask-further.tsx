import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { askFurther } from '../../shared/contract/further.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { filled } from './draft.ts';
import { useVisit } from './use-visit.ts';

const EMPTY = { need: '', necessity: '', topics: [] as readonly string[], otherInterviewer: '' };

/** A further interview: why it is needed, on which new topics, and by whom. */
export function AskFurther({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { visit, about } = useVisit();
  const go = useNavigate();
  const [needs, topics, others] = [
    useCodes('furtherNeeds'),
    useCodes('interviewTopics'),
    useCodes('otherInterviewerReasons'),
  ];
  const doing = useAct(askFurther, about, ({ id }) => void go(`/app/visits/${id}`));
  const form = useDraft(EMPTY, (draft) => [
    ...(draft.need ? [] : ['need' as const]),
    ...(filled(draft.necessity) ? [] : ['necessity' as const]),
    ...(draft.topics.length > 0 ? [] : ['topics' as const]),
  ]);
  const { need, necessity, topics: chosen, otherInterviewer } = form.draft;
  const body = {
    need,
    necessity: necessity.trim(),
    topics: chosen.map((topic) => ({ topic })),
    ...(otherInterviewer && { otherInterviewer }),
  };
  return (
    <ActForm
      doing={doing}
      title={t('visit.further.ask')}
      look="second"
      does={t('visit.further.do')}
      onDo={() => form.whenComplete(() => doing.act({ path: { caseId: visit.case }, body }))}
      onBack={onBack}
    >
      <Pick
        label={t('visit.why')}
        none={t('steps.choose')}
        options={needs}
        {...form.of('need', doing.wrong('/need'))}
      />
      <Field
        long
        label={t('visit.further.necessity')}
        hint={t('visit.further.necessityHint')}
        maxLength={2000}
        {...form.of('necessity', doing.wrong('/necessity'))}
      />
      <ManyOf
        label={t('visit.further.topics')}
        options={topics}
        {...form.of('topics', doing.wrong('/topics'))}
      />
      <Pick
        label={t('visit.further.other')}
        none={t('visit.further.same')}
        options={others}
        {...form.of('otherInterviewer', doing.wrong('/otherInterviewer'))}
      />
    </ActForm>
  );
}
