import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';

interface RowsProps<T> {
  readonly title: string;
  readonly add: string;
  readonly rows: readonly T[];
  readonly onAdd: () => void;
  readonly onRemove: (place: number) => void;
  /** The fields of one row. */
  readonly children: (row: T, place: number) => ReactNode;
}

/** Several of the same, each with its fields; one more, or one less. */
export function Rows<T>({ title, add, rows, onAdd, onRemove, children }: RowsProps<T>) {
  const { t } = useTranslation();
  return (
    <fieldset className="party">
      <legend>{title}</legend>
      {/* The rows have no names of their own: their place is what tells them apart. */}
      {rows
        .map((row, place) => [row, place] as const)
        .map(([row, place]) => (
          <div key={place} className="row">
            {children(row, place)}
            <Button onPress={() => onRemove(place)}>
              {t('centre.people.remove', { number: place + 1 })}
            </Button>
          </div>
        ))}
      <div>
        <Button onPress={onAdd}>{add}</Button>
      </div>
    </fieldset>
  );
}

/** The rows with one of them changed. */
export const changed = <T,>(rows: readonly T[], place: number, to: object): T[] =>
  rows.map((row, i) => (i === place ? { ...row, ...to } : row));
