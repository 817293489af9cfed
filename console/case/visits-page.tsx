import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listInterviews } from '../../shared/contract/interviews.ts';
import { useAgencyNames } from '../api/use-lists.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Entries, Entry } from '../design/components/entry.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { Episodes } from './episodes.tsx';
import { OpenVisit } from './open-visit.tsx';
import { Tellings } from './tellings.tsx';
import { useCase, useCaseView } from './use-case.ts';

/** The days of the child at the centre, and how often it has had to tell. */
export function CaseVisits() {
  const { may } = useCase();
  return (
    <>
      {may('interview.read') && <Visits />}
      {!may('interview.read') && may('interview.open') && <OpenOnly />}
      {(may('case.record-telling') || may('case.read')) && <Tellings />}
      {may('episode.open') && <Episodes />}
    </>
  );
}

function Visits() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const { caseId, path } = useCase();
  const all = useRead(['case', caseId, 'visits'], listInterviews, { path });
  return (
    <Card title={t('case.visit.title')}>
      <p className="soft">{t('case.visit.lead')}</p>
      <Read of={all}>
        {({ items }) => (
          <Entries
            of={items.toReversed()}
            none={t('case.visit.none')}
            line={({ id, status, openedAt, dueAt, site, place }) => (
              <Entry
                key={id}
                title={
                  <Link className="reach" to={`/app/visits/${id}`}>
                    {t(place > 1 ? 'case.visit.further' : 'case.visit.one', { number: place })}
                  </Link>
                }
                tags={<Tag>{status.label}</Tag>}
                said={t('case.visit.openedAt', { at: momentOf(openedAt, lang) })}
              >
                <p>
                  {nameOf(site)}.{' '}
                  {t('case.visit.due', {
                    at: momentOf(dueAt, lang, now),
                    away: awayFrom(dueAt, lang, now),
                  })}
                </p>
              </Entry>
            )}
          />
        )}
      </Read>
      <OpenActs />
    </Card>
  );
}

function OpenOnly() {
  const { t } = useTranslation();
  return (
    <Card title={t('case.visit.title')}>
      <p className="soft">{t('case.visit.lead')}</p>
      <OpenActs />
    </Card>
  );
}

function OpenActs() {
  const { t } = useTranslation();
  const { may } = useCase();
  const { data: view } = useCaseView();
  if (!may('interview.open') || view?.status === 'closed') return null;
  return (
    <Acts
      acts={[
        {
          code: 'open',
          label: t('case.visit.open'),
          form: (back) => <OpenVisit onBack={back} />,
        },
      ]}
    />
  );
}
