import { useTranslation } from 'react-i18next';
import { holdPlanning } from '../../shared/contract/visits.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { ManyOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { hubNow } from '../words/hub-clock.ts';
import { writtenAs } from '../words/moments.ts';
import { Decisions } from './decisions.tsx';
import { emptyMeeting, meetingBody, missingInMeeting } from './draft.ts';
import { useAgenciesOf } from './use-agencies.ts';
import { useVisit } from './use-visit.ts';

/** The meeting as it was held: who was there, what was decided, who informs child and family. */
export function HoldMeeting({ onBack }: { readonly onBack: () => void }) {
  const { t } = useTranslation();
  const { visit, path, about } = useVisit();
  const nameOf = useAgencyNames();
  const [agenda, agencies] = [useCodes('agenda'), useAgenciesOf(visit)];
  const doing = useAct(holdPlanning, about, onBack);
  const form = useDraft(emptyMeeting(writtenAs(hubNow())), missingInMeeting);
  const roles = visit.roles
    .filter(({ parts }) => parts.some(({ code }) => code === 'planning'))
    .map(({ role, agency }) => ({
      value: `${agency} ${role.code}`,
      label: `${role.label}: ${nameOf(agency)}`,
    }));
  return (
    <ActForm
      doing={doing}
      title={t('visit.meeting.hold')}
      does={t('visit.meeting.do')}
      onDo={() => form.whenComplete(() => doing.act({ path, body: meetingBody(form.draft) }))}
      onBack={onBack}
    >
      <MomentField label={t('visit.meeting.when')} {...form.of('heldAt', doing.wrong('/heldAt'))} />
      <ManyOf label={t('visit.meeting.there')} options={roles} {...form.of('there')} />
      <ManyOf
        label={t('visit.meeting.agenda')}
        hint={t('visit.meeting.agendaHint')}
        options={agenda}
        {...form.of('agenda', doing.wrong('/agenda'))}
      />
      <Decisions
        agenda={agenda}
        agencies={agencies}
        decisions={form.draft.decisions}
        onChange={(decisions) => form.set({ decisions })}
      />
      <h4>{t('visit.meeting.informs')}</h4>
      <p className="soft">{t('visit.meeting.informsHint')}</p>
      <Pick
        label={t('tasks.agency')}
        none={t('steps.choose')}
        options={agencies}
        {...form.of('agency', doing.wrong('/informs/agency'))}
      />
      <Field
        label={t('steps.personHint')}
        maxLength={150}
        {...form.of('name', doing.wrong('/informs/person/name'))}
      />
      <Field
        short
        type="tel"
        label={t('visit.meeting.phone')}
        {...form.of('phone', doing.wrong('/informs/person/phone'))}
      />
    </ActForm>
  );
}
