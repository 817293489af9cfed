import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../shared/contract/client.ts';
import { transitionTask } from '../../shared/contract/tasks.ts';
import { useHub } from '../api/use-hub.ts';
import { useCodes } from '../api/use-lists.ts';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Pick } from '../design/components/pick.tsx';
import { Failed } from '../design/components/states.tsx';
import type { Task } from './task-page.tsx';

type Status = Task['status'];

/** Which list of reasons a step needs, and what else. */
const NEEDS: Partial<
  Record<Status, { readonly reasons?: string; readonly outcomes?: true; readonly person?: true }>
> = {
  accepted: { person: true },
  rejected: { reasons: 'rejectionReasons' },
  'on-hold': { reasons: 'holdReasons' },
  completed: { outcomes: true },
  failed: { reasons: 'failureReasons' },
  cancelled: { reasons: 'cancellationReasons' },
};

interface MoveOnProps {
  readonly task: Task;
  readonly onChange: () => void;
}

/** The steps that are open now; one is chosen, then what it needs is asked. */
export function MoveOn({ task, onChange }: MoveOnProps) {
  const { t } = useTranslation();
  const [to, choose] = useState<Status>();
  if (task.next.length === 0) return null;
  return (
    <section className="card" aria-labelledby="steps">
      <h2 id="steps">{t('steps.title')}</h2>
      {!to && (
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
      {to && <Step task={task} to={to} onChange={onChange} onBack={() => choose(undefined)} />}
    </section>
  );
}

interface StepProps extends MoveOnProps {
  readonly to: Status;
  readonly onBack: () => void;
}

function Step({ task, to, onChange, onBack }: StepProps) {
  const { t } = useTranslation();
  const call = useHub();
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState('');
  const [person, setPerson] = useState('');
  const [note, setNote] = useState('');
  const needs = NEEDS[to] ?? {};
  const reasons = useCodes(needs.reasons ?? '');
  const outcomes = useCodes('outcomes');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(transitionTask, {
        path: { taskId: task.id },
        ifMatch: task.version,
        body: {
          to,
          ...(person && { actingPerson: person }),
          ...(reason && { reason }),
          ...(outcome && { outcome }),
          ...(note.trim() && { note: note.trim() }),
        },
      }),
    onSuccess: onChange,
  });
  const isStale = error instanceof ProblemError && error.code === 'changed-meanwhile';
  return (
    <div className="stack">
      <h3>{t(`steps.${to}`)}</h3>
      {needs.person && (
        <Field
          label={t('steps.person')}
          hint={t('steps.personHint')}
          value={person}
          onChange={setPerson}
          maxLength={150}
        />
      )}
      {needs.reasons && (
        <Pick
          label={t('steps.reason')}
          none={t('steps.choose')}
          options={reasons}
          value={reason}
          onChange={setReason}
        />
      )}
      {needs.outcomes && (
        <Pick
          label={t('steps.outcome')}
          none={t('steps.choose')}
          options={outcomes}
          value={outcome}
          onChange={setOutcome}
        />
      )}
      <Field long label={t('tasks.note')} value={note} onChange={setNote} maxLength={2000} />
      {isStale && (
        <Notice tone="warn" title={t('changed.title')} live>
          <p>{t('changed.lead')}</p>
          <div>
            <Button onPress={onChange}>{t('changed.show')}</Button>
          </div>
        </Notice>
      )}
      {error && !isStale && <Failed error={error} />}
      <div className="row">
        <Button look="first" pending={isPending} onPress={() => mutate()}>
          {t('steps.do')}
        </Button>
        <Button onPress={onBack}>{t('steps.back')}</Button>
      </div>
    </div>
  );
}
