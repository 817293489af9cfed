import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fileRecording } from '../../shared/contract/recordings.ts';
import type { InterviewId } from '../../shared/domain/ids.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { type Draft, EMPTY, filedOf, missingIn } from './ledger-draft.ts';
import type { Visit } from './use-visit.ts';

interface FileFormProps {
  readonly id: InterviewId;
  readonly visit: Visit;
  readonly about: readonly (readonly unknown[])[];
}

/** Agencies that can have a recording of this visit: the house, and whoever takes part. */
export const agenciesOf = ({ site, roles }: Visit) => [
  ...new Set([site.agency, ...roles.map(({ agency }) => agency)]),
];

/** A recording is entered by its fingerprint: the hub itself keeps none. */
export function FileForm({ id, visit, about }: FileFormProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const [contents, languages] = [useCodes('ledgerItems'), useCodes('languages')];
  const [draft, setDraft] = useState<Draft>({ ...EMPTY, holder: visit.site.agency });
  const [tried, setTried] = useState(false);
  const doing = useAct(fileRecording, about, () => {
    setDraft({ ...EMPTY, holder: visit.site.agency });
    setTried(false);
  });
  const set = (name: keyof Draft) => (value: string) =>
    setDraft((now) => ({ ...now, [name]: value }));
  const missing = tried ? missingIn(draft) : [];
  const wrong = (name: keyof Draft) =>
    doing.wrong(`/${name}`) ??
    (missing.includes(name) ? t(`centre.file.missing.${name}`) : undefined);
  const file = () => {
    setTried(true);
    const body = filedOf(draft);
    if (body) doing.act({ path: { interviewId: id }, body });
  };
  return (
    <Card title={t('centre.file.title')}>
      <p>{t('centre.file.lead')}</p>
      <ActForm doing={doing} does={t('centre.file.do')} onDo={file}>
        <Pick
          label={t('centre.file.content')}
          none={t('steps.choose')}
          options={contents}
          value={draft.content}
          onChange={set('content')}
          error={wrong('content')}
        />
        <Field
          label={t('centre.file.sha256')}
          hint={t('centre.file.sha256Hint')}
          value={draft.sha256}
          onChange={set('sha256')}
          error={wrong('sha256')}
        />
        <Field
          short
          label={t('centre.file.minutes')}
          hint={t('centre.file.minutesHint')}
          value={draft.minutes}
          onChange={set('minutes')}
          error={wrong('minutes')}
        />
        <Field
          short
          label={t('centre.file.device')}
          value={draft.device}
          onChange={set('device')}
          error={wrong('device')}
        />
        <Pick
          label={t('centre.file.language')}
          none={t('centre.file.noLanguage')}
          options={languages}
          value={draft.language}
          onChange={set('language')}
        />
        <Pick
          label={t('centre.file.holder')}
          none={t('steps.choose')}
          options={agenciesOf(visit).map((agency) => ({
            value: agency,
            label: nameOf(agency) ?? agency,
          }))}
          value={draft.holder}
          onChange={set('holder')}
          error={wrong('holder')}
        />
        <Field
          label={t('centre.file.place')}
          hint={t('centre.file.placeHint')}
          value={draft.place}
          onChange={set('place')}
          error={wrong('place')}
          maxLength={200}
        />
      </ActForm>
    </Card>
  );
}
