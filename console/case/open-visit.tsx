import { useTranslation } from 'react-i18next';
import { openInterview } from '../../shared/contract/interviews.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { ManyOf, OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { instantOf } from '../words/moments.ts';
import { useCase } from './use-case.ts';

const EMPTY = {
  ...{ arrestedAt: '', pressureAt: '', language: '', companion: '' },
  sex: 'any' as 'any' | 'female' | 'male',
  needs: [] as readonly string[],
};

/** Opens the visit: everything but the case may be left unsaid, and is worked out or asked later. */
export function OpenVisit({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { path, about } = useCase();
  const [languages, needs] = [useCodes('languages'), useCodes('needs')];
  const doing = useAct(openInterview, about, onBack);
  const { draft, of, whenComplete } = useDraft(EMPTY);
  const { wrong } = doing;
  return (
    <ActForm
      doing={doing}
      title={t('case.visit.open')}
      does={t('case.visit.openDo')}
      onDo={() => whenComplete(() => doing.act({ path, body: toBody(draft) }))}
      onBack={onBack}
    >
      <Notice title={t('case.visit.once')}>
        <p>{t('case.visit.onceLead')}</p>
      </Notice>
      <MomentField
        label={t('case.visit.arrestedAt')}
        hint={t('case.visit.ifSo')}
        {...of('arrestedAt', wrong('/arrestedAt'))}
      />
      <MomentField
        label={t('case.visit.pressureAt')}
        hint={t('case.visit.ifSo')}
        {...of('pressureAt', wrong('/pressureToRetractAt'))}
      />
      <Pick
        label={t('case.visit.interpreter')}
        none={t('case.visit.noInterpreter')}
        options={languages}
        {...of('language', wrong('/interpreterLanguage'))}
      />
      <OneOf
        row
        label={t('case.visit.sex')}
        options={[
          { value: 'any', label: t('case.visit.any') },
          { value: 'female', label: t('case.visit.female') },
          { value: 'male', label: t('case.visit.male') },
        ]}
        {...of('sex')}
      />
      <Field
        label={t('case.visit.companion')}
        hint={t('case.visit.companionHint')}
        maxLength={150}
        {...of('companion', wrong('/companion'))}
      />
      <ManyOf label={t('case.visit.needs')} options={needs} {...of('needs', wrong('/needs'))} />
    </ActForm>
  );
}

function toBody({ arrestedAt, pressureAt, language, companion, sex, needs }: typeof EMPTY) {
  return {
    ...(arrestedAt && { arrestedAt: instantOf(arrestedAt) }),
    ...(pressureAt && { pressureToRetractAt: instantOf(pressureAt) }),
    ...(language && { interpreterLanguage: language }),
    ...(companion.trim() && { companion: companion.trim() }),
    ...(sex !== 'any' && { interviewerSex: sex }),
    ...(needs.length > 0 && { needs: [...needs] }),
  };
}
