import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putResource } from '../../shared/contract/resources.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes, useMunicipalities } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { HoursFields } from './hours-fields.tsx';
import { ObservesField } from './observes-field.tsx';
import { QualificationRows } from './qualification-rows.tsx';
import { bodyOf, type Draft, unreadable } from './resource-draft.ts';
import type { ResourceId } from './resource-page.tsx';

interface ResourceFormProps {
  readonly id: ResourceId;
  /** The house in which it works or stands. */
  readonly site: string;
  /** Of one that is there already: the version it was read in. */
  readonly version: number | undefined;
  readonly start: Draft;
  readonly onDone: () => void;
  readonly onBack: () => void;
}

export interface FieldsProps {
  readonly draft: Draft;
  readonly change: (to: Partial<Draft>) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

/** Everything the hub knows of it: it is replaced as a whole. */
export function ResourceForm({ id, site, version, start, onDone, onBack }: ResourceFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(start);
  const [tried, setTried] = useState(false);
  const about = [
    ['resource', id],
    ['resources', site],
    ['centre', site],
  ];
  const doing = useAct(putResource, about, onDone);
  const change = (to: Partial<Draft>) => setDraft((now) => ({ ...now, ...to }));
  const fields = { draft, change, wrong: doing.wrong };
  const unread = tried ? unreadable(draft) : [];
  const send = () => {
    setTried(true);
    const body = bodyOf(draft, site);
    if (body) doing.act({ path: { resourceId: id }, body, ...(version && { ifMatch: version }) });
  };
  return (
    <ActForm doing={doing} does={t('centre.people.save')} onDo={send} onBack={onBack}>
      <Who {...fields} />
      <QualificationRows {...fields} />
      <HoursFields {...fields} unread={unread} />
      <Whether {...fields} />
      {unread.length > 0 && <Notice tone="warn" title={t('centre.people.hoursWrong')} live />}
    </ActForm>
  );
}

/** What it is called and what it can. */
function Who({ draft, change, wrong }: FieldsProps) {
  const { t } = useTranslation();
  const [languages, sexes, places] = [
    useCodes('languages'),
    useCodes('sexes'),
    useMunicipalities(),
  ];
  const isPerson = draft.kind === 'person';
  return (
    <>
      <Field
        label={t('centre.people.name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        error={wrong('/name')}
        maxLength={150}
      />
      {isPerson ? (
        <>
          <Field
            type="email"
            label={t('centre.people.mail')}
            hint={t('centre.people.mailHint')}
            value={draft.mail}
            onChange={(mail) => change({ mail })}
            error={wrong('/mail')}
          />
          <Pick
            label={t('centre.people.sex')}
            none={t('centre.people.notSaid')}
            options={sexes}
            value={draft.sex}
            onChange={(sex) => change({ sex })}
            error={wrong('/sex')}
          />
          <ManyOf
            label={t('centre.people.languages')}
            options={languages}
            value={draft.languages}
            onChange={(chosen) => change({ languages: chosen })}
            error={wrong('/languages')}
          />
        </>
      ) : (
        <Field
          short
          type="number"
          label={t('centre.people.capacity')}
          value={draft.capacity}
          onChange={(capacity) => change({ capacity })}
          error={wrong('/capacity')}
        />
      )}
      {(isPerson || draft.kind === 'vehicle') && (
        <Pick
          label={t('centre.people.municipality')}
          none={t('centre.people.notSaid')}
          options={places}
          value={draft.municipality}
          onChange={(municipality) => change({ municipality })}
          error={wrong('/municipality')}
        />
      )}
      {draft.kind === 'observation-room' && (
        <ObservesField draft={draft} change={change} wrong={wrong} />
      )}
    </>
  );
}

const YES_NO = ['accessible', 'onHolidays', 'withdrawn'] as const;

function Whether({ draft, change, wrong }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {(['before', 'after'] as const).map((name) => (
        <Field
          key={name}
          short
          type="number"
          label={t(`centre.people.${name}`)}
          value={draft[name]}
          onChange={(minutes) => change({ [name]: minutes })}
          error={wrong(`/buffers/${name}`)}
        />
      ))}
      <ManyOf
        label={t('centre.people.also')}
        options={YES_NO.map((name) => ({ value: name, label: t(`centre.people.${name}`) }))}
        value={YES_NO.filter((name) => draft[name])}
        onChange={(now) =>
          change(Object.fromEntries(YES_NO.map((name) => [name, now.includes(name)])))
        }
      />
    </>
  );
}
