import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { getTask, type TaskView, taskClocks } from '../../shared/contract/tasks.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import { useHub } from '../api/use-hub.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Failed, Waiting } from '../design/components/states.tsx';
import { Details } from '../details/details.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { MoveOn } from './move-on.tsx';

export type Task = z.output<typeof TaskView>;

/** One task: what is asked, by when and why, and the steps that are open now. */
export function TaskPage() {
  const { t } = useTranslation();
  const lang = useLanguage();
  const call = useHub();
  const client = useQueryClient();
  const taskId = useParams().taskId as TaskId;
  const key = ['task', taskId];
  const { data, error, refetch } = useQuery({
    queryKey: [...key, lang],
    queryFn: async () => (await call(getTask, { path: { taskId } })).body,
  });
  const changed = () => {
    void client.invalidateQueries({ queryKey: key });
    void client.invalidateQueries({ queryKey: ['tasks'] });
  };
  return (
    <Page title={data?.kind.label ?? t('tasks.one')}>
      {error && <Failed error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <What task={data} />
          <MoveOn key={data.version} task={data} onChange={changed} />
          <Details details={data.details} />
          <Clocks taskId={taskId} />
          <div className="row">
            {data.case && <LinkButton to={`/app/cases/${data.case}`}>{t('case.see')}</LinkButton>}
            <LinkButton to={`/app/referrals/${data.referral}`}>{t('tasks.referral')}</LinkButton>
          </div>
        </>
      )}
    </Page>
  );
}

function What({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const [statuses, urgencies] = [useCodes('taskStatuses'), useCodes('urgencies')];
  const due =
    task.deadline &&
    `${momentOf(task.deadline, lang, now)} (${awayFrom(task.deadline, lang, now)})`;
  return (
    <section className="card" aria-labelledby="what">
      <h2 id="what">{t('tasks.what')}</h2>
      <Facts
        facts={[
          { name: t('referral.status'), value: <Tag>{word(statuses, task.status)}</Tag> },
          { name: t('tasks.urgency'), value: word(urgencies, task.urgency) },
          { name: t('tasks.deadline'), value: due },
          { name: t('tasks.why'), value: task.rule?.why?.[lang] },
          { name: t('needed.municipality'), value: task.municipality.label },
          { name: t('tasks.agency'), value: nameOf(task.agency) },
          { name: t('tasks.acting'), value: task.work?.actingPerson },
          { name: t('tasks.note'), value: task.work?.note },
        ]}
      />
      {task.instructions.length > 0 && (
        <ul>
          {task.instructions.map(({ code, label }) => (
            <li key={code}>{label}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Why due then, each in words. */
function Clocks({ taskId }: { readonly taskId: TaskId }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const call = useHub();
  const { data } = useQuery({
    queryKey: ['task', taskId, 'clocks', lang],
    queryFn: async () => (await call(taskClocks, { path: { taskId } })).body.items,
  });
  if (!data || data.length === 0) return null;
  return (
    <section className="card" aria-labelledby="clocks">
      <h2 id="clocks">{t('tasks.clocks')}</h2>
      <ul className="stack">
        {data.map(({ name, number, dueAt, because, state }) => (
          <li key={`${name} ${number ?? ''}`}>
            <time dateTime={dueAt}>{momentOf(dueAt, lang)}</time> <Tag>{t(`clock.${state}`)}</Tag>
            <div className="soft small">{because}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
