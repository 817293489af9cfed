import { useTranslation } from 'react-i18next';
import { Pick } from '../design/components/pick.tsx';
import { called } from './called.ts';
import type { Person } from './draft.ts';

interface DeputyProps {
  readonly others: readonly Person[];
  readonly value: string;
  readonly onChange: (account: string) => void;
}

/** To whom the work goes over; without one the agency's duty desk has it. */
export function DeputyPick({ others, value, onChange }: DeputyProps) {
  const { t } = useTranslation();
  return (
    <Pick
      label={t('people.deputy')}
      hint={t('people.deputyHint')}
      none={t('people.noDeputy')}
      options={others.map((one) => ({ value: one.account ?? '', label: called(one) }))}
      value={value}
      onChange={onChange}
    />
  );
}
