import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type * as z from 'zod';
import { getTask, type TaskView, taskClocks } from '../../shared/contract/tasks.ts';
import type { TaskId } from '../../shared/domain/ids.ts';
import { useAgencyNames, useCodes, word } from '../api/use-lists.ts';
import { useOpen } from '../api/use-open.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice, Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { Details } from '../details/details.tsx';
import { awayFrom, momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { useNow } from '../words/use-now.ts';
import { Clocks } from './clocks.tsx';
import { MoveOn } from './move-on.tsx';
import { TaskActs } from './task-acts.tsx';

export type Task = z.output<typeof TaskView>;

/** One task: what is asked, by when and why, and the steps that are open now. */
export function TaskPage() {
  const { t } = useTranslation();
  const taskId = useParams().taskId as TaskId;
  const read = useRead(['task', taskId], getTask, { path: { taskId } });
  return (
    <Page title={read.data?.kind.label ?? t('tasks.one')}>
      <Read of={read}>{(task) => <Whole task={task} />}</Read>
    </Page>
  );
}

function Whole({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const may = useOpen(task.id);
  const { protectedAddress, erased } = task;
  return (
    <>
      {erased && <Notice tone="warn">{erased.says}</Notice>}
      <What task={task} />
      {may('task.transition') && <MoveOn task={task} />}
      {protectedAddress && <Notice tone="warn">{protectedAddress.says}</Notice>}
      <Details details={task.details} />
      <Deadlines taskId={task.id} />
      <TaskActs task={task} may={may} />
      <div className="row">
        {task.case && <LinkButton to={`/app/cases/${task.case}`}>{t('work.seeCase')}</LinkButton>}
        <LinkButton to={`/app/referrals/${task.referral}`}>{t('tasks.referral')}</LinkButton>
        {may('service.read') && (
          <LinkButton to={`/app/tasks/${task.id}/service`}>{t('work.service')}</LinkButton>
        )}
      </div>
    </>
  );
}

function What({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const now = useNow();
  const nameOf = useAgencyNames();
  const [statuses, urgencies] = [useCodes('taskStatuses'), useCodes('urgencies')];
  const outcomes = useCodes('outcomes');
  const due =
    task.deadline &&
    `${momentOf(task.deadline, lang, now)} (${awayFrom(task.deadline, lang, now)})`;
  return (
    <Card title={t('tasks.what')}>
      <Facts
        facts={[
          { name: t('referral.status'), value: <Tag>{word(statuses, task.status)}</Tag> },
          { name: t('tasks.urgency'), value: word(urgencies, task.urgency) },
          { name: t('tasks.deadline'), value: due },
          { name: t('tasks.why'), value: task.rule?.why?.[lang] },
          { name: t('needed.municipality'), value: task.municipality.label },
          { name: t('tasks.agency'), value: nameOf(task.agency) },
          { name: t('tasks.acting'), value: task.work?.actingPerson },
          { name: t('work.deputy'), value: task.work?.deputy },
          { name: t('tasks.note'), value: task.work?.note },
          { name: t('steps.outcome'), value: task.outcome && word(outcomes, task.outcome) },
        ]}
      />
      {task.instructions.length > 0 && (
        <ul>
          {task.instructions.map(({ code, label }) => (
            <li key={code}>{label}</li>
          ))}
        </ul>
      )}
      <Others task={task} />
    </Card>
  );
}

/** The tasks this one came from or went to. */
function Others({ task }: { readonly task: Task }) {
  const { t } = useTranslation();
  const others = [
    { to: task.about, label: t('work.about') },
    { to: task.redirectedFrom, label: t('work.redirectedFrom') },
    { to: task.offeredTo, label: t('work.offeredTo') },
    { to: task.replacedBy, label: t('work.replacedBy') },
  ].filter(({ to }) => to !== undefined);
  if (others.length === 0) return null;
  return (
    <ul>
      {others.map(({ to, label }) => (
        <li key={label}>
          <Link to={`/app/tasks/${to}`}>{label}</Link>
        </li>
      ))}
    </ul>
  );
}

/** Why due then, each in words. */
function Deadlines({ taskId }: { readonly taskId: TaskId }) {
  const { t } = useTranslation();
  const { data } = useRead(['task', taskId], taskClocks, { path: { taskId } });
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('tasks.clocks')}>
      <Clocks clocks={data.items} />
    </Card>
  );
}
