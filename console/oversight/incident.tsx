import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { getIncident, type IncidentView, notifyIncident } from '../../shared/contract/incidents.ts';
import { useAct } from '../api/use-act.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { CountIncident } from './count-incident.tsx';
import { IncidentTotals } from './incident-totals.tsx';
import { kindOf, useRecordNames } from './record-names.ts';
import { useWhen } from './use-when.ts';

export type Incident = z.output<typeof IncidentView>;

/** An incident: what it may concern, what it touched, whom to tell and by when. */
export function IncidentPage() {
  const { t } = useTranslation();
  const number = Number(useParams().number);
  const read = useRead(['oversight', 'incident', number], getIncident, { path: { number } });
  return (
    <Page title={t('oversight.incidents.one', { number })}>
      <Read of={read}>
        {(incident) => (
          <>
            <Deadline incident={incident} />
            <What incident={incident} />
            {incident.totals ? (
              <IncidentTotals incident={incident} totals={incident.totals} />
            ) : (
              <CountIncident incident={incident} />
            )}
          </>
        )}
      </Read>
    </Page>
  );
}

/** The 72 hours, and their end. */
function Deadline({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { number, version, notifyBy, notifiedAt, totals } = incident;
  const doing = useAct(notifyIncident, [['oversight']]);
  if (notifiedAt) {
    return (
      <Notice tone="good" title={t('oversight.incidents.notified', { at: when.at(notifiedAt) })} />
    );
  }
  const late = new Date(notifyBy) < when.now;
  return (
    <Notice
      tone={late ? 'danger' : 'warn'}
      title={t(late ? 'oversight.incidents.late' : 'oversight.incidents.notifyBy', {
        at: when.at(notifyBy),
        away: when.away(notifyBy),
      })}
    >
      <p>{t(totals ? 'oversight.incidents.tell' : 'oversight.incidents.countFirst')}</p>
      {totals && (
        <ActForm
          doing={doing}
          does={t('oversight.incidents.notify')}
          onDo={() => doing.act({ path: { number }, ifMatch: version })}
        />
      )}
    </Notice>
  );
}

function What({ incident }: { readonly incident: Incident }) {
  const { t } = useTranslation();
  const when = useWhen();
  const nameOf = useAgencyNames();
  const recordName = useRecordNames();
  const { scope, note, noticedAt, recordedAt, state } = incident;
  return (
    <Card
      title={t('oversight.incidents.what')}
      aside={<Tag tone={state.code === 'ready' ? 'good' : 'warn'}>{state.label}</Tag>}
    >
      <Facts
        facts={[
          { name: t('oversight.incidents.note'), value: note },
          {
            name: t('oversight.incidents.window'),
            value: `${when.at(scope.from)} – ${when.at(scope.to)}`,
          },
          { name: t('oversight.incidents.noticedAt'), value: when.both(noticedAt) },
          { name: t('oversight.incidents.recordedAt'), value: when.both(recordedAt) },
          { name: t('oversight.incidents.accounts'), value: scope.accounts?.join('\n') },
          { name: t('oversight.incidents.agency'), value: scope.agencies?.map(nameOf).join('\n') },
          {
            name: t('oversight.incidents.recordsOf'),
            value: scope.records?.map((id) => recordName(kindOf(id))).join('\n'),
          },
        ]}
      />
    </Card>
  );
}
