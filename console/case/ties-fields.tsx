import { useTranslation } from 'react-i18next';
import { OneOf } from '../design/components/choice.tsx';
import { TIES, type Ties, YES_NO, type YesNoUnknown } from './ties.ts';

export function useYesNo() {
  const { t } = useTranslation();
  return YES_NO.map((value) => ({ value, label: t(`yesNo.${value}`) }));
}

interface TiesProps {
  readonly ties: Ties;
  readonly onChange: (name: keyof Ties, value: YesNoUnknown) => void;
}

/** Whether an adult is tied to an alleged perpetrator. */
export function TiesFields({ ties, onChange }: TiesProps) {
  const { t } = useTranslation();
  const options = useYesNo();
  return (
    <>
      {TIES.map((name) => (
        <OneOf
          key={name}
          row
          label={t(`case.ties.${name}`)}
          hint={name === 'accused' ? t('case.ties.unknownIsYes') : undefined}
          options={options}
          value={ties[name]}
          onChange={(value) => onChange(name, value)}
        />
      ))}
    </>
  );
}

/** The ties that stand in the way, in words; nothing where there is none. */
export function useTiesInWords() {
  const { t } = useTranslation();
  return (ties: Ties): string =>
    TIES.filter((name) => ties[name] !== 'no')
      .map((name) => t(`case.tie.${name}.${ties[name]}`))
      .join(' ');
}
