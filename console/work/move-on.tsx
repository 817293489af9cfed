import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { transitionTask } from '../../shared/contract/tasks.ts';
import { useAct } from '../api/use-act.ts';
import { useCodes } from '../api/use-lists.ts';
import { ActForm } from '../design/components/act.tsx';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { EMPTY_STEP, NEEDS, type Step, stepBody } from './step-draft.ts';
import { TaskChanges } from './task-changes.tsx';
import type { Task } from './task-page.tsx';
import { aboutTask, useShown } from './use-shown.ts';

interface MoveOnProps {
  readonly task: Task;
}

/** The steps that are open now; one is chosen, then what it needs is asked. */
export function MoveOn({ task }: MoveOnProps) {
  const { t } = useTranslation();
  const [to, choose] = useState<Task['status']>();
  if (task.next.length === 0 && !to) return null;
  return (
    <Card title={t('steps.title')}>
      {to ? (
        <TakeStep task={task} to={to} onBack={() => choose(undefined)} />
      ) : (
        <div className="row">
          {task.next.map((status, place) => (
            <Button
              key={status}
              look={place === 0 ? 'first' : 'second'}
              onPress={() => choose(status)}
            >
              {t(`steps.${status}`)}
            </Button>
          ))}
        </div>
      )}
    </Card>
  );
}

interface StepProps extends MoveOnProps {
  readonly to: Task['status'];
  readonly onBack: () => void;
}

function TakeStep({ task, to, onBack }: StepProps) {
  const { t } = useTranslation();
  const doing = useAct(transitionTask, aboutTask(task), onBack);
  const { shown, waits, goOn } = useShown(task, doing.isStale);
  const [step, setStep] = useState<Step>(EMPTY_STEP);
  const change = (part: Partial<Step>) => setStep((before) => ({ ...before, ...part }));
  const again = async () => {
    goOn();
    await doing.again();
  };
  // What another one did may have closed this step.
  if (!task.next.includes(to) && !doing.isPending && shown.version !== task.version)
    return <Gone shown={shown} now={task} onBack={onBack} />;
  const call = { path: { taskId: task.id }, body: stepBody(to, step), ifMatch: shown.version };
  return (
    <ActForm
      doing={{ ...doing, again, isPending: doing.isPending || waits }}
      title={t(`steps.${to}`)}
      does={t('steps.do')}
      changed={<TaskChanges shown={shown} now={task} />}
      onDo={() => doing.act(call)}
      onBack={onBack}
    >
      <StepFields to={to} step={step} change={change} wrong={doing.wrong} />
    </ActForm>
  );
}

interface GoneProps {
  readonly shown: Task;
  readonly now: Task;
  readonly onBack: () => void;
}

/** The step is no longer open: somebody else was faster. */
function Gone({ shown, now, onBack }: GoneProps) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn" title={t('changed.title')} live>
      <TaskChanges shown={shown} now={now} />
      <p>{t('work.stepGone')}</p>
      <div>
        <Button onPress={onBack}>{t('changed.show')}</Button>
      </div>
    </Notice>
  );
}

interface FieldsProps {
  readonly to: Task['status'];
  readonly step: Step;
  readonly change: (part: Partial<Step>) => void;
  readonly wrong: (pointer: string) => string | undefined;
}

function StepFields({ to, step, change, wrong }: FieldsProps) {
  const { t } = useTranslation();
  const needs = NEEDS[to] ?? {};
  const [reasons, outcomes] = [useCodes(needs.reasons ?? ''), useCodes('outcomes')];
  return (
    <>
      {needs.person && (
        <Field
          label={t('steps.person')}
          hint={t('steps.personHint')}
          value={step.person}
          onChange={(person) => change({ person })}
          error={wrong('/actingPerson')}
          maxLength={150}
        />
      )}
      {needs.deputy && (
        <Field
          label={t('work.deputy')}
          hint={t('work.deputyHint')}
          value={step.deputy}
          onChange={(deputy) => change({ deputy })}
          error={wrong('/deputy')}
          maxLength={150}
        />
      )}
      {needs.reasons && (
        <Pick
          label={t('steps.reason')}
          none={t('steps.choose')}
          options={reasons}
          value={step.reason}
          onChange={(reason) => change({ reason })}
          error={wrong('/reason')}
        />
      )}
      {needs.outcomes && (
        <Pick
          label={t('steps.outcome')}
          none={t('steps.choose')}
          options={outcomes}
          value={step.outcome}
          onChange={(outcome) => change({ outcome })}
          error={wrong('/outcome')}
        />
      )}
      <Field
        long
        label={t('tasks.note')}
        value={step.note}
        onChange={(note) => change({ note })}
        error={wrong('/note')}
        maxLength={2000}
      />
    </>
  );
}
