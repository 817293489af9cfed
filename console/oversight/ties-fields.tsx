import { useTranslation } from 'react-i18next';
import { OneOf } from '../design/components/choice.tsx';
import { type Answer, TIES, type TiesDraft } from './request-draft.ts';

interface TiesFieldsProps {
  readonly value: TiesDraft;
  readonly onChange: (value: TiesDraft) => void;
}

/** How somebody stands to an accused; whatever is not known counts as yes. */
export function TiesFields({ value, onChange }: TiesFieldsProps) {
  const { t } = useTranslation();
  const answers: readonly { value: Answer; label: string }[] = [
    { value: 'yes', label: t('yesNo.yes') },
    { value: 'no', label: t('yesNo.no') },
    { value: 'unknown', label: t('yesNo.unknown') },
  ];
  return TIES.map((tie) => (
    <OneOf
      key={tie}
      row
      label={t(`oversight.ties.${tie}`)}
      options={answers}
      value={value[tie]}
      onChange={(answer) => onChange({ ...value, [tie]: answer })}
    />
  ));
}
