import './centre.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Request, Result } from '../../shared/contract/client.ts';
import { getResource } from '../../shared/contract/resources.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { Broken } from './broken.tsx';
import { CalendarCard } from './calendar-card.tsx';
import { LeaveForm } from './leave-form.tsx';
import { OutsideCard } from './outside-card.tsx';
import { draftOf, WEEKDAYS } from './resource-draft.ts';
import { ResourceForm } from './resource-form.tsx';
import { useQualifications } from './use-qualifications.ts';

export type ResourceId = Request<typeof getResource>['path']['resourceId'];
export type Resource = Result<typeof getResource>['body'];

/** One person, room, recorder or vehicle: what it can, when it is there, what breaks without it. */
export function ResourcePage() {
  const { t } = useTranslation();
  const resourceId = useParams().resourceId as ResourceId;
  const it = useRead(['resource', resourceId], getResource, { path: { resourceId } });
  const own = useMembership().data;
  const name = useCodes('resourceKinds');
  return (
    <Page title={t('centre.people.one')} lead={t('centre.people.oneLead')} wide>
      <div>
        <LinkButton to="/app/centre/people">{t('centre.people.all')}</LinkButton>
      </div>
      <Read of={it}>
        {(resource) => (
          <>
            <About resource={resource} kind={word(name, resource.kind)} />
            {own?.agency === resource.agency && <Change key={resource.version} of={resource} />}
            <Broken id={resource.id} />
            {own?.agency === resource.agency && (
              <>
                <CalendarCard id={resource.id} account={resource.account} />
                <OutsideCard resource={resource} />
              </>
            )}
          </>
        )}
      </Read>
    </Page>
  );
}

function About({ resource, kind }: { readonly resource: Resource; readonly kind: string }) {
  const { t } = useTranslation();
  const [names, languages, sexes] = [useQualifications(), useCodes('languages'), useCodes('sexes')];
  const kinds = useCodes('resourceLosses');
  const { availability, qualifications, capacity, withdrawnAt, sex, mail } = resource;
  const hours = (day: (typeof WEEKDAYS)[number]) => draftOf(resource).hours[day];
  return (
    <Card
      title={resource.name ?? kind}
      aside={
        <>
          <Tag>{kind}</Tag>
          {withdrawnAt && <Tag tone="warn">{t('centre.people.withdrawnTag')}</Tag>}
        </>
      }
    >
      <Facts
        facts={[
          {
            name: t('centre.people.qualifications'),
            value: qualifications
              .map(({ code, from, to }) => `${word(names, code)} (${from} – ${to ?? '…'})`)
              .join('\n'),
          },
          {
            name: t('centre.people.languages'),
            value: resource.languages.map((code) => word(languages, code)).join(', '),
          },
          { name: t('centre.people.sex'), value: sex && word(sexes, sex) },
          { name: t('centre.people.mail'), value: mail },
          { name: t('centre.people.capacity'), value: capacity },
          {
            name: t('centre.people.hours'),
            value: WEEKDAYS.filter(hours)
              .map((day) => `${t(`centre.weekdays.${day}`)}: ${hours(day)}`)
              .join('\n'),
          },
          {
            name: t('centre.people.leave'),
            value: availability?.leave
              .map(({ from, to, kind: why }) => `${from} – ${to}: ${word(kinds, why)}`)
              .join('\n'),
          },
        ]}
      />
    </Card>
  );
}

function Change({ of }: { readonly of: Resource }) {
  const { t } = useTranslation();
  const [saved, say] = useState(false);
  return (
    <>
      {saved && <Notice tone="good" title={t('centre.people.saved')} live />}
      <Acts
        acts={[
          {
            code: 'leave',
            label: t('centre.leave.title'),
            form: (back) => <LeaveForm resource={of} onBack={back} />,
          },
          {
            code: 'edit',
            label: t('centre.people.edit'),
            form: (back) => (
              <ResourceForm
                id={of.id}
                site={of.site ?? of.agency}
                version={of.version}
                start={draftOf(of)}
                onDone={() => {
                  say(true);
                  back();
                }}
                onBack={back}
              />
            ),
          },
        ]}
      />
    </>
  );
}
