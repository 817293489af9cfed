import { useTranslation } from 'react-i18next';
import { planInterview } from '../../shared/contract/interviews.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import {
  CHOICES,
  type ChoiceKind,
  choiceBody,
  emptyChoice,
  missingInChoice,
  owesReason,
  TURNS,
} from './choices.ts';
import { SiblingField } from './sibling-field.tsx';
import { useAgencies } from './use-agencies.ts';
import { useVisit } from './use-visit.ts';

/** Decided at planning: who asks, where the interpreter is, who comes along, another place. */
export function DecideForm({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { visit, path, about } = useVisit();
  const [centres, sexes] = [useAgencies('child-centre'), useCodes('sexes')];
  const doing = useAct(planInterview, about, onBack);
  const form = useDraft(emptyChoice, missingInChoice);
  const { kind } = form.draft;
  const kinds = CHOICES.map((value) => ({ value, label: t(`visit.decide.kinds.${value}`) }));
  const places = (['room', 'screen'] as const).map((value) => ({
    value,
    label: t(`visit.decide.where.${value}`),
  }));
  const choose = (chosen: string) => form.set({ ...emptyChoice, kind: chosen as ChoiceKind });
  const send = () => doing.act({ path, body: choiceBody(form.draft), ifMatch: visit.version });
  return (
    <ActForm
      doing={doing}
      title={t('visit.decide.title')}
      look="second"
      does={t('visit.decide.do')}
      onDo={() => form.whenComplete(send)}
      onBack={onBack}
    >
      <Pick
        label={t('visit.decide.kind')}
        none={t('steps.choose')}
        options={kinds}
        {...form.of('kind')}
        onChange={choose}
      />
      {kind === 'interviewerSex' && (
        <OneOf
          row
          label={t('visit.childs.sex')}
          options={
            sexes.filter(({ value }) => value === 'female' || value === 'male') as {
              value: 'female' | 'male';
              label: string;
            }[]
          }
          {...form.of('sex')}
        />
      )}
      {kind === 'interpreter' && (
        <OneOf
          row
          label={t('visit.decide.kinds.interpreter')}
          options={places}
          {...form.of('where', doing.wrong('/interpreter'))}
        />
      )}
      {kind === 'companion' && (
        <Field label={t('steps.personHint')} maxLength={150} {...form.of('name')} />
      )}
      {kind === 'site' && (
        <Pick
          label={t('visit.decide.kinds.site')}
          none={t('steps.choose')}
          options={centres.filter(({ value }) => value !== visit.site.agency)}
          {...form.of('site', doing.wrong('/site'))}
        />
      )}
      {kind === 'siblings' && (
        <>
          <SiblingField {...form.of('sibling')} />
          <Pick
            label={t('visit.decide.turn')}
            none={t('steps.choose')}
            options={TURNS.map((value) => ({
              value,
              label: t('visit.child.order', { number: value }),
            }))}
            {...form.of('turn', doing.wrong('/siblings') ?? doing.wrong('/siblings/order'))}
          />
        </>
      )}
      {owesReason(form.draft) && (
        <Field
          long
          label={t('visit.why')}
          hint={t('visit.decide.reasonHint')}
          maxLength={2000}
          {...form.of('reason', doing.wrong('/reason'))}
        />
      )}
    </ActForm>
  );
}
