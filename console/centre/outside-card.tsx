import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  deleteOutsideCalendar,
  putOutsideCalendar,
  refreshOutsideCalendar,
} from '../../shared/contract/outside-calendars.ts';
import { useAct } from '../api/use-act.ts';
import { type Act, ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Field } from '../design/components/field.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { BusyFile, BusyFound, type BusyRead } from './busy-file.tsx';
import type { Resource } from './resource-page.tsx';

/** Busy times of another calendar: when, and nothing else of it. */
export function OutsideCard({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { outside } = resource;
  const [read, setRead] = useState<BusyRead>();
  const act = (code: Step): Act => ({
    code,
    label: t(`centre.outside.${code}`),
    form: (back) => <StepForm step={code} resource={resource} onBack={back} />,
  });
  const file: Act = {
    code: 'file',
    label: t('centre.outside.file'),
    form: (back) => (
      <BusyFile
        resource={resource}
        onRead={(found) => {
          setRead(found);
          back();
        }}
        onBack={back}
      />
    ),
  };
  const kept = outside?.refreshes ? [act('refresh'), act('forget')] : [file];
  return (
    <Card title={t('centre.outside.title')}>
      <p>{t('centre.outside.lead')}</p>
      {outside ? (
        <Facts
          facts={[
            { name: t('centre.outside.intervals'), value: outside.intervals },
            { name: t('centre.outside.readAt'), value: momentOf(outside.readAt, lang) },
            { name: t('centre.outside.until'), value: momentOf(outside.until, lang) },
          ]}
        />
      ) : (
        <p className="soft">{t('centre.outside.none')}</p>
      )}
      {read && <BusyFound {...read} />}
      <Acts acts={[act('put'), ...kept]} />
    </Card>
  );
}

type Step = 'put' | 'refresh' | 'forget';

interface StepFormProps {
  readonly step: Step;
  readonly resource: Resource;
  readonly onBack: () => void;
}

function StepForm({ step, resource, onBack }: StepFormProps) {
  const { t } = useTranslation();
  const [url, setUrl] = useState('');
  const about = [['resource', resource.id]];
  const doings = {
    put: useAct(putOutsideCalendar, about, onBack),
    refresh: useAct(refreshOutsideCalendar, about, onBack),
    forget: useAct(deleteOutsideCalendar, about, onBack),
  };
  const path = { resourceId: resource.id };
  const act = {
    put: () => doings.put.act({ path, body: { url: url.trim() } }),
    refresh: () => doings.refresh.act({ path }),
    forget: () => doings.forget.act({ path }),
  };
  return (
    <ActForm
      doing={doings[step]}
      look={step === 'forget' ? 'danger' : 'second'}
      does={t(`centre.outside.${step}`)}
      onDo={act[step]}
      onBack={onBack}
    >
      {step === 'put' ? (
        <Field
          type="url"
          label={t('centre.outside.url')}
          hint={t('centre.outside.urlHint')}
          value={url}
          onChange={setUrl}
          error={doings.put.wrong('/url')}
        />
      ) : (
        <p>{t(`centre.outside.${step}Lead`)}</p>
      )}
    </ActForm>
  );
}
