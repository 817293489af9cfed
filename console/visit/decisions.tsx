import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/use-lists.ts';
import { Button } from '../design/components/button.tsx';
import type { Option } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import { Pick } from '../design/components/pick.tsx';
import { DECISIONS_MOST, type DecisionDraft, emptyDecision } from './draft.ts';

interface DecisionsProps {
  readonly agenda: readonly Option[];
  readonly agencies: readonly Option[];
  readonly decisions: readonly DecisionDraft[];
  readonly onChange: (decisions: readonly DecisionDraft[]) => void;
}

/** What was decided, each on a point of the agenda; with a task, where somebody has to do it. */
export function Decisions({ agenda, agencies, decisions, onChange }: DecisionsProps) {
  const { t } = useTranslation();
  const kinds = useCodes('taskKinds');
  const none = t('steps.choose');
  const set = (at: number, changes: Partial<DecisionDraft>) =>
    onChange(decisions.map((one, i) => (i === at ? { ...one, ...changes } : one)));
  return (
    <>
      {decisions.map((one, i) => (
        <fieldset key={one.key} className="stack group">
          <legend>{t('visit.meeting.decision', { number: i + 1 })}</legend>
          <Pick
            label={t('visit.meeting.item')}
            none={none}
            options={agenda}
            value={one.item}
            onChange={(item) => set(i, { item })}
          />
          <Field
            long
            label={t('visit.meeting.note')}
            value={one.note}
            onChange={(note) => set(i, { note })}
            maxLength={2000}
          />
          <Pick
            label={t('visit.meeting.task')}
            none={t('visit.meeting.noTask')}
            options={kinds}
            value={one.kind}
            onChange={(kind) => set(i, { kind })}
          />
          {one.kind && (
            <Pick
              label={t('tasks.agency')}
              none={none}
              options={agencies}
              value={one.agency}
              onChange={(agency) => set(i, { agency })}
            />
          )}
        </fieldset>
      ))}
      {decisions.length < DECISIONS_MOST && (
        <div>
          <Button onPress={() => onChange([...decisions, emptyDecision(crypto.randomUUID())])}>
            {t('visit.meeting.addDecision')}
          </Button>
        </div>
      )}
    </>
  );
}
