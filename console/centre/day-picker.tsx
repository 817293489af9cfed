import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { Field } from '../design/components/field.tsx';
import { dayFrom, isDay } from './board.ts';

interface DayPickerProps {
  readonly day: string;
  readonly today: string;
  readonly onGo: (day: string) => void;
}

/** A day back, today, a day on, or any day. */
export function DayPicker({ day, today, onGo }: DayPickerProps) {
  const { t } = useTranslation();
  return (
    <div className="day-picker">
      <Button onPress={() => onGo(dayFrom(day, -1))}>{t('centre.dayBefore')}</Button>
      <Button look={day === today ? 'plain' : 'second'} onPress={() => onGo(today)}>
        {t('centre.today')}
      </Button>
      <Button onPress={() => onGo(dayFrom(day, 1))}>{t('centre.dayAfter')}</Button>
      <Field
        short
        type="date"
        label={t('centre.day')}
        value={day}
        onChange={(said) => isDay(said) && onGo(said)}
      />
    </div>
  );
}
