import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { reportIncident } from '../../shared/contract/incidents.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencies } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Field } from '../design/components/field.tsx';
import { MomentField } from '../design/components/moment-field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Pick } from '../design/components/pick.tsx';
import { emptyIncident, type IncidentDraft, toIncident, wrongWith } from './incident-draft.ts';

type Body = Parameters<ReturnType<typeof useAct<typeof reportIncident>>['act']>[0]['body'];

/** What happened, and which looks it may concern; what was touched is counted afterwards. */
export function NewIncident() {
  const { t } = useTranslation();
  const go = useNavigate();
  const [draft, setDraft] = useState(emptyIncident);
  const [tried, setTried] = useState(false);
  const agencies = useAgencies();
  const doing = useAct(reportIncident, [['oversight']], ({ number }) =>
    go(`/app/oversight/incidents/${number}`),
  );
  const wrong = tried ? wrongWith(draft) : {};
  const of = (name: Exclude<keyof IncidentDraft, 'agencies'>) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
    error: wrong[name] ? t(`oversight.wrong.${wrong[name]}`) : doing.wrong(`/${name}`),
  });
  const send = () => {
    setTried(true);
    if (Object.keys(wrongWith(draft)).length === 0) {
      doing.act({ body: toIncident(draft) as Body });
    }
  };
  return (
    <Page title={t('oversight.incidents.new')} lead={t('oversight.incidents.newLead')}>
      <Notice tone="warn" title={t('oversight.incidents.hours')} />
      <ActForm doing={doing} does={t('oversight.incidents.report')} onDo={send}>
        <MomentField label={t('oversight.incidents.from')} required {...of('from')} />
        <MomentField label={t('oversight.incidents.to')} required {...of('to')} />
        <MomentField
          label={t('oversight.incidents.noticedAt')}
          hint={t('oversight.incidents.noticedHint')}
          {...of('noticedAt')}
        />
        <Field
          long
          label={t('oversight.incidents.note')}
          hint={t('oversight.incidents.noteHint')}
          required
          maxLength={2000}
          {...of('note')}
        />
        <Pick
          label={t('oversight.incidents.agency')}
          hint={t('oversight.incidents.agencyHint')}
          none={t('oversight.incidents.anyAgency')}
          options={agencies}
          value={draft.agencies[0] ?? ''}
          onChange={(agency) => setDraft({ ...draft, agencies: agency ? [agency] : [] })}
        />
        <Field
          label={t('oversight.incidents.accounts')}
          hint={t('oversight.incidents.accountsHint')}
          {...of('accounts')}
        />
        <Field
          label={t('oversight.incidents.recordsOf')}
          hint={t('oversight.incidents.recordsHint')}
          {...of('records')}
        />
      </ActForm>
    </Page>
  );
}
