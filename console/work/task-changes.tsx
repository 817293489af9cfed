import { useTranslation } from 'react-i18next';
import { useCodes, word } from '../api/use-lists.ts';
import { Changes } from '../design/components/changes.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import type { Task } from './task-page.tsx';

interface TaskChangesProps {
  /** As it was when somebody began to decide. */
  readonly shown: Task;
  readonly now: Task;
}

/** What somebody else did to a task meanwhile: where it stands, who acts, by when. */
export function TaskChanges({ shown, now }: TaskChangesProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [statuses, urgencies] = [useCodes('taskStatuses'), useCodes('urgencies')];
  const facts = (task: Task) => ({
    [t('referral.status')]: word(statuses, task.status),
    [t('tasks.acting')]: task.work?.actingPerson,
    [t('tasks.deadline')]: task.deadline && momentOf(task.deadline, lang),
    [t('tasks.urgency')]: word(urgencies, task.urgency),
    [t('tasks.note')]: task.work?.note,
    [t('work.offeredTo')]: task.offeredTo && t('work.isOffered'),
  });
  const [before, after] = [facts(shown), facts(now)];
  const changes = Object.keys(after).map((name) => ({
    name,
    before: before[name],
    now: after[name],
  }));
  return (
    <>
      <p>{t('work.changed')}</p>
      <Changes of={changes} />
    </>
  );
}
