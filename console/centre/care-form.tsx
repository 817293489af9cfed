import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { recordCare } from '../../shared/contract/aftercare.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import {
  asks,
  CARE_CODES,
  type CareCode,
  careOf,
  type Draft,
  EMPTY,
  statesOf,
} from './care-draft.ts';

interface CareFormProps {
  readonly id: InterviewId;
  readonly about: readonly (readonly unknown[])[];
}

/** One thing that was done for child or family, or why it was not. */
export function CareForm({ id, about }: CareFormProps) {
  const { t } = useTranslation();
  const lists = {
    states: useCodes('careStates'),
    reasons: useCodes('careReasons'),
    results: useCodes('selfHarmResults'),
  };
  const [draft, setDraft] = useState<Draft>(EMPTY);
  const [tried, setTried] = useState(false);
  const doing = useAct(recordCare, about, () => {
    setDraft(EMPTY);
    setTried(false);
  });
  const change = (to: Partial<Draft>) => setDraft((now) => ({ ...now, ...to }));
  const asked = asks(draft);
  const states = statesOf(draft.code);
  const body = careOf(draft);
  return (
    <Card title={t('centre.care.record')}>
      <ActForm
        doing={doing}
        look="second"
        does={t('centre.care.save')}
        onDo={() => {
          setTried(true);
          if (body) doing.act({ path: { interviewId: id }, body });
        }}
      >
        <Pick
          label={t('centre.care.what')}
          none={t('steps.choose')}
          options={CARE_CODES.map((code) => ({
            value: code,
            label: t(`centre.care.items.${code}`),
          }))}
          value={draft.code}
          onChange={(code) => change({ code: code as CareCode | '', state: '', reason: '' })}
          error={doing.wrong('/code')}
        />
        {draft.code && (
          <Pick
            label={t('centre.care.state')}
            none={t('steps.choose')}
            options={lists.states.filter(({ value }) => states.some((one) => one === value))}
            value={draft.state}
            onChange={(state) => change({ state: state as Draft['state'] })}
          />
        )}
        {asked.result && (
          <Pick
            label={t('centre.care.result')}
            none={t('steps.choose')}
            options={lists.results}
            value={draft.result}
            onChange={(result) => change({ result })}
            error={doing.wrong('/result')}
          />
        )}
        {asked.reason && (
          <Pick
            label={t('centre.care.reason')}
            none={t('steps.choose')}
            options={lists.reasons}
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            error={doing.wrong('/reason')}
          />
        )}
        {asked.person && (
          <>
            <Field
              label={t('centre.care.person')}
              value={draft.person}
              onChange={(person) => change({ person })}
              maxLength={150}
            />
            <Field
              short
              type="tel"
              label={t('centre.care.phone')}
              value={draft.phone}
              onChange={(phone) => change({ phone })}
              error={doing.wrong('/person/phone')}
            />
          </>
        )}
        {asked.followUp && (
          <Field
            short
            type="date"
            label={t('centre.care.followUp')}
            value={draft.followUp}
            onChange={(followUp) => change({ followUp })}
          />
        )}
        <Field
          long
          label={t('centre.note')}
          value={draft.note}
          onChange={(note) => change({ note })}
          maxLength={2000}
        />
        {tried && !body && <Notice tone="warn" title={t('centre.care.missing')} live />}
      </ActForm>
    </Card>
  );
}
