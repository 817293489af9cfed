import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';
import { dayInWords, timeOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import type { Slot } from './slot.ts';
import { type Day, nextTo, type Week, weeksOf, weekWith } from './week.ts';

interface CalendarProps {
  readonly slots: readonly Slot[];
  /** By its start. */
  readonly chosen: string | undefined;
  readonly onChoose: (start: string) => void;
}

/**
 * The proposals in their weeks: a column a day, a row an hour. One of them takes the Tab key; the
 * arrows lead to those beside it, into other weeks as well.
 */
export function Calendar({ slots, chosen, onChoose }: CalendarProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const weeks = useMemo(() => weeksOf(slots), [slots]);
  const start = Math.max(
    0,
    slots.findIndex((slot) => slot.start === chosen),
  );
  const [at, setAt] = useState(start);
  const [shown, setShown] = useState(() => Math.max(0, weekWith(weeks, start)));
  const grid = useRef<HTMLFieldSetElement>(null);
  const week = weeks[Math.min(shown, weeks.length - 1)];
  if (!week) return null;

  const show = (next: number) => {
    setShown(next);
    const [first] = weeks[next]?.days.flatMap(({ cells }) => cells[0]?.places ?? []) ?? [];
    if (first !== undefined) setAt(first);
  };
  const press = (event: KeyboardEvent) => {
    const place = nextTo(weeks, at, event.key);
    if (place === undefined) return;
    event.preventDefault();
    setAt(place);
    setShown(weekWith(weeks, place));
    // Once it is drawn: it may stand in a week that was not shown.
    requestAnimationFrame(() =>
      grid.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus(),
    );
  };
  const entry = (day: Day, place: number) => {
    const slot = slots[place];
    if (!slot) return null;
    const [from, to] = [timeOf(slot.start), timeOf(slot.end)];
    return (
      <button
        key={slot.start}
        type="button"
        className="slot"
        data-place={place}
        data-late={!slot.inTime || undefined}
        data-best={place === 0 || undefined}
        tabIndex={place === at ? 0 : -1}
        aria-pressed={slot.start === chosen}
        onFocus={() => setAt(place)}
        onClick={() => onChoose(slot.start)}
      >
        <span className="unseen">{dayInWords(day.day, lang)}, </span>
        <strong>{from}</strong>
        <span className="unseen">–{to}, </span>
        <span className="small">{t('visit.found.rank', { rank: place + 1 })}</span>
        {!slot.inTime && <span className="unseen">, {t('visit.found.late')}</span>}
      </button>
    );
  };
  return (
    <>
      {weeks.length > 1 && (
        <div className="row">
          <Button onPress={() => show((shown + weeks.length - 1) % weeks.length)}>
            {t('visit.found.before')}
          </Button>
          <Button onPress={() => show((shown + 1) % weeks.length)}>{t('visit.found.after')}</Button>
          <span role="status">
            {t('visit.found.week', { number: shown + 1, of: weeks.length })}
          </span>
        </div>
      )}
      <fieldset className="week" ref={grid} onKeyDown={press}>
        <legend className="unseen">{t('visit.found.calendar')}</legend>
        <Hours week={week} />
        {week.days.map((day, column) => (
          <DayColumn key={day.day} day={day} column={column} hours={week.hours} entry={entry} />
        ))}
      </fieldset>
    </>
  );
}

/** Of the eye alone: each proposal says its time itself. */
function Hours({ week: { hours } }: { readonly week: Week }) {
  return (
    <div className="week-hours" aria-hidden="true">
      {hours.map((hour, row) => (
        <span key={hour} ref={placed(row + 2, 1)}>
          {String(hour).padStart(2, '0')}:00
        </span>
      ))}
    </div>
  );
}

interface DayProps {
  readonly day: Day;
  readonly column: number;
  readonly hours: readonly number[];
  readonly entry: (day: Day, place: number) => React.ReactNode;
}

function DayColumn({ day, column, hours, entry }: DayProps) {
  const lang = useLanguage();
  return (
    <div
      className="week-day"
      data-empty={day.cells.length === 0 || undefined}
      ref={placed(1, column + 2)}
    >
      <span className="week-date">{dayInWords(day.day, lang)}</span>
      {day.cells.map(({ hour, places }) => (
        <div key={hour} className="week-cell" ref={placed(hours.indexOf(hour) + 2, 1)}>
          {places.map((place) => entry(day, place))}
        </div>
      ))}
    </div>
  );
}

/** Its place in the grid; the content policy forbids style attributes, not this. */
const placed = (row: number, column: number) => (element: HTMLElement | null) => {
  element?.style.setProperty('--row', String(row));
  element?.style.setProperty('--column', String(column));
};
