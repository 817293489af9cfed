import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { cellsOf, hoursOf, lanesOf } from './board.ts';
import type { Day } from './day-board.tsx';
import { useClock, useNumbers } from './use-numbers.ts';

type Row = Day['rows'][number];
type Stretch = Row['taken'][number];

const GROUPS = ['zone', 'room', 'person', 'device'] as const;
/** Narrower than that a time does not fit into its cell; a screen reader hears it all the same. */
const ROOM_FOR_TIMES = 5;

/** Rooms × time, a real table: each stretch spans its quarters of an hour. */
export function BoardTable({ day }: { readonly day: Day }) {
  const { t } = useTranslation();
  const hours = hoursOf(
    day.rows.flatMap(({ taken }) => taken),
    day.day,
  );
  const marks = Array.from({ length: hours.to - hours.from }, (_, i) => hours.from + i);
  return (
    <div className="board-wide">
      <table className="board">
        <caption className="unseen">{t('centre.rooms')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('centre.where')}</th>
            {marks.map((hour) => (
              <th key={hour} scope="col" colSpan={4}>
                {String(hour).padStart(2, '0')}
              </th>
            ))}
          </tr>
        </thead>
        {GROUPS.map((what) => (
          <tbody key={what}>
            <tr className="board-group">
              <th scope="rowgroup" colSpan={1 + marks.length * 4}>
                {t(`centre.groups.${what}`)}
              </th>
            </tr>
            {day.rows
              .filter((row) => row.what === what)
              .map((row, place) => (
                <Lines key={row.resource ?? `${row.kind.code} ${place}`} {...{ row, day, hours }} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface LinesProps {
  readonly row: Row;
  readonly day: Day;
  readonly hours: { readonly from: number; readonly to: number };
}

function Lines({ row, day, hours }: LinesProps) {
  const { t } = useTranslation();
  const name = row.name ?? row.kind.label;
  const lanes = lanesOf(row.taken);
  if (row.closed) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td className="board-closed" colSpan={(hours.to - hours.from) * 4}>
          {t('centre.closed', { because: row.closed.label })}
        </td>
      </tr>
    );
  }
  return lanes.map((lane, place) => (
    <tr key={lane[0]?.from ?? 'free'}>
      {place === 0 && (
        <th scope="row" rowSpan={lanes.length}>
          {name}
        </th>
      )}
      {cellsOf(lane, hours, day.day).map(({ at, quarters, one }) => (
        <td key={at} colSpan={quarters}>
          {one && <Taken day={day} one={one} short={quarters < ROOM_FOR_TIMES} />}
        </td>
      ))}
    </tr>
  ));
}

interface TakenProps {
  readonly day: Day;
  readonly one: Stretch;
  readonly short: boolean;
}

function Taken({ day, one, short }: TakenProps) {
  const { t } = useTranslation();
  const clock = useClock();
  const numberOf = useNumbers(day);
  const number = numberOf(one.visit, one.purpose);
  const times = `${clock(one.from)}–${clock(one.to)}`;
  const said = number ?? t(one.elsewhere ? 'centre.elsewhere' : 'centre.taken');
  // What is seen comes first in what is said: whoever speaks to the page says what they see.
  const whole = [`${said} ${times}`, one.role?.label, t(`centre.states.${one.state}`)]
    .filter(Boolean)
    .join(', ');
  const shown = short ? (number ?? '·') : `${said} ${times}`;
  if (!one.visit || !number) {
    return (
      <span className="board-taken" data-state={one.state}>
        <span className="unseen">{whole}</span>
        <span aria-hidden="true">{shown}</span>
      </span>
    );
  }
  return (
    <Link
      className="board-taken"
      data-state={one.state}
      to={`/app/centre/visits/${one.visit}`}
      aria-label={whole}
      title={whole}
    >
      {shown}
    </Link>
  );
}
