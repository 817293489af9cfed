import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startVisit } from '../../shared/contract/visits.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { type Party, partiesOf, present, startOf } from './start-draft.ts';
import type { Visit } from './use-visit.ts';
import type { OnVisit } from './visit-frame.tsx';

interface StartFormProps {
  readonly on: OnVisit;
  /** A planning meeting was held. */
  readonly met: boolean;
}

/** Before the child enters: who is there, in which role. The hub says what still stands in the way. */
export function StartForm({ on: { id, visit, about }, met }: StartFormProps) {
  const { t } = useTranslation();
  const emergencies = useCodes('noMeetingReasons');
  const [parties, setParties] = useState(() => partiesOf(visit.roles));
  const [emergency, setEmergency] = useState('');
  const doing = useAct(startVisit, about);
  const change = (of: Party, to: Partial<Party>) =>
    setParties((all) => all.map((one) => (one === of ? { ...one, ...to } : one)));
  const body = startOf(parties, met ? '' : emergency);
  return (
    <Card title={t('centre.start.title')}>
      <p>{t('centre.start.lead')}</p>
      <ActForm
        doing={doing}
        does={t('centre.start.do')}
        onDo={() => doing.act({ path: { interviewId: id }, body })}
      >
        {parties.map((party) => (
          <PartyFields
            key={party.role}
            party={party}
            role={visit.roles.find(({ role }) => role.code === party.role)}
            error={doing.wrong(`/present/${present(parties).indexOf(party)}`)}
            onChange={(to) => change(party, to)}
          />
        ))}
        {!met && (
          <Pick
            label={t('centre.start.withoutMeeting')}
            hint={t('centre.start.withoutMeetingHint')}
            none={t('centre.start.noEmergency')}
            options={emergencies}
            value={emergency}
            onChange={setEmergency}
            error={doing.wrong('/withoutMeeting')}
          />
        )}
      </ActForm>
    </Card>
  );
}

interface PartyFieldsProps {
  readonly party: Party;
  readonly role: Visit['roles'][number] | undefined;
  readonly error: string | undefined;
  readonly onChange: (to: Partial<Party>) => void;
}

function PartyFields({ party, role, error, onChange }: PartyFieldsProps) {
  const { t } = useTranslation();
  const nameOf = useAgencyNames();
  const [label, agency] = [role?.role.label ?? party.role, nameOf(party.agency)];
  const options = [
    { value: 'here', label: t('centre.start.here') },
    ...(party.here && role?.video
      ? [{ value: 'video', label: t('centre.interview.byVideo') }]
      : []),
    ...(party.here && role?.standIn
      ? [{ value: 'standIn', label: t('centre.interview.standsIn') }]
      : []),
    ...(error || party.checked ? [{ value: 'checked', label: t('centre.start.checked') }] : []),
  ] as const;
  const said = (['here', 'video', 'standIn', 'checked'] as const).filter((one) => party[one]);
  return (
    <fieldset className="party">
      <legend>
        {label} <span className="soft small">{agency}</span>
      </legend>
      <ManyOf
        label={t(role?.required ? 'centre.start.required' : 'centre.start.optional')}
        options={options}
        value={said}
        error={error}
        onChange={(now) =>
          onChange({
            here: now.includes('here'),
            video: now.includes('video'),
            standIn: now.includes('standIn'),
            checked: now.includes('checked'),
          })
        }
      />
      {party.here && (
        <Field
          label={t('centre.start.name')}
          value={party.name}
          onChange={(name) => onChange({ name })}
          maxLength={150}
        />
      )}
    </fieldset>
  );
}
