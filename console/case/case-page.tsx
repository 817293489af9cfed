import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type * as z from 'zod';
import { type CaseView, getCase } from '../../shared/contract/cases.ts';
import type { CaseId } from '../../shared/domain/ids.ts';
import { useHub } from '../api/use-hub.ts';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { Facts } from '../design/components/facts.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Failed, Waiting } from '../design/components/states.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';

type View = z.output<typeof CaseView>;

/** A child's case: who leads, and what every agency does for it, track by track. */
export function CasePage() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const call = useHub();
  const caseId = useParams().caseId as CaseId;
  const { data, error, refetch } = useQuery({
    queryKey: ['case', caseId, lang],
    queryFn: async () => (await call(getCase, { path: { caseId } })).body,
    refetchInterval: 30_000,
  });
  return (
    <Page title={t('case.title')} wide>
      {error && <Failed error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <Who view={data} />
          <Tracks view={data} />
        </>
      )}
    </Page>
  );
}

function Who({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const nameOf = useAgencyNames();
  return (
    <section className="card" aria-labelledby="who">
      <h2 id="who">{t('case.who')}</h2>
      <Facts
        facts={[
          { name: t('referral.withWhom'), value: nameOf(view.lead) },
          { name: t('tasks.acting'), value: view.worker },
          { name: t('case.deputy'), value: view.deputy },
          { name: t('needed.municipality'), value: view.municipality.label },
          { name: t('case.openedAt'), value: momentOf(view.openedAt, lang) },
          { name: t('case.status'), value: <Tag>{t(`case.${view.status}`)}</Tag> },
          { name: t('case.told'), value: view.timesToldCount },
        ]}
      />
      <ul className="row">
        {view.referrals.map((id, place) => (
          <li key={id}>
            <Link to={`/app/referrals/${id}`}>{t('case.report', { number: place + 1 })}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const STATES: Readonly<Record<string, Tone>> = { open: 'warn', ended: 'good', waived: 'plain' };

/** Side by side, as the child needs them: none waits for another. */
function Tracks({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const support = useCodes('tracks').find(({ value }) => value === 'support');
  const tracks = [
    ...view.tracks,
    { code: 'support', label: support?.label ?? 'support', state: undefined },
  ];
  return (
    <div className="tracks">
      {tracks.map(({ code, label, state }) => (
        <section key={code} className="card" aria-labelledby={`track-${code}`}>
          <div className="row">
            <h2 id={`track-${code}`}>{label}</h2>
            {state && <Tag tone={STATES[state] ?? 'plain'}>{t(`case.track.${state}`)}</Tag>}
          </div>
          <ul className="lines">
            {view.tasks
              .filter((task) => task.track === code)
              .map((task) => (
                <TaskLine key={task.id} task={task} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function TaskLine({ task }: { readonly task: View['tasks'][number] }) {
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  return (
    <li className="stack">
      <strong>{task.kind.label}</strong>
      <span className="small">{nameOf(task.agency)}</span>
      <span className="row">
        <Tag>{task.status.label}</Tag>
        {task.deadline && (
          <time className="soft small" dateTime={task.deadline}>
            {momentOf(task.deadline, lang, now)} ({awayFrom(task.deadline, lang, now)})
          </time>
        )}
      </span>
    </li>
  );
}
