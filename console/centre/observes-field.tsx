import { useTranslation } from 'react-i18next';
import { useOwnResources } from '../api/use-own-resources.ts';
import { ManyOf } from '../design/components/choice.tsx';
import type { FieldsProps } from './resource-form.tsx';

/** Into which interview rooms an observation room looks. */
export function ObservesField({ draft, change, wrong }: FieldsProps) {
  const { t } = useTranslation();
  const rooms = useOwnResources().filter(({ kind }) => kind === 'interview-room');
  return (
    <ManyOf
      label={t('centre.people.observes')}
      options={rooms.map(({ id, name }) => ({ value: id as string, label: name ?? id }))}
      value={draft.observes}
      onChange={(observes) => change({ observes })}
      error={wrong('/observes') ?? wrong('/observes/0')}
    />
  );
}
