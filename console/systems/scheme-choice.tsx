import { useTranslation } from 'react-i18next';
import { OneOf } from '../design/components/choice.tsx';
import type { Signing } from './draft.ts';

interface SchemeProps {
  readonly value: Signing;
  readonly onChange: (scheme: Signing) => void;
}

/** By what the receiver knows that it was the hub. */
export function SchemeChoice({ value, onChange }: SchemeProps) {
  const { t } = useTranslation();
  const option = (one: Signing) => ({ value: one, label: t(`systems.scheme.${one}`) });
  return (
    <OneOf
      label={t('systems.scheme.label')}
      options={[option('v1'), option('v1a'), option('both')]}
      value={value}
      onChange={onChange}
    />
  );
}
