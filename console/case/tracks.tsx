import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAgencyNames, useCodes } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Tag, type Tone } from '../design/components/notice.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { AddTask } from './add-task.tsx';
import type { View } from './overview.tsx';
import { useCase } from './use-case.ts';

const STATES: Readonly<Record<string, Tone>> = { open: 'warn', ended: 'good', waived: 'plain' };

/** Side by side, as the child needs them: none waits for another. */
export function Tracks({ view }: { readonly view: View }) {
  const { t } = useTranslation();
  const { may } = useCase();
  const support = useCodes('tracks').find(({ value }) => value === 'support');
  const tracks = [
    ...view.tracks,
    { code: 'support', label: support?.label ?? 'support', state: undefined },
  ];
  const open = view.status === 'open' && may('case.add-task');
  return (
    <>
      <div className="tracks">
        {tracks.map(({ code, label, state }) => (
          <section key={code} className="card" aria-labelledby={`track-${code}`}>
            <div className="row">
              <h2 id={`track-${code}`}>{label}</h2>
              {state && <Tag tone={STATES[state] ?? 'plain'}>{t(`case.track.${state}`)}</Tag>}
            </div>
            <Tasks tasks={view.tasks.filter((task) => task.track === code)} />
          </section>
        ))}
      </div>
      {open && (
        <Card title={t('case.add.title')}>
          <p className="soft">{t('case.add.lead')}</p>
          <Acts
            acts={[
              {
                code: 'add',
                label: t('case.add.do'),
                form: (back) => <AddTask onBack={back} />,
              },
            ]}
          />
        </Card>
      )}
    </>
  );
}

function Tasks({ tasks }: Pick<View, 'tasks'>) {
  const { t } = useTranslation();
  if (tasks.length === 0) return <p className="soft">{t('case.noTasks')}</p>;
  return (
    <ul className="entries">
      {tasks.map((task) => (
        <TaskLine key={task.id} task={task} />
      ))}
    </ul>
  );
}

const ENDED = ['completed', 'cancelled', 'rejected', 'failed'];

function TaskLine({ task }: { readonly task: View['tasks'][number] }) {
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const { may } = useCase();
  const { data: me } = useMembership();
  const { id, kind, agency, status, deadline } = task;
  // Another agency's is read by whoever leads.
  const reads = me?.agency === agency || may('task.read');
  const late = deadline !== undefined && new Date(deadline) < now && !ENDED.includes(status.code);
  return (
    <li className="entry" data-tone={late ? 'danger' : undefined}>
      {reads ? (
        <Link className="reach" to={`/app/tasks/${id}`}>
          {kind.label}
        </Link>
      ) : (
        <strong>{kind.label}</strong>
      )}
      <span className="small">{nameOf(agency)}</span>
      <span className="row">
        <Tag tone={status.code === 'completed' ? 'good' : 'plain'}>{status.label}</Tag>
        {deadline && !ENDED.includes(status.code) && (
          <time className="soft small" dateTime={deadline}>
            {momentOf(deadline, lang, now)} ({awayFrom(deadline, lang, now)})
          </time>
        )}
      </span>
    </li>
  );
}
