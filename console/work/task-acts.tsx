import { useTranslation } from 'react-i18next';
import { changeUrgency, redirectTask } from '../../shared/contract/tasks.ts';
import type { RecordAction } from '../../shared/domain/access/actions.ts';
import type { AgencyId } from '../../shared/domain/ids.ts';
import { emptyOf } from '../api/empty-of.ts';
import { useAct } from '../api/use-act.ts';
import { useDraft } from '../api/use-draft.ts';
import { useAgencies, useCodes } from '../api/use-lists.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { TaskChanges } from './task-changes.tsx';
import type { Task } from './task-page.tsx';
import { aboutTask, useShown } from './use-shown.ts';

interface TaskActsProps {
  readonly task: Task;
  readonly may: (action: RecordAction) => boolean;
}

const ENDED = ['rejected', 'completed', 'cancelled', 'failed'];

/** What is done with a task besides working on it: offer it to another agency, change its urgency. */
export function TaskActs({ task, may }: TaskActsProps) {
  const { t } = useTranslation();
  const redirect = (back: () => void) => <Redirect task={task} onBack={back} />;
  const urgency = (back: () => void) => <Urgency task={task} onBack={back} />;
  const isOpen = !ENDED.includes(task.status);
  // What was refused or could not be done may still be somebody else's to do.
  const canGo = !task.offeredTo && !task.replacedBy && task.status !== 'completed';
  const acts = [
    ...(canGo && may('task.redirect')
      ? [{ code: 'redirect', label: t('work.redirect'), form: redirect }]
      : []),
    ...(isOpen && may('task.urgency')
      ? [{ code: 'urgency', label: t('work.urgency'), form: urgency }]
      : []),
  ];
  if (acts.length === 0) return null;
  return (
    <Card title={t('work.further')}>
      <Acts acts={acts} />
    </Card>
  );
}

interface ActProps {
  readonly task: Task;
  readonly onBack: () => void;
}

function Redirect({ task, onBack }: ActProps) {
  const { t } = useTranslation();
  const [agencies, reasons] = [useAgencies(), useCodes('redirectReasons')];
  const own = agencies.find(({ value }) => value === task.agency)?.kind;
  const alike = useAgencies(own);
  const doing = useAct(redirectTask, aboutTask(task), onBack);
  const { shown, goOn } = useShown(task, doing.isStale);
  const form = useDraft({ to: '', reason: '', note: '' }, (draft) =>
    emptyOf(draft, 'to', 'reason'),
  );
  const { to, reason, note } = form.draft;
  const body = { to: to as AgencyId, reason, ...(note.trim() && { note: note.trim() }) };
  const again = async () => {
    goOn();
    await doing.again();
  };
  const call = { path: { taskId: task.id }, body, ifMatch: shown.version };
  return (
    <ActForm
      doing={{ ...doing, again }}
      title={t('work.redirect')}
      does={t('work.redirect')}
      changed={<TaskChanges shown={shown} now={task} />}
      onDo={() => form.whenComplete(() => doing.act(call))}
      onBack={onBack}
    >
      <Notice>{t('work.redirectHint')}</Notice>
      <Pick
        label={t('work.toWhom')}
        none={t('steps.choose')}
        options={alike.filter(({ value }) => value !== task.agency)}
        {...form.of('to', doing.wrong('/to'))}
      />
      <Pick
        label={t('steps.reason')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      <Field long label={t('tasks.note')} maxLength={2000} {...form.of('note')} />
    </ActForm>
  );
}

const EMPTY_URGENCY = {
  urgency: undefined as Task['urgency'] | undefined,
  ...{ reason: '', note: '' },
};

function Urgency({ task, onBack }: ActProps) {
  const { t } = useTranslation();
  const [urgencies, reasons] = [useCodes('urgencies'), useCodes('urgencyReasons')];
  const doing = useAct(changeUrgency, aboutTask(task), onBack);
  const { shown, goOn } = useShown(task, doing.isStale);
  const form = useDraft(EMPTY_URGENCY, (draft) => emptyOf(draft, 'urgency', 'reason'));
  const { urgency, reason, note } = form.draft;
  const again = async () => {
    goOn();
    await doing.again();
  };
  const change = () => {
    if (!urgency) return;
    const body = { urgency, reason, ...(note.trim() && { note: note.trim() }) };
    doing.act({ path: { taskId: task.id }, body, ifMatch: shown.version });
  };
  return (
    <ActForm
      doing={{ ...doing, again }}
      title={t('work.urgency')}
      does={t('work.urgency')}
      changed={<TaskChanges shown={shown} now={task} />}
      onDo={() => form.whenComplete(change)}
      onBack={onBack}
    >
      <Notice>{t('work.urgencyHint')}</Notice>
      <OneOf
        row
        label={t('tasks.urgency')}
        options={urgencies.filter(({ value }) => value !== task.urgency)}
        {...form.of('urgency', doing.wrong('/urgency'))}
        onChange={(value) => form.set({ urgency: value as Task['urgency'] })}
      />
      <Pick
        label={t('steps.reason')}
        none={t('steps.choose')}
        options={reasons}
        {...form.of('reason', doing.wrong('/reason'))}
      />
      <Field long label={t('tasks.note')} maxLength={2000} {...form.of('note')} />
    </ActForm>
  );
}
